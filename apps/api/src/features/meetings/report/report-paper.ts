import { type Language, languageFacts, languages, type Text } from "@avances/domain/catalogue";
import {
  figuresAt,
  type NumberedPoint,
  numbered,
  type ParticipantCode,
  partsOf,
  pointLead,
  type ReportContent,
  type ReportFigure,
  type ReportFigures,
  type SentStage,
  sourceName,
} from "@avances/domain/network";
import { localClock } from "@avances/domain/round";
import { firstLongDate, longDate } from "#features/shared/long-date.ts";
import { anchorOf, type Block, type Paper, type Run } from "#features/shared/paper/blocks.ts";
import { figureBlocks, leftOut } from "./figure-blocks.ts";
import { reportTexts } from "./report-texts.ts";

export interface ReportFacts {
  readonly content: ReportContent;
  readonly figures: ReportFigures;
  /** Names of all participants. */
  readonly names: ReadonlyMap<ParticipantCode, Text>;
  /** Which of them send no delegation of a country. */
  readonly organisations: ReadonlySet<ParticipantCode>;
  /** Null: the working copy. */
  readonly sent: { readonly version: number; readonly stage: SentStage } | null;
  readonly considered: { readonly on: string; readonly language: Language; readonly response: string } | null;
  readonly invented: boolean;
  /** On a demonstration the figures are invented, also in the report of a meeting that was held. */
  readonly isDemonstration: boolean;
  readonly publicSource: string | null;
  /** When this version was sent, or the working copy was read; and the zone in which its day is told. */
  readonly at: Date;
  readonly day: string;
  readonly timeZone: string;
  /** By whose clocks hours are told, in words. */
  readonly clocks: string;
}

/** The report as a document in one language: title block, participants, numbered points with letters, proposals, what came of it, annex. */
export function reportPaper(facts: ReportFacts, language: Language): Paper {
  const { content, sent, considered, invented, publicSource, at, day } = facts;
  const t = reportTexts[language];
  const nameOf = (code: ParticipantCode) => facts.names.get(code)?.[language] ?? code;
  const { body, heldOn, untilOn, place, host } = content.meeting;
  const days =
    untilOn === null
      ? longDate(heldOn, language)
      : t.days(firstLongDate(heldOn, untilOn, language), longDate(untilOn, language));
  const shown = placed(facts);
  const drawn = (figure: ReportFigure) =>
    figureBlocks(figure, facts.figures.edition, { language, timeZone: facts.timeZone });
  const below = (pointId: string) => (shown.below.get(pointId) ?? []).flatMap(drawn);
  const { opening, parts } = said(content, facts.names, language, below);
  const blocks: readonly Block[] = [
    {
      ...{ kind: "title", above: t.above, text: `${t.title}: ${nameOf(body)}` },
      lines: [
        days,
        host === null ? place : t.host(place, nameOf(host)),
        ...(sent === null
          ? []
          : [t[versionOf(sent.stage, publicSource !== null)](sent.version, longDate(day, language))]),
      ],
      warnings: [
        ...(publicSource === null ? [] : [t.source(sourceName(publicSource, language))]),
        ...(invented ? [t.invented] : facts.isDemonstration && facts.figures.figures.length > 0 ? [t.figures] : []),
        ...(sent === null ? [t.working(momentOf(facts, language))] : sent.stage === "circulated" ? [t.circulated] : []),
      ],
    },
    ...opening,
    { kind: "heading", text: t.participants },
    ...participants(facts, nameOf, language),
    ...parts,
    ...(considered === null
      ? []
      : [
          { kind: "heading" as const, text: t.consideration },
          { kind: "paragraph" as const, runs: [{ text: t.considered(longDate(considered.on, language)) }] },
          considered.language === language
            ? { kind: "paragraph" as const, runs: [{ text: considered.response }] }
            : {
                ...{ kind: "paragraph" as const, runs: [{ text: t.missing, isStrong: true }] },
                instead: { language: considered.language, text: considered.response },
              },
        ]),
    ...annex(content, nameOf, language, [
      ...shown.annex.flatMap(drawn),
      ...leftOut(content.figures.length, facts.figures, language),
    ]),
  ];
  return { title: `${t.title}: ${nameOf(body)}, ${days}`, language, madeAt: at, blocks };
}

/** `30 November 2026, 22:07 (Tegucigalpa time)`: a working copy on paper is told apart from the one of the day before. */
const momentOf = ({ at, day, timeZone, clocks }: ReportFacts, language: Language) =>
  `${longDate(day, language)}, ${localClock(at, timeZone).slice(-5)} (${clocks})`;

/** The charts and tables below their points, and those of the annex. */
function placed({ content, figures }: Pick<ReportFacts, "content" | "figures">) {
  const known = new Map(figures.figures.map((figure) => [figure.id, figure]));
  const chosen = content.figures.flatMap(({ id, pointId }) => {
    const figure = known.get(id);
    return figure === undefined ? [] : [{ ...figure, pointId }];
  });
  return figuresAt(chosen, new Set(content.points.map(({ id }) => id)));
}

