import { markWords } from "@avances/charts/paper";
import { reportMark } from "@avances/charts/series";
import type { getMatrix, ResponseOf } from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import {
  activityPlace,
  activityWords,
  carriedOver,
  commitmentWords,
  inLanguage,
  isUnderWay,
  lastOfEach,
  overdueDays,
  type PackAudience,
  type ParticipantCode,
  type ReportFigures,
  voiceWords,
} from "@avances/domain/network";
import { localClock, localDate } from "@avances/domain/round";
import { saidLast } from "#features/shared/activity-ground.ts";
import { firstLongDate, longDate } from "#features/shared/long-date.ts";
import type { Block, Paper } from "#features/shared/paper/blocks.ts";
import { figureBlocks } from "./figure-blocks.ts";
import { packTexts } from "./pack-texts.ts";
import type { PackFacts, Worded } from "./read-pack.ts";
import { reportPaper } from "./report-paper.ts";

export type Matrix = ResponseOf<typeof getMatrix>;

interface Published {
  readonly matrix: Matrix;
  /** Those of the papers themselves. */
  readonly figures: ReportFigures;
}

interface About {
  readonly language: Language;
  readonly audience: PackAudience;
  readonly now: Date;
  /** By whose clocks days are told: those of the host, else of the Secretariat. */
  readonly timeZone: string;
  /** The same in words. */
  readonly clocks: string;
  readonly isDemonstration: boolean;
  /** Of those who owe something. */
  readonly zoneOf: (code: ParticipantCode) => string;
}

/** The most rounds of the table of who has reported. */
const mostRounds = 3;

/** The papers of a meeting as one document: who has reported, charts, what changed, what is open, what is proposed, the report. */
export function packPaper(facts: PackFacts, published: Published, about: About): Paper {
  const { language, audience, now, timeZone, clocks } = about;
  const t = packTexts[language];
  const { meeting } = facts;
  const nameOf = (code: ParticipantCode) => facts.names.get(code)?.[language] ?? code;
  const { heldOn, untilOn, place, host } = meeting;
  const days =
    untilOn === null
      ? longDate(heldOn, language)
      : t.days(firstLongDate(heldOn, untilOn, language), longDate(untilOn, language));
  const print = { language, timeZone };
  const blocks: readonly Block[] = [
    {
      ...{ kind: "title", above: t.above, text: `${t.title}: ${nameOf(meeting.body)}` },
      lines: [
        days,
        host === null ? place : t.host(place, nameOf(host)),
        t.made(`${longDate(localDate(now, timeZone), language)}, ${localClock(now, timeZone).slice(-5)} (${clocks})`),
      ],
      warnings: [t.audiences[audience], t.working, ...(about.isDemonstration ? [t.demonstration] : [])],
    },
    ...status(facts, published.matrix, about),
    { kind: "heading", text: t.progress },
    ...published.figures.figures.flatMap((figure) => figureBlocks(figure, published.figures.edition, print)),
    ...told(facts, about, nameOf),
    ...changes(facts, published.matrix, about, nameOf),
    ...commitments(facts, about, nameOf),
    ...recommendations(facts, about, nameOf),
    ...activities(facts, about, nameOf),
    ...report(facts, about),
  ];
  return { title: `${t.title}: ${nameOf(meeting.body)}, ${days}`, language, madeAt: now, blocks };
}

type NameOf = (code: ParticipantCode) => string;

