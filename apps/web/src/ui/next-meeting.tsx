import type { MeetingSummary } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { nextMeeting } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { cameByLink } from "#lib/person-rights.ts";
import { usePagePerson } from "#lib/session.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { meetingTexts } from "./meeting.texts.ts";
import { meetingDays, meetingSentence } from "./meeting-words.ts";
import styles from "./next-meeting.module.css";

/** Comes after the page's own work. */
const OwnNetwork = later(() => import("./own-network.tsx").then((m) => m.OwnNetwork));
/** Only a country has something to tell. */
const OwnProgress = later(() => import("./own-progress.tsx").then((m) => m.OwnProgress));

/** On a home, after its own work or before: what the work of the Network needs of the reader, or what is new to read. */
export function ReadersNetwork() {
  const { person } = usePagePerson();
  return person !== null && mayDo(person.role, "network.read") && !cameByLink(person) ? <OwnNetwork /> : null;
}

/** Only a country has views of itself to answer. */
const OwnViews = later(() => import("./own-views.tsx").then((m) => m.OwnViews));

/** On a home: what waits for the answer of the own country, and the next meeting. */
export function NextMeeting() {
  return (
    <>
      <ViewsToAnswer />
      <Meeting />
    </>
  );
}

function ViewsToAnswer() {
  const { person } = usePagePerson();
  const answers = person !== null && mayDo(person.role, "matter.reply") && !cameByLink(person);
  return answers && person.country !== null ? <OwnViews country={person.country} /> : null;
}

interface OfMeetingsProps {
  readonly meetings: readonly MeetingSummary[];
  readonly nameOf: (code: string) => string;
}

/** On the page of the Network: what a country has to answer, and to tell for the next meeting. Nothing for everybody else. */
export function OwnWords(props: OfMeetingsProps) {
  return (
    <>
      <ViewsToAnswer />
      <ToTell {...props} />
    </>
  );
}

/** What the own country has left to tell for the next meeting of the Network: another body may meet before it does. */
function ToTell({ meetings, nameOf }: OfMeetingsProps) {
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const now = useServerNow();
  const { person } = usePagePerson();
  if (person === null || !mayDo(person.role, "narrative.write") || cameByLink(person)) return null;
  const asked = nextMeeting(
    meetings.filter(({ body }) => body === "LON"),
    now,
  );
  return asked === null ? null : <OwnProgress meeting={asked} nameOf={nameOf} days={meetingDays(m, f, asked)} />;
}

/** The next meeting in one line. Nothing for whoever does not read the Network, when none is planned, and until it is known. */
function Meeting() {
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const now = useServerNow();
  const { person } = usePagePerson();
  const enabled = person !== null && mayDo(person.role, "network.read") && !cameByLink(person);
  const meetings = useQuery({ ...meetingsQuery, enabled });
  const participants = useQuery({ ...participantsQuery, enabled });
  if (!enabled || meetings.data === undefined || participants.data === undefined) return null;
  const meeting = nextMeeting(meetings.data.meetings, now);
  if (meeting === null) return null;
  const nameOf = namesOf(participants.data.participants, lang);
  return (
    <>
      <p className={styles.line}>
        <Link to="/$lang/network/$" params={{ lang, _splat: `meetings/${meeting.id}` }}>
          {m.next(m.bodies[meeting.body])}
        </Link>{" "}
        {meetingSentence(m, f, { meeting, now, nameOf })}{" "}
        {meeting.invented ? <span className="quiet small">{m.invented}</span> : null}
      </p>
      <ToTell meetings={meetings.data.meetings} nameOf={nameOf} />
    </>
  );
}