/** What was entered after its report was published does not pass for the version of that report. */
const versionOf = (stage: SentStage, isEntered: boolean) =>
  stage === "final" ? (isEntered ? "entered" : "final") : "version";

type NameOf = (code: ParticipantCode) => string;

function participants(
  { content: { attendance }, organisations }: ReportFacts,
  nameOf: NameOf,
  language: Language,
): readonly Block[] {
  const t = reportTexts[language];
  const list = new Intl.ListFormat(languageFacts[language].dates, { type: "conjunction" });
  const { compare } = new Intl.Collator(language);
  const those = (attended: boolean | null, which = (_: ParticipantCode) => true) =>
    attendance
      .filter((one) => one.attended === attended && which(one.participant))
      .map(({ participant }) => nameOf(participant))
      .sort(compare);
  if (attendance.every(({ attended }) => attended === null)) return [{ kind: "paragraph", runs: [{ text: t.nobody }] }];
  const lines = [
    { names: those(true, (code) => !organisations.has(code)), say: t.attended },
    { names: those(true, (code) => organisations.has(code)), say: t.alsoThere },
    { names: those(false), say: t.didNot },
    { names: those(null), say: t.notOnRecord },
  ];
  return lines
    .filter(({ names }) => names.length > 0)
    .map(({ names, say }) => ({ kind: "paragraph", runs: [{ text: say(list.format(names)) }] }));
}

/** What comes before the first point, and the points under their headings. */
function said(
  { points, meeting }: ReportContent,
  names: ReportFacts["names"],
  language: Language,
  below: (pointId: string) => readonly Block[],
): { readonly opening: readonly Block[]; readonly parts: readonly Block[] } {
  const t = reportTexts[language];
  const all = numbered(points);
  const first = all.findIndex(({ number }) => number !== null);
  const places = anchors(all);
  const block = (point: NumberedPoint): readonly Block[] => [
    { ...pointBlock(point, meeting.body, names, language), anchors: places.get(point.id) ?? [] },
    ...below(point.id),
  ];
  const parts = partsOf(first < 0 ? [] : all.slice(first));
  return {
    opening: (first < 0 ? all : all.slice(0, first)).flatMap(block),
    parts: [
      ...parts.flatMap((part): readonly Block[] => [
        { kind: "heading", text: part.kind === "proposals" ? t.proposals : t.points },
        ...part.points.flatMap(block),
      ]),
      ...(parts.length === 0 ? [{ kind: "note" as const, text: t.none }] : []),
    ],
  };
}

function pointBlock(
  { number, letter, verb, speaker, words }: NumberedPoint,
  body: ReportContent["meeting"]["body"],
  names: ReportFacts["names"],
  language: Language,
): Extract<Block, { kind: "point" | "paragraph" }> {
  const leadIn = (one: Language): readonly Run[] => {
    const lead = pointLead({ verb, speaker: speaker && (names.get(speaker)?.[one] ?? speaker), body }, one);
    if (lead === null) return [];
    return [{ text: `${lead.who} ` }, ...(lead.does === "" ? [] : [{ text: `${lead.does} `, isStrong: true }])];
  };
  const isMissing = words[language].trim() === "";
  const runs = [
    ...leadIn(language),
    isMissing ? { text: reportTexts[language].missing, isStrong: true } : { text: words[language] },
  ];
  const other = languages.find((one) => one !== language && words[one].trim() !== "");
  const whole = (one: Language) =>
    `${leadIn(one)
      .map(({ text }) => text)
      .join("")}${words[one]}`;
  const instead = isMissing && other !== undefined ? { instead: { language: other, text: whole(other) } } : {};
  return number === null
    ? { kind: "paragraph", runs, ...instead }
    : { kind: "point", number, letter, runs, ...instead };
}

/** The names of each point in the file: its own, and of where it comes from, if no point before it has that. */
function anchors(points: readonly NumberedPoint[]): ReadonlyMap<string, readonly string[]> {
  const taken = new Set<string>();
  return new Map(
    points.map(({ id, source }) => {
      const from = source === null ? null : anchorOf(source.kind, source.id);
      const isFree = from !== null && !taken.has(from);
      if (from !== null) taken.add(from);
      return [id, [anchorOf("point", id), ...(isFree && from !== null ? [from] : [])]];
    }),
  );
}

function annex(
  { submissions }: ReportContent,
  nameOf: NameOf,
  language: Language,
  figures: readonly Block[],
): readonly Block[] {
  if (submissions === null && figures.length === 0) return [];
  const t = reportTexts[language];
  const heading: readonly Block[] = [{ kind: "break" }, { kind: "heading", text: t.annex }];
  if (submissions === null) return [...heading, ...figures];
  const { compare } = new Intl.Collator(language);
  const rows = submissions.rows
    .map(({ participant, submitted }) => [nameOf(participant), submitted ? t.yes : t.no])
    .sort(([one = ""], [other = ""]) => compare(one, other));
  return [
    ...heading,
    { kind: "table", caption: t.submissions(submissions.round), heads: t.heads, rows, widths: [2, 1] },
    { kind: "note", text: t.submittedNote },
    ...figures,
  ];
}
