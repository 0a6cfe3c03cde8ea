import type { TimelineView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { bodyCodes } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { matrixQuery, type PublicMatrix } from "#lib/published-queries.ts";
import { useSession } from "#lib/session.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { CodeSelect } from "#ui/code-select.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { networkTexts } from "../network.texts.ts";
import type { RoomAt } from "../rooms.ts";
import styles from "./timeline.module.css";
import { timelineTexts } from "./timeline.texts.ts";
import { byYear, type Entry, type EntryKind, entriesOf, entryKinds, firstHeld } from "./timeline-entries.ts";
import { TimelineEntry } from "./timeline-entry.tsx";
import { timelineQuery } from "./timeline-queries.ts";

/** What is on record of the Network by its days, or of one of its bodies. */
export function TimelinePage({ params }: Pick<RoomAt, "params">) {
  const code = params.body?.toUpperCase();
  const body = bodyCodes.find((one) => one === code);
  if (code !== undefined && body === undefined) throw notFound();
  return <TimelineOf body={body ?? null} />;
}

interface TimelineOfProps {
  /** Null: of all. */
  readonly body: (typeof bodyCodes)[number] | null;
}

function TimelineOf({ body }: TimelineOfProps) {
  const t = useTexts(timelineTexts);
  const n = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const timeline = useQuery(timelineQuery);
  const matrix = useQuery(matrixQuery);
  const participants = useQuery(participantsQuery);
  const isRead = timeline.data !== undefined && matrix.data !== undefined && participants.data !== undefined;
  const fault = timeline.error ?? matrix.error ?? participants.error;
  if (!isRead && fault !== null) throw fault;
  const up = [
    <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
      {n.title}
    </Link>,
  ];
  if (body !== null)
    up.push(
      <Link key="body" to="/$lang/network/$" params={{ lang, _splat: `bodies/${body}` }}>
        {m.bodies[body]}
      </Link>,
    );
  return (
    <>
      <PageHeader
        variant="work"
        title={body === null ? t.title : t.titleOf(m.bodies[body])}
        breadcrumbs={up}
        lead={
          <>
            {timeline.data === undefined ? null : <Since timeline={timeline.data} body={body} />}
            <p className="quiet small">{t.note}</p>
            {body === null ? null : (
              <p className="quiet small">
                {t.noteOfBody}{" "}
                <Link to="/$lang/network/$" params={{ lang, _splat: "timeline" }}>
                  {t.toAll}
                </Link>
              </p>
            )}
          </>
        }
      />
      {isRead ? (
        <Entries
          timeline={timeline.data}
          matrix={matrix.data}
          body={body}
          nameOf={namesOf(participants.data.participants, lang)}
        />
      ) : (
        <Skeleton shape="table" rows={8} />
      )}
    </>
  );
}

/** From when on: the first meeting that somebody said was held. */
function Since({ timeline, body }: TimelineOfProps & { readonly timeline: TimelineView }) {
  const t = useTexts(timelineTexts);
  const f = useFormat();
  const first = firstHeld(timeline.meetings.filter((one) => body === null || one.body === body));
  return <p>{first === null ? t.noneHeld : t.since(f.date(first.heldOn))}</p>;
}

interface EntriesProps extends TimelineOfProps {
  readonly timeline: TimelineView;
  readonly matrix: PublicMatrix;
  readonly nameOf: (code: string) => string;
}

function Entries({ timeline, matrix, body, nameOf }: EntriesProps) {
  const t = useTexts(timelineTexts);
  const now = useServerNow();
  const [kind, setKind] = useState<EntryKind>();
  const all = entriesOf(timeline, matrix, now).filter((entry) => body === null || entry.body === body);
  if (all.length === 0) return <EmptyState title={t.none}>{t.noneText}</EmptyState>;
  const shown = all.filter((entry) => kind === undefined || entry.kind === kind);
  const ahead = shown.filter(({ isToCome }) => isToCome).toReversed();
  const groups = byYear(shown.filter(({ isToCome }) => !isToCome));
  const countOf = (one: EntryKind) => all.filter((entry) => entry.kind === one).length;
  return (
    <>
      <div className={styles.controls}>
        <CodeSelect
          label={t.show}
          name="kind"
          all={t.everything(all.length)}
          value={kind}
          options={entryKinds
            .filter((one) => countOf(one) > 0)
            .map((one) => ({ code: one, text: t.kindOf(t.kinds[one], countOf(one)) }))}
          onChoose={setKind}
        />
        <Years groups={groups} />
        <p role="status" className="sr-only">
          {t.shown(shown.length)}
        </p>
      </div>
      {ahead.length === 0 ? null : <Group id="ahead" title={t.ahead} entries={ahead} nameOf={nameOf} />}
      {groups.map((group) =>
        "year" in group ? (
          <Group
            key={group.year}
            id={`year-${group.year}`}
            title={`${group.year}`}
            entries={group.entries}
            nameOf={nameOf}
          />
        ) : (
          <p key={group.from} className={styles.gap}>
            {(kind === undefined ? t.nothing : t.nothingOfIt)(t.gap(group.from, group.until))}
          </p>
        ),
      )}
    </>
  );
}

/** Where there are several years: to each of them. */
function Years({ groups }: { readonly groups: ReturnType<typeof byYear> }) {
  const t = useTexts(timelineTexts);
  const years = groups.flatMap((group) => ("year" in group ? [group.year] : []));
  if (years.length < 3) return null;
  return (
    <nav aria-label={t.years}>
      <ul className={styles.years}>
        {years.map((year) => (
          <li key={year}>
            <a href={`#year-${year}`}>{year}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly nameOf: (code: string) => string;
}

function Group({ id, title, entries, nameOf }: GroupProps) {
  const { person } = useSession();
  const readsBoard = person !== null && mayDo(person.role, "status-board.read");
  return (
    <section className={styles.year} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <TimelineEntry key={entry.key} entry={entry} nameOf={nameOf} readsBoard={readsBoard} />
        ))}
      </ol>
    </section>
  );
}