/** Who has reported, as the public may know it; for members also what was received. Neutral words, alphabetical. */
function status({ meeting }: PackFacts, matrix: Matrix, { language, now, timeZone }: About): readonly Block[] {
  const t = packTexts[language];
  const heading: Block = { kind: "heading", text: t.status };
  const rounds = matrix.rounds.slice(-mostRounds);
  const latest = rounds.at(-1);
  if (latest === undefined) return [heading, { kind: "paragraph", runs: [{ text: t.noRound }] }];
  const { compare } = new Intl.Collator(language);
  const today = localDate(now, timeZone);
  const cellOf = (country: string, roundYear: number) =>
    matrix.cells.find((cell) => cell.country === country && cell.roundYear === roundYear);
  const owed = matrix.cells.filter((cell) => cell.roundYear === latest.roundYear && cell.obligated);
  // Told to those alone who may see the state of every report.
  const received = new Map(meeting.attendance.map(({ participant, submitted }) => [participant, submitted]));
  const tells = meeting.round !== null && [...received.values()].some((one) => one !== null);
  const rows = [...matrix.countries]
    .sort((one, other) => compare(one.name[language], other.name[language]))
    .map(({ iso3, name }) => {
      const submitted = received.get(iso3) ?? null;
      return [
        name[language],
        ...rounds.map((round) => {
          const cell = cellOf(iso3, round.roundYear);
          if (cell?.publishedAt)
            return t.publishedOn(longDate(localDate(new Date(cell.publishedAt), timeZone), language));
          if (cell === undefined || cell.state === "published") return t.notSaid;
          return markWords[language][reportMark(cell.state, round, today)];
        }),
        ...(tells ? [submitted === null ? t.notSaid : submitted ? t.yes : t.no] : []),
      ];
    });
  const round = t.round(latest.roundYear, latest.referenceYear);
  return [
    heading,
    {
      kind: "paragraph",
      runs: [{ text: t.statusLead(owed.filter(({ state }) => state === "published").length, owed.length, round) }],
    },
    {
      ...{ kind: "table", caption: t.statusTable, rows },
      heads: [
        t.country,
        ...rounds.map(({ roundYear, referenceYear }) => t.round(roundYear, referenceYear)),
        ...(tells && meeting.round !== null ? [t.received(meeting.round)] : []),
      ],
      widths: [3, ...rounds.map(() => 2), ...(tells ? [1.5] : [])],
    },
    ...(tells ? [{ kind: "note" as const, text: t.statusNote }] : []),
  ];
}

/** What a matter says first, in the language of the papers, or in its own and said so. */
function subjectOf(row: Worded, { translations }: Pick<PackFacts, "translations">, language: Language): string {
  const t = packTexts[language];
  const own = translations.filter(({ matterId }) => matterId === row.id);
  const words = inLanguage(row, own, language);
  return words.language === language
    ? words.subject
    : `${words.subject} ${t.otherLanguage(t.languages[words.language])}`;
}

/** What countries tell of their progress for this meeting: who has shared it, and the words that every reader of the papers may read. */
function told(facts: PackFacts, { language, timeZone }: About, nameOf: NameOf): readonly Block[] {
  const { shared, narratives } = facts;
  if (shared === null) return [];
  const t = packTexts[language];
  const { compare } = new Intl.Collator(language);
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const who = shared.map(({ participant }) => nameOf(participant)).sort(compare);
  const paragraph = (text: string): Block => ({ kind: "paragraph", runs: [{ text }] });
  const rows = [...narratives].sort(
    (one, other) =>
      compare(nameOf(one.authorCode), nameOf(other.authorCode)) || compare(one.instrument, other.instrument),
  );
  return [
    { kind: "heading", text: t.told },
    paragraph(who.length === 0 ? t.toldByNobody : t.toldBy(list.format(who))),
    ...(who.length > 0 && rows.length === 0 ? [paragraph(t.noTold)] : []),
    ...rows.flatMap((row): readonly Block[] => {
      const own = facts.translations.filter(({ matterId }) => matterId === row.id);
      const { body } = inLanguage(row, own, language);
      const day = row.filedAt === null ? "" : longDate(localDate(row.filedAt, timeZone), language);
      return [
        { kind: "subheading", text: t.toldOf(nameOf(row.authorCode), t.protocols[row.instrument], day) },
        { kind: "paragraph", runs: [{ text: subjectOf(row, facts, language), isStrong: true }] },
        ...body
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => paragraph(line)),
        ...(row.indicators.length === 0 ? [] : [paragraph(t.toldAbout(row.indicators.join(", ")))]),
      ];
    }),
  ];
}

