import { addDays, type CalendarDate, daysBetween } from "@avances/domain/round";

/** Longer absences are not announced by an answering program; what looks like one is another date. */
const daysAtMost = 400;
const monthNames: readonly (readonly string[])[] = [
  ["january", "jan", "enero", "ene"],
  ["february", "feb", "febrero"],
  ["march", "mar", "marzo"],
  ["april", "apr", "abril", "abr"],
  ["may", "mayo"],
  ["june", "jun", "junio"],
  ["july", "jul", "julio"],
  ["august", "aug", "agosto", "ago"],
  ["september", "sept", "sep", "septiembre", "setiembre", "set"],
  ["october", "oct", "octubre"],
  ["november", "nov", "noviembre"],
  ["december", "dec", "diciembre", "dic"],
];
const month = monthNames
  .flat()
  .sort((one, other) => other.length - one.length)
  .join("|");
const year = "(?:,?\\s+(?:de\\s+|del\\s+)?(\\d{4}))?";
const weekday =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo),?\\s+";
/** One date, in the ways in which people write it: year and month by name or ISO. Days and months in figures are told apart below. */
const date = [
  "(\\d{4})-(\\d{2})-(\\d{2})",
  `(\\d{1,2})(?:st|nd|rd|th|º|°)?\\s+(?:of\\s+|de\\s+)?(${month})\\b\\.?${year}`,
  `(${month})\\b\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${year}`,
  "(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})",
].join("|");
const before = `(?:\\s+(?:the|el|al|día|on|del?))*\\s+(?:${weekday})?(?:el\\s+)?(?:día\\s+)?(?:${date})`;

/** The last day away, and the first day back. */
const lastDay = new RegExp(`\\b(?:until|till|through|thru|hasta|up to)${before}`, "giu");
const range = new RegExp(`\\b(?:from|del?|desde)\\b[^.\\n]{3,40}?\\s(?:to|al|hasta)${before}`, "giu");
const firstDayBack = new RegExp(
  `\\b(?:return(?:ing)?|be back|back in the office|back|regres\\p{L}*|retorn\\p{L}*|volver\\p{L}*|vuelvo|reincorpor\\p{L}*|de vuelta)(?:\\s+(?:to|in|a|en|la|las|mis|my|the|office|oficina|labores|funciones|work|again|de nuevo))*${before}`,
  "giu",
);

/**
 * The last day on which nobody is there, if the text of an automatic answer says it plainly: one date after words that mean just that. Null when it
 * says none, several, one that can be read in two ways (05/06/2027), or one that is past or too far away. What is quoted is not read.
 */
export function awayUntil(text: string, receivedOn: CalendarDate): CalendarDate | null {
  const own = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => !line.startsWith(">"))
    .slice(0, 80)
    .join("\n")
    .slice(0, 4_000)
    // A line break within a sentence is a space.
    .replaceAll(/[ \t\u00a0]*\n[ \t\u00a0]*(?=\S)/g, " ")
    .normalize("NFC");
  const found = [
    ...[...own.matchAll(lastDay), ...own.matchAll(range)].map((match) => readDate(match, receivedOn)),
    ...[...own.matchAll(firstDayBack)].map((match) => {
      const back = readDate(match, receivedOn);
      return back && addDays(back, -1);
    }),
  ];
  const days = [...new Set(found)];
  const [only] = days;
  if (only === undefined || only === null) return null;
  // “Until 6 January; back on 7 January” says one thing, “until the 6th; back on the 8th” (a weekend between) another, and both are plain.
  const last = days.length === 1 ? only : nearlySame(days);
  if (last === null) return null;
  const ahead = daysBetween(receivedOn, last);
  return ahead >= 0 && ahead <= daysAtMost ? last : null;
}

/** Of days that are at most a long weekend apart the last; null when they are not about one absence, or one could not be read. */
function nearlySame(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  const known = days.flatMap((day) => (day === null ? [] : [day])).sort();
  const [first, last] = [known[0], known.at(-1)];
  if (known.length !== days.length || first === undefined || last === undefined) return null;
  return daysBetween(first, last) <= 4 ? last : null;
}

function readDate(match: RegExpMatchArray, receivedOn: CalendarDate): CalendarDate | null {
  const [, isoYear, isoMonth, isoDay, day, named, ofYear, namedFirst, dayAfter, yearAfter, one, other, inFigures] =
    match;
  if (isoYear !== undefined) return exists(Number(isoYear), Number(isoMonth), Number(isoDay));
  if (one !== undefined) return fromFigures(Number(one), Number(other), Number(inFigures));
  const words = (named ?? namedFirst ?? "").toLowerCase();
  const monthOfYear = monthNames.findIndex((names) => names.includes(words)) + 1;
  const dayOfMonth = Number(day ?? dayAfter);
  const written = ofYear ?? yearAfter;
  if (written !== undefined) return exists(Number(written), monthOfYear, dayOfMonth);
  // Without a year the next such day is meant.
  const thisYear = Number(receivedOn.slice(0, 4));
  const soon = exists(thisYear, monthOfYear, dayOfMonth);
  return soon !== null && soon >= receivedOn ? soon : exists(thisYear + 1, monthOfYear, dayOfMonth);
}

/** Day and month are told apart only where one of them can be no month, or both are the same. */
function fromFigures(one: number, other: number, ofYear: number): CalendarDate | null {
  if (one === other || one > 12) return exists(ofYear, other, one);
  return other > 12 ? exists(ofYear, one, other) : null;
}

function exists(ofYear: number, monthOfYear: number, day: number): CalendarDate | null {
  const at = new Date(Date.UTC(ofYear, monthOfYear - 1, day));
  const isDay = ofYear >= 2000 && ofYear <= 2200 && at.getUTCMonth() === monthOfYear - 1 && at.getUTCDate() === day;
  return isDay ? at.toISOString().slice(0, 10) : null;
}
