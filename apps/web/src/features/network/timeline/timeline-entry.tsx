import type { TitleView } from "@avances/contracts";
import { meetingStanding } from "@avances/domain/network";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { firstDay } from "#lib/first-day.ts";
import { type Formats, useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { classNames } from "#ui/class-names.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { Title, titleIn, WordsNote } from "#ui/translated-words.tsx";
import styles from "./timeline.module.css";
import { timelineTexts } from "./timeline.texts.ts";
import type { Entry } from "./timeline-entries.ts";

interface EntryProps {
  readonly entry: Entry;
  readonly nameOf: (code: string) => string;
  /** Whoever does not read the board of a round reads the public page of the rounds. */
  readonly readsBoard: boolean;
}

/** One thing that happened, or is to come: on which day, what it was, and the way to what it came from. */
export function TimelineEntry({ entry, nameOf, readsBoard }: EntryProps) {
  const t = useTexts(timelineTexts);
  const f = useFormat();
  const { label, to, title, facts, isOpen } = useWords(entry, nameOf);
  const words = <Titled title={title} />;
  return (
    <li
      className={classNames(
        styles.entry,
        entry.kind === "meeting" && styles.meeting,
        (entry.isToCome || isOpen) && styles.open,
        entry.isToCome && styles.ahead,
      )}
    >
      <span className={styles.when}>{daysOf(t, f, entry)}</span>
      <div className={styles.what}>
        <span className={styles.label}>{[label, ...(entry.invented ? [t.invented] : [])].join(" · ")}</span>
        {to === null ? (
          <RoundLink entry={entry} readsBoard={readsBoard}>
            {words}
          </RoundLink>
        ) : (
          <RoomLink room={to}>{words}</RoomLink>
        )}
        {facts.length === 0 ? null : <span className={styles.fine}>{facts.join(" · ")}</span>}
        {typeof title === "string" ? null : <Untranslated title={title} />}
      </div>
    </li>
  );
}

function RoomLink({ room, children }: { readonly room: string; readonly children: ReactNode }) {
  const lang = useLanguage();
  return (
    <Link to="/$lang/network/$" params={{ lang, _splat: room }} className={styles.title}>
      {children}
    </Link>
  );
}

function RoundLink({ entry, readsBoard, children }: Omit<EntryProps, "nameOf"> & { readonly children: ReactNode }) {
  const lang = useLanguage();
  // What is public of a round stands on the public page, also for those who read its board.
  if (entry.kind === "round" && entry.moment !== "published" && readsBoard)
    return (
      <Link to="/$lang/rounds/$year" params={{ lang, year: String(entry.round.roundYear) }} className={styles.title}>
        {children}
      </Link>
    );
  return (
    <Link to="/$lang/countries" params={{ lang }} className={styles.title}>
      {children}
    </Link>
  );
}

interface Words {
  readonly label: string;
  /** The room of the Network that it leads to; null = to a round. */
  readonly to: string | null;
  readonly title: string | TitleView;
  readonly facts: readonly string[];
  /** It was planned and did not come to be, as far as is on record. */
  readonly isOpen: boolean;
}

function useWords(entry: Entry, nameOf: (code: string) => string): Words {
  const t = useTexts(timelineTexts);
  const m = useTexts(meetingTexts);
  const rounds = useTexts(roundWords);
  const f = useFormat();
  const now = useServerNow();
  switch (entry.kind) {
    case "meeting": {
      const { id, body, place, host } = entry.meeting;
      const standing = meetingStanding(entry.meeting, now);
      return {
        ...{ label: t.labels.meeting, to: `meetings/${id}`, title: m.bodies[body] },
        facts: [t.at(place, host === null ? null : nameOf(host)), m.standings[standing]],
        isOpen: standing !== "held",
      };
    }
    case "office": {
      const { body, participant, role } = entry.office;
      const held = t.office[role];
      return {
        ...{ label: t.labels[entry.moment], to: `bodies/${body}`, title: held(m.bodies[body], nameOf(participant)) },
        ...{ facts: [officeDays(t, f, entry)], isOpen: false },
      };
    }
    case "report": {
      const { id, body, heldOn } = entry.meeting;
      const title = m.reportOf(m.bodies[body], f.date(heldOn));
      return { label: t.labels.report, to: `meetings/${id}/report`, title, facts: [], isOpen: false };
    }
    case "activity": {
      const { id, title, author, place, standing } = entry.activity;
      return {
        ...{ label: t.labels[standing], to: `activities/${id}`, title, isOpen: standing !== "held" },
        facts: [t.by(nameOf(author)), place].filter((fact) => fact !== ""),
      };
    }
    case "commitment": {
      const { id, title, responsible } = entry.commitment;
      const facts = [t.responsible(nameOf(responsible))];
      return { label: t.labels.commitment, to: `commitments/${id}`, title, facts, isOpen: false };
    }
    case "round": {
      const name = rounds.heading(entry.round);
      const common = { label: t.labels[entry.moment], to: null, isOpen: false };
      if (entry.moment !== "published")
        return { ...common, title: entry.moment === "opens" ? name : t.due(name), facts: [] };
      const facts = [t.publishedOn(f.date(entry.day), f.date(entry.lastOn), entry.countries)];
      return { ...common, title: t.published(name, entry.countries), facts };
    }
  }
}

/** What the entry of an office leaves open: until when, or since when, as far as that is known. */
function officeDays(
  t: (typeof timelineTexts)["en"],
  f: Formats,
  { moment, office: { fromOn, untilOn } }: Extract<Entry, { readonly kind: "office" }>,
): string {
  if (moment === "ends") return fromOn === null ? t.sinceUnknown : t.sinceDay(f.date(fromOn));
  const until = untilOn === null ? t.untilUnknown : t.untilDay(f.date(untilOn));
  return moment === "begins" ? until : `${t.sinceUnknown} ${until}`;
}

const daysOf = (t: (typeof timelineTexts)["en"], f: Formats, { day, untilOn }: Entry): string =>
  untilOn === null ? f.date(day) : t.days(firstDay(f, day, untilOn), f.date(untilOn));

function Titled({ title }: Pick<Words, "title">) {
  return typeof title === "string" ? title : <Title words={title} />;
}

function Untranslated({ title }: { readonly title: TitleView }) {
  const lang = useLanguage();
  const shown = titleIn(title, lang);
  if (shown.state === "original" || shown.state === "translated") return null;
  return (
    <span className={styles.fine}>
      <WordsNote shown={{ ...shown, body: "" }} />
    </span>
  );
}
