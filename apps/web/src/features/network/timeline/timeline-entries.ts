import type { TimelineView } from "@avances/contracts";
import { type BodyCode, meetingStanding } from "@avances/domain/network";
import type { PublicMatrix } from "#lib/published-queries.ts";
import { type NamedRound, roundOf } from "#lib/round-words.ts";

export const entryKinds = ["meeting", "office", "report", "activity", "round", "commitment"] as const;
export type EntryKind = (typeof entryKinds)[number];

type Of<K extends keyof TimelineView> = TimelineView[K] extends readonly (infer T)[] ? T : never;

/** What one entry tells. `moment`: what of it happened on that day. */
export type Told =
  | { readonly kind: "meeting"; readonly meeting: Of<"meetings"> }
  | { readonly kind: "office"; readonly moment: "begins" | "ends" | "known"; readonly office: Of<"offices"> }
  | { readonly kind: "report"; readonly meeting: Of<"meetings"> }
  | { readonly kind: "activity"; readonly activity: Of<"activities"> }
  | { readonly kind: "round"; readonly moment: "opens" | "due"; readonly round: NamedRound }
  | {
      readonly kind: "round";
      readonly moment: "published";
      readonly round: NamedRound;
      readonly countries: number;
      /** The day on which the last of the reports that are public now became so. */
      readonly lastOn: string;
    }
  | { readonly kind: "commitment"; readonly commitment: Of<"commitments"> };

export type Entry = Told & {
  readonly key: string;
  readonly day: string;
  readonly untilOn: string | null;
  /** Its day has not come: nobody knows yet whether it will be so. */
  readonly isToCome: boolean;
  readonly invented: boolean;
  /** Null: of no body. */
  readonly body: BodyCode | null;
};

/** Everything that has a day, the latest first. `now`: the moment of the server. */
export function entriesOf(timeline: TimelineView, matrix: PublicMatrix, now: Date): readonly Entry[] {
  const { today, meetings } = timeline;
  const meetingEntries = meetings.map((meeting): Entry => {
    const { id, heldOn: day, untilOn, body, invented } = meeting;
    const isToCome = meetingStanding(meeting, now) === "to_come";
    return { ...{ kind: "meeting", meeting, key: `meeting ${id}`, day, untilOn, body, invented }, isToCome };
  });
  const reports = timeline.reports.flatMap(({ meetingId, consideredOn: day, invented }): readonly Entry[] => {
    const meeting = meetings.find(({ id }) => id === meetingId);
    if (meeting === undefined) return [];
    const { body } = meeting;
    const key = `report ${meetingId}`;
    return [{ ...{ kind: "report", meeting, key, day, body, invented }, untilOn: null, isToCome: day > today }];
  });
  const activities = timeline.activities.map((activity): Entry => {
    const { id, fromOn: day, untilOn, body, invented, isToCome } = activity;
    return { ...{ kind: "activity", activity, key: `activity ${id}`, day, untilOn, body, invented, isToCome } };
  });
  const commitments = timeline.commitments.map((commitment): Entry => {
    const { id, notedOn: day, body, invented } = commitment;
    const key = `commitment ${id}`;
    return { ...{ kind: "commitment", commitment, key, day, body, invented }, untilOn: null, isToCome: false };
  });
  return [
    ...[...meetingEntries, ...timeline.offices.flatMap((office) => officeEntries(office, today))],
    ...[...reports, ...activities, ...roundEntries(matrix, today), ...commitments],
  ].toSorted((one, other) => other.day.localeCompare(one.day) || one.key.localeCompare(other.key));
}

/** When it began and when it ended, as far as that is known; of one of which nobody knows since when, the day on which it was so. */
function officeEntries(office: Of<"offices">, today: string): readonly Entry[] {
  const { id, body, invented, fromOn, untilOn, knownOn } = office;
  const days = { begins: fromOn, known: fromOn === null ? knownOn : null, ends: untilOn } as const;
  return (["begins", "known", "ends"] as const).flatMap((moment) => {
    const day = days[moment];
    if (day === null) return [];
    const key = `office ${id} ${moment}`;
    return [{ ...{ kind: "office", office, moment, key, day, body, invented }, untilOn: null, isToCome: day > today }];
  });
}

/** The rounds as the public file has them: when each opened, by when it was due, and what is public of it. */
function roundEntries({ edition, rounds, cells }: PublicMatrix, today: string): readonly Entry[] {
  const invented = edition?.demonstration ?? false;
  return rounds.flatMap(({ roundYear, referenceYear, opensOn, dueOn }): readonly Entry[] => {
    const round = roundOf({ year: roundYear, referenceYear });
    const common = { kind: "round", round, untilOn: null, body: null, invented } as const;
    const published = cells
      .filter((cell) => cell.roundYear === roundYear)
      .flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt.slice(0, 10)]))
      .toSorted();
    const [firstOn, lastOn] = [published[0], published.at(-1)];
    const key = (moment: string) => `round ${roundYear} ${moment}`;
    return [
      { ...common, moment: "opens", key: key("opens"), day: opensOn, isToCome: false },
      { ...common, moment: "due", key: key("due"), day: dueOn, isToCome: dueOn > today },
      ...(firstOn === undefined || lastOn === undefined
        ? []
        : [
            {
              ...{ ...common, moment: "published" as const, key: key("published"), day: firstOn, isToCome: false },
              ...{ countries: published.length, lastOn },
            },
          ]),
    ];
  });
}

/** What is shown below one heading: the entries of a year, or years in a row of which there are none. */
export type YearGroup =
  | { readonly year: number; readonly entries: readonly Entry[] }
  | { readonly from: number; readonly until: number };

const yearOf = ({ day }: Pick<Entry, "day">) => Number(day.slice(0, 4));

/** Entries by year, the latest year first. Between the first and the last year none is passed over in silence. */
export function byYear(entries: readonly Entry[]): readonly YearGroup[] {
  const years = [...new Set(entries.map(yearOf))].toSorted((one, other) => other - one);
  return years.flatMap((year, place) => {
    const own = { year, entries: entries.filter((entry) => yearOf(entry) === year) };
    const later = years[place - 1];
    return later === undefined || later - year < 2 ? [own] : [{ from: year + 1, until: later - 1 }, own];
  });
}

/** The first meeting that is on record as held; null = none is. */
export function firstHeld(meetings: TimelineView["meetings"]): Of<"meetings"> | null {
  return (
    meetings.filter(({ state }) => state === "held").toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))[0] ?? null
  );
}
