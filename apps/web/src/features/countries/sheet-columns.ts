import type { ValueMark } from "@avances/charts/series";
import type { PublicCountry } from "#lib/published-queries.ts";
import type { Speech } from "#lib/speech.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import type { Change, ChangeFacts, IndicatorOfCountry, OpenFacts } from "./change-facts.ts";
import { changeWords } from "./change-sentences.ts";
import { sheetTexts } from "./sheet.texts.ts";
import { type CountedFacts, movedOf, unchangedOf } from "./sheet-facts.ts";
import { type FigureWidth, fit, headingLines, linesInColumn, rowLines } from "./sheet-room.ts";
import { timelineFacts } from "./timeline-facts.ts";
import { milestoneDay, milestoneWords } from "./timeline-sentences.ts";

/** Indicators without a value to show, for one reason: as many names as fit, and the number of the others. */
interface OpenLine {
  readonly why: ValueMark;
  readonly text: string;
}

/** One change: "▲ **Front-line officials trained**: from 47.0% to 51.2%". */
export interface ChangeLine {
  readonly key: string;
  readonly arrow: string;
  readonly name: string;
  readonly words: string;
}

/** Of lines after the first, in millimetres, and of names beside a mark. */
const indents = { line: 4, open: 8 };

/** What changed comes first; what is not shown has a third of the column, and at least a line each. */
export function leftColumn(room: number, changes: ChangeFacts | null, open: OpenFacts | null, speech: Speech) {
  const shown = openLines(open?.groups ?? [], Math.floor(room / 3), speech);
  const used = shown.reduce((sum, line) => sum + linesOf(line, speech), shown.length === 0 ? 0 : headingLines);
  const lines = changes === null ? [] : changeLines(changes, speech);
  const t = sheetTexts[speech.language];
  const unchanged = changes === null ? null : t.unchanged(speech.f.number(unchangedOf(changes)));
  const below = linesInColumn(unchanged ?? t.noEarlier, indents.line);
  const fitted = fit(
    lines,
    ({ name, words }) => linesInColumn(`${name}: ${words}`, indents.line),
    room - used - headingLines - below,
  );
  return {
    changes: fitted,
    /** What stands above and below the changes in their place: why there are none, and what did not change. */
    none: changes === null ? t.noEarlier : lines.length === 0 ? t.noMove : null,
    rest:
      unchanged === null ? null : fitted.left > 0 ? `${t.more(speech.f.number(fitted.left))}; ${unchanged}` : unchanged,
    open: shown,
  };
}

/** The shortest lists are cut last: each reason has an equal part of the lines, and what it does not need goes to the others. */
function openLines(groups: OpenFacts["groups"], room: number, speech: Speech): readonly OpenLine[] {
  const shown = new Map<ValueMark, OpenLine>();
  let rest = room;
  for (const { why, indicators } of groups.toSorted((a, b) => a.indicators.length - b.indicators.length)) {
    const own = Math.floor(rest / (groups.length - shown.size));
    const names = indicators.map(({ name }) => name[speech.language]);
    const line = namesWithin(why, names, own, speech);
    shown.set(why, line);
    rest -= linesOf(line, speech);
  }
  return groups.flatMap(({ why }) => shown.get(why) ?? []);
}

/** As many names as fit into the lines, and the number of the others; at least their number. */
function namesWithin(why: ValueMark, names: readonly string[], lines: number, speech: Speech): OpenLine {
  const t = sheetTexts[speech.language];
  for (let shown = names.length; shown > 0; shown -= 1) {
    const left = names.length - shown;
    const more = left > 0 ? `; ${t.more(speech.f.number(left))}` : "";
    const line = { why, text: `${names.slice(0, shown).join("; ")}${more}` };
    if (linesOf(line, speech) <= lines) return line;
  }
  return { why, text: t.onlyOnPage(speech.f.number(names.length)) };
}

function linesOf({ why, text }: OpenLine, { language }: Speech): number {
  return linesInColumn(`${valueStateTexts[language].state[why]} ${text}`, indents.open);
}

function changeLines(changes: ChangeFacts, speech: Speech): readonly ChangeLine[] {
  const t = sheetTexts[speech.language];
  const nameOf = ({ name }: IndicatorOfCountry) => name[speech.language];
  return [
    ...movedOf(changes).map((change) => ({
      key: change.indicator.code,
      arrow: arrowOf(change),
      name: nameOf(change.indicator),
      words: changeWords(change, speech, false),
    })),
    ...(["first", "again", "lost"] as const).flatMap((kind) =>
      changes[kind].map(({ indicator }) => ({
        key: indicator.code,
        arrow: kind === "lost" ? "−" : "+",
        name: nameOf(indicator),
        words: t[kind],
      })),
    ),
  ];
}

/** A later day is not a higher one. */
function arrowOf({ direction, now }: Change): string {
  if (now.value?.type === "date") return "•";
  return direction === "higher" ? "▲" : "▼";
}

/** The time line needs its lines; what is counted has the rest. */
export function rightColumn(room: number, data: PublicCountry, counted: CountedFacts, speech: Speech) {
  const { milestones, without } = timelineFacts(data);
  const t = sheetTexts[speech.language];
  const lines = [
    ...milestones.map((milestone) => ({
      key: `${milestone.kind} ${milestone.on} ${milestoneWords(milestone, speech, false)}`,
      day: milestoneDay(milestone, speech),
      words: milestoneWords(milestone, speech, false),
      isLaw: milestone.kind === "law",
    })),
    ...(without.length > 0
      ? [
          {
            key: "without",
            day: "",
            words: t.noConsent(speech.f.list(without.map(({ name }) => name[speech.language]))),
            isLaw: false,
          },
        ]
      : []),
  ];
  // Steps of laws give way first: the page has them all.
  const kept = fit(
    lines.toSorted((one, other) => Number(one.isLaw) - Number(other.isLaw)),
    ({ day, words }) => linesInColumn(`${day} ${words}`, indents.line),
    Math.max(8, Math.floor(room / 2)) - headingLines,
  );
  const timeline = { ...kept, shown: lines.filter((line) => kept.shown.includes(line)) };
  const { rounds, rows } = counted;
  const isWide = rows.some(({ cells }) => cells.some((cell) => typeof cell === "number" && cell >= 100_000));
  const width: FigureWidth = isWide ? "wide" : "normal";
  // The head of the table is a line too.
  const rest = room - headingLines * 2 - kept.lines - 1.2;
  const fitted = fit(rows, ({ indicator }) => rowLines(indicator.name[speech.language], rounds.length, width), rest);
  return { timeline, counted: fitted, width };
}