function changes(facts: PackFacts, matrix: Matrix, about: About, nameOf: NameOf): readonly Block[] {
  const { last, commitments: owed, documents, contributions, recommendations: made, activities: proposed } = facts;
  const { language, timeZone } = about;
  const t = packTexts[language];
  if (last === null)
    return [
      { kind: "heading", text: t.since(null) },
      { kind: "paragraph", runs: [{ text: t.first }] },
    ];
  const dayOf = (at: Date) => longDate(localDate(at, timeZone), language);
  const isNew = (at: Date | null): at is Date => at !== null && at >= last.endedAt;
  const said = (row: Worded) => subjectOf(row, facts, language);
  const { compare } = new Intl.Collator(language);
  const ofSide = (rows: readonly (Worded & { readonly authorCode: string; readonly filedAt: Date | null })[]) =>
    rows.flatMap((row) => (isNew(row.filedAt) ? [t.by(said(row), nameOf(row.authorCode), dayOf(row.filedAt))] : []));
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [
      t.reports,
      matrix.cells
        .flatMap(({ country, roundYear, referenceYear, publishedAt }) => {
          const at = publishedAt === null ? null : new Date(publishedAt);
          if (!isNew(at)) return [];
          const name = matrix.countries.find(({ iso3 }) => iso3 === country)?.name[language] ?? country;
          return [t.reportOf(name, t.round(roundYear, referenceYear).toLowerCase(), dayOf(at))];
        })
        .sort(compare),
    ],
    [t.newCommitments, ofSide(owed)],
    [
      t.moved,
      owed.flatMap((row) =>
        // With what it was entered is no news of it.
        isNew(row.stageAt) && row.filedAt !== null && row.stageAt > row.filedAt
          ? [t.movedTo(said(row), commitmentWords[language].stages[row.stage], dayOf(row.stageAt))]
          : [],
      ),
    ],
    [t.documents, ofSide(documents)],
    [t.contributions, ofSide(contributions)],
    [t.recommendationsMade, ofSide(made)],
    [t.activitiesProposed, ofSide(proposed)],
    [
      t.activitiesTold,
      proposed.flatMap((row) => {
        const { held, evaluation } = saidLast(row, facts.onActivities);
        const said = [evaluation, held].find((one) => one !== null && isNew(one.at)) ?? null;
        if (said === null) return [];
        const stage = activityWords[language].stages[said === evaluation ? "evaluated" : "held"];
        return [t.movedTo(subjectOf(row, facts, language), stage, dayOf(said.at))];
      }),
    ],
  ];
  const told = lists.filter(([, lines]) => lines.length > 0);
  return [
    { kind: "heading", text: t.since(longDate(last.heldOn, language)) },
    ...(told.length === 0 ? [{ kind: "paragraph" as const, runs: [{ text: t.sinceNothing }] }] : []),
    ...told.flatMap(([head, lines]): readonly Block[] => [
      { kind: "subheading", text: head },
      ...lines.map((text): Block => ({ kind: "paragraph", runs: [{ text }] })),
    ]),
  ];
}

function commitments(facts: PackFacts, { language, now, zoneOf }: About, nameOf: NameOf): readonly Block[] {
  const t = packTexts[language];
  const heading: Block = { kind: "heading", text: t.commitments };
  const open = facts.commitments.filter(({ stage }) => isUnderWay(stage));
  if (open.length === 0) return [heading, { kind: "paragraph", runs: [{ text: t.noCommitments }] }];
  const rows = open.map((row) => {
    const { stage, dueOn, responsibleCode, point } = row;
    const madeAt = facts.meetings.find(({ id }) => id === row.meetingId) ?? null;
    const late = overdueDays({ stage, dueOn, timeZone: zoneOf(responsibleCode) }, now);
    const carried = carriedOver({ stage, madeAt }, facts.meetings).length;
    return [
      madeAt === null ? (point ?? "") : t.ofMeeting(point ?? "", longDate(madeAt.heldOn, language)),
      subjectOf(row, facts, language),
      nameOf(responsibleCode),
      dueOn === null ? t.noDay : longDate(dueOn, language),
      [
        commitmentWords[language].stages[stage],
        ...(late === null ? [] : [t.overdue(late)]),
        ...(carried === 0 ? [] : [t.carried(carried)]),
      ].join("; "),
    ];
  });
  return [
    heading,
    {
      kind: "table",
      caption: t.commitments,
      isNamedAbove: true,
      heads: t.commitmentHeads,
      rows,
      widths: [2, 4, 2, 2, 2.4],
    },
  ];
}

