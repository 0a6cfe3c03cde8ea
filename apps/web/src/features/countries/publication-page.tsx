import type { consentToPublication, getPublicationPreview } from "@avances/contracts";
import type { InstrumentCode } from "@avances/domain/catalogue";
import { queryOptions, useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useActKey } from "#lib/act-key.ts";
import { ApiProblem, call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { indexQuery } from "#lib/published-queries.ts";
import { useServerToday } from "#lib/session.ts";
import { submissionQuery } from "#lib/shared-queries.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { regionWith } from "./country-facts.ts";
import { CountryLead, CountryView } from "./country-view.tsx";
import { publicationTexts } from "./publication.texts.ts";
import { ReviewPreview } from "./review-preview.tsx";

const preview = operation<typeof getPublicationPreview>("GET", "/submissions/:submissionId/publication");
const consent = operation<typeof consentToPublication>("POST", "/submissions/:submissionId/consent", {
  idempotent: true,
});

const previewQuery = (submissionId: string) =>
  queryOptions({
    queryKey: ["publication", submissionId],
    queryFn: ({ signal }) => call(preview, { params: { submissionId }, signal }),
    retry: false,
    throwOnError: (error) => !(error instanceof ApiProblem && error.code === "not-available-now"),
  });

/** The public page of a report before it is public: for whoever reviews it from its submission on, for the country from its acceptance on. */
export function PublicationPage() {
  const { submissionId } = useParams({ from: "/$lang/signed-in/reports/$submissionId/publication" });
  const { data: view } = useSuspenseQuery(submissionQuery(submissionId));
  if (view.may.review && view.submission.status === "submitted") return <ReviewPreview view={view} />;
  return <AcceptedPreview submissionId={submissionId} />;
}

/** The country's public page before it is public: what is waiting, from which day it may be published, and the country's agreement. */
function AcceptedPreview({ submissionId }: { readonly submissionId: string }) {
  const t = useTexts(publicationTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { data, isError } = useQuery(previewQuery(submissionId));
  const { data: view } = useSuspenseQuery(submissionQuery(submissionId));
  const { data: published } = useSuspenseQuery(indexQuery);
  const [instrument, setInstrument] = useState<InstrumentCode>("TIP");
  const today = useServerToday();
  if (isError) return <PageHeader variant="work" title={t.none.title} lead={t.none.text} />;
  if (data === undefined) return <Skeleton shape="table" rows={8} />;
  const { page, publication } = data;
  const region = regionWith(published, page);
  const name = page.country.name[lang];
  const { version, acceptedAt, from, isOpen, consent: agreement } = publication;
  const accepted = f.instant(acceptedAt, view.timeZone);
  const isDesk = view.may.review;
  return (
    <>
      <PageHeader
        title={t.title(name)}
        breadcrumbs={[
          isDesk ? (
            <Link key="review" to="/$lang/reviews/$submissionId" params={{ lang, submissionId }}>
              {t.review}
            </Link>
          ) : (
            <Link key="receipt" to="/$lang/reports/$submissionId/receipt" params={{ lang, submissionId }}>
              {t.back}
            </Link>
          ),
        ]}
      />
      <Callout tone="caution" title={t.banner}>
        <p>
          {agreement !== null
            ? t.agreed(agreement.byName, f.instant(agreement.at, view.timeZone))
            : isOpen
              ? t.open(f.number(version), accepted)
              : t.waits(f.number(version), accepted, f.date(from))}
        </p>
        <p>{isDesk ? t.wrongHere : t.wrong}</p>
      </Callout>
      {view.may.consent && !isOpen ? (
        <Consent submissionId={submissionId} version={version} revision={data.revision} from={from} />
      ) : null}
      <section className="section stack-s" aria-labelledby="as-public">
        <h2 id="as-public">{t.asPublic}</h2>
        <CountryLead data={page} region={region} />
      </section>
      <CountryView data={page} region={region} today={today} instrument={instrument} onInstrument={setInstrument} />
    </>
  );
}

interface ConsentProps {
  readonly submissionId: string;
  readonly version: number;
  readonly revision: number;
  readonly from: string;
}

function Consent({ submissionId, version, revision, from }: ConsentProps) {
  const t = useTexts(publicationTexts);
  const f = useFormat();
  const client = useQueryClient();
  const actKey = useActKey();
  const agree = useMutation({
    mutationFn: () =>
      call(consent, {
        params: { submissionId },
        body: { version },
        revision,
        idempotencyKey: actKey.keyFor([submissionId, version, revision]),
      }),
    onSettled: () =>
      Promise.all(
        [
          ["publication", submissionId],
          ["submission", submissionId],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
  return (
    <section className="section stack-s" aria-labelledby="consent" data-print="no">
      <h2 id="consent">{t.consent.heading}</h2>
      <p>{t.consent.text(f.date(from))}</p>
      <ProblemNote
        error={agree.error}
        words={{ "not-available-now": t.notAvailable, "revision-stale": t.notAvailable }}
      />
      <p>
        <Button busy={agree.isPending} onClick={() => agree.mutate()}>
          {t.consent.button}
        </Button>
      </p>
    </section>
  );
}
