import type { Language } from "@avances/domain/catalogue";
import { points, read, spanIn, value, yearIn } from "./read-sentences.ts";

export interface ProgressClaim {
  readonly form: "nobody" | "compared";
  readonly year: number;
  readonly round: number;
  /** Null when the sentence does not say: if only one country is compared, it names the country instead. */
  readonly reports: number | null;
  readonly compared: number;
  readonly only: string | null;
  readonly higher: number;
  readonly lower: number;
  readonly same: number;
  readonly rise: readonly [number, number] | null;
  readonly fall: readonly [number, number] | null;
  readonly since: readonly [number, number] | null;
  readonly now: readonly [number, number] | null;
}

export const progressWords = {
  en: {
    nobody: `No country with a report for ${yearIn.en} can be compared with its own first round with a score\\.`,
    one: `Only one country can be compared \\((.+?)\\): for ${yearIn.en} it stands ([^.]+(?:\\.\\d[^.]*)*)\\.`,
    both: `Both countries with a report for ${yearIn.en} stand (.+?), and now (?:between|at) (${points})(?: and (${points}))? of 100\\.`,
    all: `All ([\\d,]+) countries with a report for ${yearIn.en} stand (.+?), and now (?:between|at) (${points})(?: and (${points}))? of 100\\.`,
    part: `Of the ([\\d,]+) countries with a report for ${yearIn.en}, ([\\d,]+) can be compared: all stand (.+?), and now (?:between|at) (${points})(?: and (${points}))? of 100\\.`,
    mixed: `Of the ([\\d,]+) countries with a report for ${yearIn.en}, (?:([\\d,]+) can be compared: )?([\\d,]+) (?:stand|stands) (.+?)\\. Those compared now stand (?:between|at) (${points})(?: and (${points}))? of 100\\.`,
  },
  es: {
    nobody: `Ningún país con informe para ${yearIn.es} se puede comparar con su propia primera ronda con puntaje\\.`,
    one: `Solo un país se puede comparar \\((.+?)\\): para ${yearIn.es} está ([^.]+(?:\\.\\d[^.]*)*)\\.`,
    both: `Los dos países con informe para ${yearIn.es} están (.+?), y hoy (?:entre|en) (${points})(?: y (${points}))? de 100\\.`,
    all: `Los ([\\d,]+) países con informe para ${yearIn.es} están (.+?), y hoy (?:entre|en) (${points})(?: y (${points}))? de 100\\.`,
    part: `De los ([\\d,]+) países con informe para ${yearIn.es}, ([\\d,]+) se pueden comparar: todos están (.+?), y hoy (?:entre|en) (${points})(?: y (${points}))? de 100\\.`,
    mixed: `De los ([\\d,]+) países con informe para ${yearIn.es}, (?:([\\d,]+) se pueden comparar: )?([\\d,]+) (?:están|está) (.+?)\\. Los comparados están hoy (?:entre|en) (${points})(?: y (${points}))? de 100\\.`,
  },
};

export function readProgress(language: Language, text: string): [ProgressClaim, string] {
  const { form, groups, rest } = read(text, progressWords[language]);
  const nothing = {
    reports: null,
    compared: 0,
    only: null,
    higher: 0,
    lower: 0,
    same: 0,
    rise: null,
    fall: null,
    since: null,
    now: null,
  };
  const take = (year = "", round = "") => ({ year: value(year), round: value(round) });
  const now = (from = "", to = "") => ({ now: [value(from), value(to === "" ? from : to)] as const });
  switch (form) {
    case "nobody":
      return [{ ...nothing, form, ...take(groups[0], groups[1]) }, rest];
    case "one": {
      const [only = "", year, round, verdict = ""] = groups;
      const moved = readMoves(language, `1 ${verdict}`, 1);
      return [{ ...nothing, form: "compared", compared: 1, only, ...take(year, round), ...moved }, rest];
    }
    case "both":
    case "all": {
      const [many, [year, round, verdict = "", from, to]] =
        form === "both" ? ["2", groups] : [groups[0], groups.slice(1)];
      const n = value(many);
      return [
        {
          ...nothing,
          form: "compared",
          reports: n,
          compared: n,
          ...take(year, round),
          ...readMoves(language, `${n} ${verdict}`, n),
          ...now(from, to),
        },
        rest,
      ];
    }
    case "part": {
      const [of, year, round, n = "", verdict = "", from, to] = groups;
      const moved = readMoves(language, `${n} ${verdict}`, value(n));
      return [
        {
          ...nothing,
          form: "compared",
          reports: value(of),
          compared: value(n),
          ...take(year, round),
          ...moved,
          ...now(from, to),
        },
        rest,
      ];
    }
    default: {
      const [of, year, round, n = "", first = "", list = "", from, to] = groups;
      const compared = value(n === "" ? of : n);
      const moved = readMoves(language, `${first} ${list}`, compared);
      return [
        {
          ...nothing,
          form: "compared",
          reports: value(of),
          compared,
          ...take(year, round),
          ...moved,
          ...now(from, to),
        },
        rest,
      ];
    }
  }
}

/** "6 higher than in their own first round with a score (data for 2021 to 2023), by 1.0 to 9.0 points; 1 lower, by 2.0 points; 1 the same" */
function readMoves(language: Language, list: string, compared: number) {
  const words = {
    en: `([\\d,]+) (higher|lower|the same)(?: (?:than|as) in (?:its|their) own first round with a score \\(${spanIn.en}\\))?(?:, by (${points})(?: to (${points}))? points)?`,
    es: `([\\d,]+) (más arriba|más abajo|igual)(?: que en su propia primera ronda con puntaje \\(${spanIn.es}\\))?(?:, (?:en|entre) (${points})(?: y (${points}))? puntos)?`,
  }[language];
  const found = {
    higher: 0,
    lower: 0,
    same: 0,
    rise: null as [number, number] | null,
    fall: null as [number, number] | null,
    since: null as [number, number] | null,
  };
  for (const part of list.split("; ")) {
    const match = new RegExp(`^${words}$`, "u").exec(part);
    if (!match) throw new Error(`no move: “${part}”`);
    const [, n, direction = "", since, until, by, upTo] = match;
    if (since !== undefined) found.since = [value(since), value(until ?? since)];
    const span: [number, number] | null = by === undefined ? null : [value(by), value(upTo ?? by)];
    if (direction === "higher" || direction === "más arriba") Object.assign(found, { higher: value(n), rise: span });
    else if (direction === "lower" || direction === "más abajo") Object.assign(found, { lower: value(n), fall: span });
    else found.same = value(n);
  }
  if (found.higher + found.lower + found.same !== compared)
    throw new Error(`the parts of “${list}” are not ${compared}`);
  return found;
}