function recommendations(facts: PackFacts, { language }: About, nameOf: NameOf): readonly Block[] {
  const t = packTexts[language];
  const words = voiceWords[language];
  const heading: Block = { kind: "heading", text: t.recommendations };
  const open = facts.recommendations.flatMap((row) => {
    const steps = latest(
      facts.completion.filter(({ matterId }) => matterId === row.id),
      ({ ofCode, byCode }) => `${ofCode} ${byCode}`,
    );
    const isOver = steps.length > 0 && steps.every(({ step }) => step === "completed" || step === "withdrawn");
    if (isOver) return [];
    const taken = latest(
      facts.stances.filter(({ matterId }) => matterId === row.id),
      ({ participantCode }) => participantCode,
    );
    return [
      [
        subjectOf(row, facts, language),
        nameOf(row.authorCode),
        taken.map(({ participantCode, said }) => `${nameOf(participantCode)}: ${words.stances[said]}`).join("\n") ||
          t.nobody,
        steps.map(({ byCode, ofCode, step }) => t.step(nameOf(byCode), nameOf(ofCode), words.steps[step])).join("\n") ||
          t.nobody,
      ],
    ];
  });
  if (open.length === 0) return [heading, { kind: "paragraph", runs: [{ text: t.noRecommendations }] }];
  return [
    heading,
    {
      kind: "table",
      caption: t.recommendations,
      isNamedAbove: true,
      heads: t.recommendationHeads,
      rows: open,
      widths: [4, 2, 2.4, 2.4],
    },
    { kind: "note", text: t.isOpen },
  ];
}

/** What is proposed and not over yet, and of what was put to this meeting all: who proposes it, when, how far it has come, who supports it. */
function activities(facts: PackFacts, { language, now, zoneOf }: About, nameOf: NameOf): readonly Block[] {
  const t = packTexts[language];
  const { stages } = activityWords[language];
  const heading: Block = { kind: "heading", text: t.activities };
  const rows = facts.activities.toReversed().flatMap((row) => {
    const { stage, endorsement, held } = saidLast(row, facts.onActivities);
    const { startsOn, endsOn, hostCode, authorCode } = row;
    const timeZone = zoneOf(hostCode ?? authorCode);
    const standing = activityPlace({ startsOn, endsOn, stage, timeZone }, now);
    const isOver = standing === "held" || standing === "not_endorsed";
    if (isOver && row.meetingId !== facts.meeting.id && endorsement?.meetingId !== facts.meeting.id) return [];
    const from = held?.fromOn ?? startsOn;
    const until = held === null ? endsOn : held.untilOn;
    const supporters = lastOfEach(
      facts.onActivities.support
        .filter(({ matterId }) => matterId === row.id)
        .map((one) => ({ ...one, by: one.participantCode })),
    ).flatMap(({ by, supports }) => (supports ? [nameOf(by)] : []));
    const days =
      from === null
        ? t.noDay
        : until === null
          ? longDate(from, language)
          : t.days(firstLongDate(from, until, language), longDate(until, language));
    return [
      [
        subjectOf(row, facts, language),
        nameOf(authorCode),
        days,
        standing === "not_recorded" ? t.notRecorded(stages[stage]) : stages[stage],
        supporters.join("\n") || t.nobody,
      ],
    ];
  });
  if (rows.length === 0) return [heading, { kind: "paragraph", runs: [{ text: t.noActivities }] }];
  return [
    heading,
    { kind: "table", caption: t.activities, isNamedAbove: true, heads: t.activityHeads, rows, widths: [4, 2, 2, 2, 2] },
  ];
}

/** What each said last. */
function latest<Row extends { readonly at: Date; readonly id: string }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const known = new Map<string, Row>();
  for (const row of [...rows].sort(
    (one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1),
  ))
    known.set(keyOf(row), row);
  return [...known.values()];
}

/** The last version that every reader of the papers may read, whole, below a heading of its own. */
function report(
  { report: shown, names, organisations }: PackFacts,
  { language, timeZone, clocks, isDemonstration }: About,
): readonly Block[] {
  const t = packTexts[language];
  if (shown === null)
    return [
      { kind: "heading", text: t.report },
      { kind: "paragraph", runs: [{ text: t.noReport }] },
    ];
  const figures = shown.figures ?? { edition: null, figures: [] };
  const about = {
    figures,
    names,
    organisations,
    timeZone,
    clocks,
    isDemonstration,
    day: localDate(shown.at, timeZone),
  };
  const { blocks } = reportPaper({ ...shown, ...about }, language);
  return blocks.flatMap((block): readonly Block[] => {
    // What it heads is a part of the report.
    if (block.kind === "heading") return [{ ...block, kind: "subheading" }];
    if (block.kind !== "title") return [block];
    return [
      { kind: "break" },
      { kind: "heading", text: block.text },
      ...block.lines.map((text): Block => ({ kind: "paragraph", runs: [{ text }] })),
      ...block.warnings.map((text): Block => ({ kind: "paragraph", runs: [{ text, isStrong: true }] })),
    ];
  });
}
