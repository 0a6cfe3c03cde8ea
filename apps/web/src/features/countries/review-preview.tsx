import { reportMark } from "@avances/charts/series";
import type { getReviewPreview, SubmissionView } from "@avances/contracts";
import type { InstrumentCode } from "@avances/domain/catalogue";
import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem, call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { countryQuery, indexQuery, type PublicCountry } from "#lib/published-queries.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useServerToday } from "#lib/session.ts";
import { Callout } from "#ui/callout.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { regionWith } from "./country-facts.ts";
import { CountryLead, CountryView } from "./country-view.tsx";
import { publicChanges } from "./public-changes.ts";
import { reviewPreviewTexts } from "./review-preview.texts.ts";

const preview = operation<typeof getReviewPreview>("GET", "/submissions/:submissionId/review-preview");

/** Asked for again each time: what is ticked in the review, and what is public, may be otherwise by then. */
const previewQuery = (submissionId: string, version: number, confirmed: string) =>
  queryOptions({
    queryKey: ["publication", submissionId, "review", version, confirmed],
    queryFn: ({ signal }) => {
      const query = { version: String(version), ...(confirmed !== "" && { confirmed }) };
      return call(preview, { params: { submissionId }, query, signal });
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
    throwOnError: (error) => !(error instanceof ApiProblem && error.code === "not-available-now"),
  });

const codes = /^confirmed=([A-Z0-9,-]+)$/;

/**
 * For the Secretariat, before it accepts: the country's public page as it would be. Which "not applicable" answers are ticked in the review stands behind
 * the `#` of the address, which no server reads.
 */
export function ReviewPreview({ view }: { readonly view: SubmissionView }) {
  const t = useTexts(reviewPreviewTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { id, country, version } = view.submission;
  const hash = useLocation({ select: (location) => location.hash });
  const { data, isError } = useQuery(previewQuery(id, version, codes.exec(hash)?.[1] ?? ""));
  const { data: published } = useSuspenseQuery(indexQuery);
  const { data: now } = useSuspenseQuery(countryQuery(country));
  const [instrument, setInstrument] = useState<InstrumentCode>("TIP");
  const today = useServerToday();
  if (isError) return <PageHeader variant="work" title={t.notNow.title} lead={t.notNow.text} />;
  if (data === undefined) return <Skeleton shape="table" rows={8} />;
  const { page, confirmed } = data;
  const region = regionWith(published, page);
  return (
    <>
      <PageHeader
        title={t.title(page.country.name[lang])}
        breadcrumbs={[
          <Link key="review" to="/$lang/reviews/$submissionId" params={{ lang, submissionId: id }}>
            {t.back}
          </Link>,
        ]}
      />
      <Callout tone="caution" title={t.banner}>
        <p>{t.text(f.number(data.version))}</p>
        <p>{confirmed.length === 0 ? t.unconfirmed : t.confirmed(f.list(confirmed))}</p>
        <p>{t.waits}</p>
      </Callout>
      <Changes now={now} page={page} roundYear={roundOf(view.submission).roundYear} today={today} />
      <section className="section stack-s" aria-label={t.banner}>
        <CountryLead data={page} region={region} />
      </section>
      <CountryView data={page} region={region} today={today} instrument={instrument} onInstrument={setInstrument} />
    </>
  );
}

interface ChangesProps {
  readonly now: PublicCountry;
  readonly page: PublicCountry;
  readonly roundYear: number;
  readonly today: string;
}

function Changes({ now, page, roundYear, today }: ChangesProps) {
  const t = useTexts(reviewPreviewTexts);
  const states = useTexts(valueStateTexts);
  const lang = useLanguage();
  const f = useFormat();
  const changes = publicChanges(now, page, roundYear);
  if (changes === null) return null;
  const { was, appear, withHidden, hasScore, hadScore, others } = changes;
  const round = roundWords[lang].round(changes.round);
  const dated = now.rounds.find((one) => one.roundYear === roundYear);
  const mark = was === null || was === "published" || dated === undefined ? null : reportMark(was, dated, today);
  return (
    <section className="section stack-s" aria-labelledby="public-changes">
      <h2 id="public-changes">{t.changes}</h2>
      <ul>
        <li>{mark === null ? t.wasNone(round) : t.was(round, states.state[mark])}</li>
        <li>
          {t.appear(appear)} {t.hidden(withHidden)}
        </li>
        <li>{t.score(hasScore, hadScore)}</li>
        <li>{others.length === 0 ? t.noOthers : t.others(f.list(others.map((one) => roundWords[lang].name(one))))}</li>
      </ul>
    </section>
  );
}
