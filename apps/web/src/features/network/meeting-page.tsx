import type { MeetingView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { meetingStanding, sourceName } from "@avances/domain/network";
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
import { useServerNow } from "#lib/use-server-now.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays, meetingSentence } from "#ui/meeting-words.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Agenda } from "./agenda/agenda.tsx";
import { Delegations } from "./delegations.tsx";
import { MeetingRecord } from "./meeting-record.tsx";
import styles from "./network.module.css";
import { networkTexts } from "./network.texts.ts";
import { meetingQuery, useMeetingEntry } from "./network-queries.ts";
import type { RoomAt } from "./rooms.ts";

/** Only the Secretariat needs the forms. */
const MeetingPack = later(() => import("./pack/meeting-pack.tsx").then((m) => m.MeetingPack));
const MeetingActs = later(() => import("./meeting-acts.tsx").then((m) => m.MeetingActs));
/** What belongs to the meeting stands below the first screen. */
const DocumentsOfMeeting = later(() => import("./library/documents-of-meeting.tsx").then((m) => m.DocumentsOfMeeting));
/** Only a country has something to tell. */
const OwnProgress = later(() => import("#ui/own-progress.tsx").then((m) => m.OwnProgress));
const ProgressOfMeeting = later(() => import("./narratives/progress-of-meeting.tsx").then((m) => m.ProgressOfMeeting));
const ActivitiesOfMeeting = later(() =>
  import("./activities/activities-of-meeting.tsx").then((m) => m.ActivitiesOfMeeting),
);
const CommitmentsOfMeeting = later(() =>
  import("./commitments/commitments-of-meeting.tsx").then((m) => m.CommitmentsOfMeeting),
);

/** One meeting: when and where, what it needs, who was there, and what was done to it. */
export function MeetingPage({ params }: Pick<RoomAt, "params">) {
  const t = useTexts(networkTexts);
  const meeting = useQuery(meetingQuery(params.meetingId ?? ""));
  const participants = useQuery(participantsQuery);
  if (meeting.data === undefined || participants.data === undefined) {
    const fault = meeting.error ?? participants.error;
    // An address that names no meeting, or nothing that could be one.
    if (fault instanceof ApiProblem && (fault.status === 404 || fault.status === 400)) throw notFound();
    if (fault !== null) throw fault;
    return (
      <>
        <PageHeader variant="work" title={t.title} />
        <Skeleton shape="table" rows={6} />
      </>
    );
  }
  return <Meeting meeting={meeting.data} participants={participants.data.participants} />;
}

/** Spanish writes a weekday small, but not at the head of a page. */
const asHeading = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

interface MeetingProps {
  readonly meeting: MeetingView;
  readonly participants: readonly Participant[];
}

function Meeting({ meeting, participants }: MeetingProps) {
  const t = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const now = useServerNow();
  const { person } = useSession();
  const nameOf = namesOf(participants, lang);
  const own = meeting.attendance.find(({ participant }) => participant === person?.country);
  const isDesk = person !== null && mayDo(person.role, "network.manage");
  const isAhead = ["to_come", "under_way"].includes(meetingStanding(meeting, now));
  return (
    <>
      <PageHeader
        variant="work"
        eyebrow={
          <Link to="/$lang/network/$" params={{ lang, _splat: `bodies/${meeting.body}` }}>
            {m.bodies[meeting.body]}
          </Link>
        }
        title={t.meetingOf(m.bodies[meeting.body], meetingDays(m, f, meeting))}
        heading={asHeading(meetingDays(m, f, meeting))}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {t.title}
          </Link>,
        ]}
        lead={
          <>
            <p>{meetingSentence(m, f, { meeting, now, nameOf })}</p>
            {meeting.cancelledReason === null ? null : <p>{t.reason(meeting.cancelledReason)}</p>}
            {meeting.invented ? <p className="quiet small">{m.invented}</p> : null}
            {meeting.publicSource === null ? null : (
              <p className="quiet small">{t.source(sourceName(meeting.publicSource, lang))}</p>
            )}
            {/* Before it was held the Secretariat alone can have a report of it. */}
            {meeting.state === "held" || (isDesk && meeting.state !== "cancelled") ? (
              <p>
                <Link to="/$lang/network/$" params={{ lang, _splat: `meetings/${meeting.id}/report` }}>
                  {t.report}
                </Link>
              </p>
            ) : null}
          </>
        }
        actions={
          <>
            <CalendarKey meeting={meeting} />
            {isDesk && meeting.state !== "cancelled" ? (
              <MeetingActs meeting={meeting} participants={participants} />
            ) : null}
          </>
        }
      />
      {isAhead && meeting.round !== null && own?.submitted === false ? (
        <div className={styles.needs}>
          <Callout
            tone="caution"
            actions={
              <LinkButton to="/$lang/home" params={{ lang }}>
                {t.toReport}
              </LinkButton>
            }
          >
            {t.needs(nameOf(own.participant), roundWords[lang].name({ roundYear: meeting.round }))}
          </Callout>
        </div>
      ) : null}
      {isAhead && person !== null && mayDo(person.role, "narrative.write") ? (
        <OwnProgress meeting={meeting} nameOf={nameOf} />
      ) : null}
      <Agenda meeting={meeting} nameOf={nameOf} />
      <Delegations meeting={meeting} nameOf={nameOf} />
      <ProgressOfMeeting meeting={meeting} nameOf={nameOf} />
      <DocumentsOfMeeting meeting={meeting} />
      <CommitmentsOfMeeting meeting={meeting} nameOf={nameOf} />
      <ActivitiesOfMeeting meeting={meeting} nameOf={nameOf} />
      {isDesk && meeting.state !== "cancelled" ? <MeetingPack meeting={meeting} /> : null}
      <MeetingRecord meeting={meeting} nameOf={nameOf} />
    </>
  );
}

/** The meeting for the reader's own calendar. Of one that has been there is nothing to enter. */
function CalendarKey({ meeting }: Pick<MeetingProps, "meeting">) {
  const t = useTexts(networkTexts);
  const entry = useMeetingEntry(meeting.id, useLanguage());
  const now = useServerNow();
  if (!["to_come", "under_way"].includes(meetingStanding(meeting, now))) return null;
  return (
    <>
      <Button busy={entry.isPending} onClick={() => entry.mutate()}>
        {t.toCalendar}
      </Button>
      <ProblemNote error={entry.error} />
    </>
  );
}
