import type { getOwnNetwork, ResponseOf } from "@avances/contracts";
import { languageFacts } from "@avances/domain/catalogue";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { meetingTexts } from "./meeting.texts.ts";
import styles from "./own-network.module.css";
import { ownNetworkTexts } from "./own-network.texts.ts";
import { writtenTexts } from "./written.texts.ts";

type OwnNetworkView = ResponseOf<typeof getOwnNetwork>;
type Task = OwnNetworkView["tasks"][number];
type Latest = OwnNetworkView["latest"][number];

const own = operation<typeof getOwnNetwork>("GET", "/network/own");
export const ownNetworkQuery = queryOptions({
  queryKey: ["own-network"],
  queryFn: ({ signal }) => call(own, { signal }),
});

/** Below `/$lang/network`: where its page is. */
const rooms = {
  ...{ document: "library", commitment: "commitments", contribution: "contributions" },
  ...{ recommendation: "recommendations", activity: "activities" },
  ...{ narrative: "narratives", guideline_statement: "guidelines" },
} as const;

function roomOf({ matterKind, matterId, meetingId }: Pick<Task, "matterKind" | "matterId" | "meetingId">): string {
  if (matterKind === "report") return meetingId === null ? "" : `meetings/${meetingId}/report`;
  return matterKind in rooms ? `${rooms[matterKind as keyof typeof rooms]}/${matterId}` : "";
}

/** So many are in sight; the others are opened. */
const inSight = 5;

interface OwnNetworkProps {
  /** On the page of the Network itself it is said that nothing waits, and what is new. */
  readonly whole?: boolean;
}

/** What the work of the Network needs of the reader's side, each with its day and the way there; for whoever writes for none, what is new to read. */
export function OwnNetwork({ whole = false }: OwnNetworkProps) {
  const t = useTexts(ownNetworkTexts);
  const lang = useLanguage();
  const { data } = useQuery(ownNetworkQuery);
  const participants = useQuery(participantsQuery);
  if (data === undefined || participants.data === undefined) return null;
  const nameOf = namesOf(participants.data.participants, lang);
  const { side, writes, tasks, latest } = data;
  const isNothing = tasks.length === 0;
  // Somebody with a task sees that first, and not what is new beside it.
  const showsLatest = latest.length > 0 && (whole || !writes);
  return (
    <>
      {isNothing ? (
        whole && writes && side !== null ? (
          <p>{t.nothing(nameOf(side))}</p>
        ) : null
      ) : (
        <section className={styles.network} aria-labelledby="network-waits">
          <h2 id="network-waits">{t.title}</h2>
          <ul className={styles.list}>
            {tasks.slice(0, inSight).map((task) => (
              <OneTask key={`${task.kind} ${task.matterId}`} task={task} />
            ))}
          </ul>
          {tasks.length > inSight ? (
            <details className={styles.all}>
              <summary>{t.more(tasks.length - inSight)}</summary>
              <ul className={styles.list}>
                {tasks.slice(inSight).map((task) => (
                  <OneTask key={`${task.kind} ${task.matterId}`} task={task} />
                ))}
              </ul>
            </details>
          ) : null}
        </section>
      )}
      {showsLatest ? (
        <section className={styles.network} aria-labelledby="network-latest">
          <h2 id="network-latest">{t.latest}</h2>
          <ul className={styles.list}>
            {latest.map((one) => (
              <LatestOne key={one.matterId} one={one} nameOf={nameOf} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

export function OwnTaskLink({ of }: { readonly of: Task | Latest }) {
  const w = useTexts(writtenTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const meetings = useQuery({ ...meetingsQuery, enabled: of.matterKind === "report" });
  // A report says each point in both languages: its name follows from its meeting, and is no title that somebody wrote.
  const meeting =
    of.matterKind === "report" ? meetings.data?.meetings.find(({ id }) => id === of.meetingId) : undefined;
  const title =
    meeting === undefined
      ? (of.titles.find(({ language }) => language === lang) ?? of.titles[0])
      : { language: lang, subject: m.reportOf(m.bodies[meeting.body], f.date(meeting.heldOn)) };
  return (
    <>
      <Link to="/$lang/network/$" params={{ lang, _splat: roomOf(of) }} lang={title?.language}>
        {title?.subject}
      </Link>
      {title === undefined || title.language === lang ? null : (
        <span className="quiet"> {w.in(languageFacts[title.language].called[lang])}</span>
      )}
    </>
  );
}

function OneTask({ task }: { readonly task: Task }) {
  const t = useTexts(ownNetworkTexts);
  const f = useFormat();
  const { kind, dueOn, overdueDays } = task;
  return (
    <li>
      <span>
        <OwnTaskLink of={task} />
        <span className={styles.what}>{t.tasks[kind]}</span>
      </span>
      <span className={overdueDays === null ? styles.due : `${styles.due} ${styles.late}`}>
        {dueOn === null
          ? kind === "owed"
            ? t.noDay
            : ""
          : overdueDays === null
            ? t.due(f.date(dueOn))
            : t.overdue(f.date(dueOn), overdueDays)}
      </span>
    </li>
  );
}

function LatestOne({ one, nameOf }: { readonly one: Latest; readonly nameOf: (code: string) => string }) {
  const t = useTexts(ownNetworkTexts);
  const f = useFormat();
  const kinds: Readonly<Record<string, string>> = t.kinds;
  return (
    <li>
      <span>
        <OwnTaskLink of={one} />
        <span className={styles.what}>{kinds[one.matterKind]}</span>
      </span>
      <span>{t.filed(nameOf(one.author), f.shortDay(one.filedAt))}</span>
    </li>
  );
}
