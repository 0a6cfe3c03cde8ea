import { mayDo } from "@avances/domain/access";
import { secretariatCode } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound, useLocation } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { meetingsQuery, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { networkTexts } from "../network.texts.ts";
import { reportQuery } from "../report-query.ts";
import type { RoomAt } from "../rooms.ts";
import { CommitmentForm, typedOf } from "./commitment-form.tsx";
import { commitmentQuery } from "./commitment-queries.ts";
import { commitmentsTexts } from "./commitments.texts.ts";
import { wordsOfPoint } from "./point-words.ts";

/** Where the Secretariat enters a commitment, or corrects one. For everybody else there is no such page. */
export function CommitmentFormPage({ params: { matterId } }: Pick<RoomAt, "params">) {
  const t = useTexts(commitmentsTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const { meeting: asked, point } = useLocation({
    select: ({ search }) => search as Readonly<Record<string, unknown>>,
  });
  const meetingId = typeof asked === "string" ? asked : "";
  const isFromPoint = matterId === undefined && meetingId !== "" && typeof point === "string";
  const report = useQuery({ ...reportQuery(meetingId), enabled: isFromPoint });
  const meetings = useQuery(meetingsQuery);
  const participants = useQuery(participantsQuery);
  const commitment = useQuery({ ...commitmentQuery(matterId ?? ""), enabled: matterId !== undefined });
  if (person === null || !mayDo(person.role, "commitment.manage")) throw notFound();
  const fault = commitment.error ?? meetings.error ?? participants.error;
  if (fault instanceof ApiProblem && (fault.status === 404 || fault.status === 400)) throw notFound();
  if (fault !== null) throw fault;
  const { data } = commitment;
  if (data !== undefined && (data.author !== secretariatCode || data.state === "withdrawn")) throw notFound();
  const isNew = matterId === undefined;
  // A report that cannot be read leaves the form empty: what was promised is entered by hand.
  const isWaiting = isFromPoint && report.isPending;
  const isRevision = data !== undefined && data.version > 0;
  return (
    <>
      <PageHeader
        variant="work"
        title={isNew ? t.enter : isRevision ? t.form.reviseTitle : t.form.editTitle}
        lead={<p>{isRevision ? t.form.reviseLead : t.form.newLead}</p>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="commitments" to="/$lang/network/$" params={{ lang, _splat: "commitments" }}>
            {t.title}
          </Link>,
        ]}
      />
      {meetings.data === undefined || participants.data === undefined || isWaiting || (!isNew && data === undefined) ? (
        <Skeleton shape="table" rows={6} />
      ) : (
        <CommitmentForm
          commitment={data ?? null}
          empty={{
            ...typedOf(data ?? null, lang, meetingId),
            ...(isFromPoint && report.data != null
              ? wordsOfPoint(report.data, point, participants.data.participants, lang)
              : null),
          }}
          meetings={meetings.data.meetings}
          participants={participants.data.participants}
        />
      )}
    </>
  );
}
