import type { MeetingView, ReportView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { languages } from "@avances/domain/catalogue";
import { isEditable, missingIn, sourceName } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { networkTexts } from "../network.texts.ts";
import { meetingQuery } from "../network-queries.ts";
import { reportQuery } from "../report-query.ts";
import type { RoomAt } from "../rooms.ts";
import { Comments } from "./comments.tsx";
import styles from "./report.module.css";
import { reportTexts } from "./report.texts.ts";
import { ReportFiles } from "./report-files.tsx";
import { Opening, Points } from "./report-points.tsx";
import { Versions } from "./report-versions.tsx";

/** Only the Secretariat needs the forms. */
const ReportActs = later(() => import("./report-acts.tsx").then((m) => m.ReportActs));
const SubmissionsChoice = later(() => import("./report-acts.tsx").then((m) => m.SubmissionsChoice));
/** With the charts, which most readers of a page without them do not need. */
const ReportFigures = later(() => import("./report-figures.tsx").then((m) => m.ReportFigures));
const BeginReport = later(() => import("./begin-report.tsx").then((m) => m.BeginReport));

/** The report of a meeting: what it says, where it is on its way, and what members say to it. */
export function ReportPage({ params: { meetingId = "" } }: Pick<RoomAt, "params">) {
  const t = useTexts(reportTexts);
  const n = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const meeting = useQuery(meetingQuery(meetingId));
  const participants = useQuery(participantsQuery);
  const report = useQuery(reportQuery(meetingId));
  const isRead = meeting.data !== undefined && participants.data !== undefined && report.data !== undefined;
  const fault = meeting.error ?? participants.error ?? report.error;
  if (!isRead && fault instanceof ApiProblem && (fault.status === 404 || fault.status === 400)) throw notFound();
  if (!isRead && fault !== null) throw fault;
  if (!isRead)
    return (
      <>
        <PageHeader variant="work" title={t.title} />
        <Skeleton shape="table" rows={6} />
      </>
    );
  const days = meetingDays(m, f, meeting.data);
  const mayWrite = person !== null && mayDo(person.role, "network.manage");
  const shared = { meeting: meeting.data, participants: participants.data.participants };
  return (
    <>
      <PageHeader
        variant="work"
        eyebrow={`${m.bodies[meeting.data.body]}, ${days}`}
        title={t.of(m.bodies[meeting.data.body], days)}
        heading={t.title}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="meeting" to="/$lang/network/$" params={{ lang, _splat: `meetings/${meetingId}` }}>
            {t.toMeeting}
          </Link>,
        ]}
        lead={
          report.data === null ? null : (
            <>
              <Standing report={report.data} mayWrite={mayWrite} />
              {meeting.data.publicSource === null ? null : (
                <p className="quiet small">{t.source(sourceName(meeting.data.publicSource, lang))}</p>
              )}
              {report.data.invented ? <p className="quiet small">{m.invented}</p> : null}
            </>
          )
        }
        actions={report.data !== null && mayWrite ? <ReportActs {...shared} report={report.data} /> : null}
      />
      {report.data !== null ? (
        <Report {...shared} report={report.data} mayWrite={mayWrite} />
      ) : mayWrite && meeting.data.state !== "cancelled" ? (
        <BeginReport meetingId={meetingId} />
      ) : (
        <EmptyState title={mayWrite ? t.noneYet : t.none} />
      )}
    </>
  );
}

interface StandingProps {
  readonly report: ReportView;
  readonly mayWrite: boolean;
}

/** Where the report is on its way, and what is missing for the next step. */
function Standing({ report, mayWrite }: StandingProps) {
  const t = useTexts(reportTexts);
  const f = useFormat();
  const { stage, considered, shown, versions, content } = report;
  const [latest] = versions;
  const missing = languages.filter((language) => missingIn(content.points, language) > 0);
  return (
    <>
      <p>
        {t.stages[stage]} {shown === null && latest !== undefined ? t.working(latest.version) : null}
      </p>
      {considered === null ? null : (
        <p>
          {t.considered(f.date(considered.on))} <span lang={considered.language}>{considered.response}</span>
        </p>
      )}
      {mayWrite && isEditable(stage) && missing.length > 0 ? (
        <p>
          {missing.map((language) => t.missing(missingIn(content.points, language), t.languages[language])).join(" ")}
        </p>
      ) : null}
    </>
  );
}

interface ReportProps extends StandingProps {
  readonly meeting: MeetingView;
  readonly participants: readonly Participant[];
}

function Report({ report, meeting, participants, mayWrite }: ReportProps) {
  const t = useTexts(reportTexts);
  const lang = useLanguage();
  const f = useFormat();
  const nameOf = namesOf(participants, lang);
  const { attendance, submissions } = report.content;
  const those = (attended: boolean | null) =>
    attendance
      .filter((one) => one.attended === attended)
      .map(({ participant }) => nameOf(participant))
      .sort(f.compare);
  const people = [
    [t.attended, those(true)],
    [t.didNot, those(false)],
    [t.notOnRecord, those(null)],
  ] as const;
  return (
    <>
      <ReportFiles report={report} />
      <Opening report={report} meeting={meeting} participants={participants} mayWrite={mayWrite} />
      <section className="section" aria-labelledby="participants">
        <h2 id="participants">{t.participants}</h2>
        {attendance.every(({ attended }) => attended === null) ? (
          <p>{t.nobody}</p>
        ) : (
          people.map(([say, names]) => (names.length === 0 ? null : <p key={names.join()}>{say(f.list(names))}</p>))
        )}
      </section>
      <Points report={report} meeting={meeting} participants={participants} mayWrite={mayWrite} />
      {mayWrite && isEditable(report.stage) && meeting.round !== null ? (
        <SubmissionsChoice report={report} meeting={meeting} />
      ) : null}
      {submissions === null ? null : (
        <section className="section" aria-labelledby="annex">
          <h2 id="annex">{t.annex}</h2>
          <p>{t.annexOf(roundWords[lang].name({ roundYear: submissions.round }))}</p>
          <ul className={styles.annex}>
            {[...submissions.rows]
              .sort((one, other) => f.compare(nameOf(one.participant), nameOf(other.participant)))
              .map(({ participant, submitted }) => (
                <li key={participant}>
                  {nameOf(participant)}: {submitted ? t.submitted : t.notSubmitted}
                </li>
              ))}
          </ul>
        </section>
      )}
      {report.content.figures.length > 0 || (mayWrite && isEditable(report.stage)) ? (
        <ReportFigures report={report} meeting={meeting} mayWrite={mayWrite} />
      ) : null}
      <Comments report={report} meeting={meeting} participants={participants} />
      <Versions report={report} meeting={meeting} />
    </>
  );
}
