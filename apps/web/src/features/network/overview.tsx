import type { MeetingSummary } from "@avances/contracts";
import { mayDo, readsForOrganisation } from "@avances/domain/access";
import { bodyCodes, meetingStanding, nextMeeting } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingSentence } from "#ui/meeting-words.ts";
import { OwnWords } from "#ui/next-meeting.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { MeetingList } from "./meeting-list.tsx";
import styles from "./network.module.css";
import { networkTexts } from "./network.texts.ts";

/** What waits for the reader: a file of its own, read after the meetings. */
const OwnNetwork = later(() => import("#ui/own-network.tsx").then((m) => m.OwnNetwork));

/** The meetings of the Network: the next one first, then those that have been, the latest first. */
export function Overview() {
  const t = useTexts(networkTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const { data, error } = useQuery(meetingsQuery);
  const participants = useQuery(participantsQuery);
  const fault = error ?? participants.error;
  const isRead = data !== undefined && participants.data !== undefined;
  if (!isRead && fault !== null) throw fault;
  // Everything at once: the acts below a title whose sentence is still to come would be pushed down by it. What waits for the reader is asked for meanwhile.
  if (!isRead)
    return (
      <>
        <PageHeader variant="work" title={t.title} />
        <div hidden>
          <OwnNetwork whole />
        </div>
        <Skeleton shape="table" rows={8} />
      </>
    );
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title}
        lead={
          data.meetings.length > 0 ? (
            <Next meetings={data.meetings} nameOf={namesOf(participants.data.participants, lang)} />
          ) : (
            <p>{t.lead}</p>
          )
        }
        actions={
          <>
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: "contributions" }}>
              {t.rooms.contributions}
            </LinkButton>
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: "recommendations" }}>
              {t.rooms.recommendations}
            </LinkButton>
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: "activities" }}>
              {t.rooms.activities}
            </LinkButton>
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: "guidelines" }}>
              {t.rooms.guidelines}
            </LinkButton>
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: "library" }}>
              {t.library}
            </LinkButton>
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: "commitments" }}>
              {t.commitments}
            </LinkButton>
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: "timeline" }}>
              {t.timeline}
            </LinkButton>
            {person !== null && mayDo(person.role, "network.manage") ? (
              <LinkButton to="/$lang/network/$" params={{ lang, _splat: "meetings/new" }}>
                {t.form.enter}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <OwnWords meetings={data.meetings} nameOf={namesOf(participants.data.participants, lang)} />
      <OwnNetwork whole />
      {data.meetings.length === 0 ? (
        <>
          <OwnPart nameOf={namesOf(participants.data.participants, lang)} />
          <EmptyState title={t.none} />
        </>
      ) : (
        <Meetings meetings={data.meetings} nameOf={namesOf(participants.data.participants, lang)} />
      )}
      <Bodies />
    </>
  );
}

interface MeetingsProps {
  readonly meetings: readonly MeetingSummary[];
  readonly nameOf: (code: string) => string;
}

/** The first answer of the page: when they meet next. */
function Next({ meetings, nameOf }: MeetingsProps) {
  const t = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const now = useServerNow();
  const meeting = nextMeeting(meetings, now);
  if (meeting === null) return <p>{t.noneAhead}</p>;
  return (
    <>
      <p>
        {m.next(m.bodies[meeting.body])} {meetingSentence(m, f, { meeting, now, nameOf })}
      </p>
      {meeting.invented ? <p className="quiet small">{m.invented}</p> : null}
    </>
  );
}

function Meetings({ meetings, nameOf }: MeetingsProps) {
  const t = useTexts(networkTexts);
  const now = useServerNow();
  const isAhead = (one: MeetingSummary) => ["to_come", "under_way"].includes(meetingStanding(one, now));
  const ahead = meetings.filter(isAhead).toReversed();
  return (
    <>
      <OwnPart nameOf={nameOf} />
      <MeetingList title={t.ahead} meetings={ahead} now={now} nameOf={nameOf} />
      <MeetingList title={t.before} meetings={meetings.filter((one) => !isAhead(one))} now={now} nameOf={nameOf} />
    </>
  );
}

/** For whom a guest reads here: it decides what is put before the guest's side. Members and the Secretariat read for themselves. */
function OwnPart({ nameOf }: Pick<MeetingsProps, "nameOf">) {
  const t = useTexts(networkTexts).guest;
  const { person } = useSession();
  if (person === null || !readsForOrganisation(person.role)) return null;
  return (
    <p className={styles.needs}>
      {person.organisation === null ? t.unknown : t.reads(nameOf(person.organisation))} {t.what}
    </p>
  );
}

function Bodies() {
  const t = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  return (
    <section className="section" aria-labelledby="bodies">
      <h2 id="bodies">{t.bodies}</h2>
      <ul className={styles.bodies}>
        {bodyCodes.map((code) => (
          <li key={code}>
            <Link to="/$lang/network/$" params={{ lang, _splat: `bodies/${code}` }}>
              {m.bodies[code]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
