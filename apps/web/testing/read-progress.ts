import type { Language } from "@avances/domain/catalogue";
import { points, read, spanIn, value, yearIn } from "./read-sentences.ts";

export interface ProgressClaim {
  readonly form: "no_report" | "nobody" | "compared";
  /** 0 when the sentence leaves the years to the page. */
  readonly year: number;
  readonly round: number;
  /** What they are compared with, or the data and the round ("2021 2022") if it is one for all; null when nobody has a report. */
  readonly earlier: string | null;
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

/** The earlier round: the country's own, in the words of `comparisons`, or one for all. */
const earlierIn = {
  en: "((?:its|their) own (?:first round with a score|previous round)|\\d{4} \\(\\d{4} round\\))",
  es: "(su propia (?:primera ronda con puntaje|ronda anterior)|\\d{4} \\(ronda \\d{4}\\))",
};

function earlierOf(words: string): string | null {
  const [year, round] = words.match(/\d{4}/g) ?? [];
  return year === undefined
    ? (comparisons[words.replace(/^(its own|their own|su propia) /, "")] ?? null)
    : `${year} ${round}`;
}

const comparisons: Readonly<Record<string, string>> = {
  "first round with a score": "first",
  "primera ronda con puntaje": "first",
  "previous round": "before",
  "ronda anterior": "before",
};

export const progressWords = {
  en: {
    no_report: `No country has a published report(?: for ${yearIn.en})?\\.`,
    nobody: `No country with a report(?: for ${yearIn.en})? can be compared with ${earlierIn.en}\\.`,
    one: `Only one country can be compared \\((.+?)\\):(?: for ${yearIn.en})? it stands ([^.]+(?:\\.\\d[^.]*)*)\\.`,
    both: `Both countries with a report(?: for ${yearIn.en})? stand (.+?), with scores (?:between|at) (${points})(?: and (${points}))? of 100\\.`,
    all: `All ([\\d,]+) countries with a report(?: for ${yearIn.en})? stand (.+?), with scores (?:between|at) (${points})(?: and (${points}))? of 100\\.`,
    part: `Of the ([\\d,]+) countries with a report(?: for ${yearIn.en})?, ([\\d,]+) can be compared: (?:all|both) stand (.+?), with scores (?:between|at) (${points})(?: and (${points}))? of 100\\.`,
    mixed: `Of the ([\\d,]+) countries with a report(?: for ${yearIn.en})?, (?:([\\d,]+) can be compared: )?([\\d,]+) (?:stand|stands) (.+?)\\. Those compared have scores (?:between|at) (${points})(?: and (${points}))? of 100\\.`,
  },
  es: {
    no_report: `Ningún país tiene un informe publicado(?: para ${yearIn.es})?\\.`,
    nobody: `Ningún país con informe(?: para ${yearIn.es})? se puede comparar con ${earlierIn.es}\\.`,
    one: `Solo un país se puede comparar \\((.+?)\\):(?: para ${yearIn.es})? está ([^.]+(?:\\.\\d[^.]*)*)\\.`,
    both: `Los dos países con informe(?: para ${yearIn.es})? están (.+?), con puntajes (?:entre|en) (${points})(?: y (${points}))? de 100\\.`,
    all: `Los ([\\d,]+) países con informe(?: para ${yearIn.es})? están (.+?), con puntajes (?:entre|en) (${points})(?: y (${points}))? de 100\\.`,
    part: `De los ([\\d,]+) países con informe(?: para ${yearIn.es})?, ([\\d,]+) se pueden comparar: (?:todos|ambos) están (.+?), con puntajes (?:entre|en) (${points})(?: y (${points}))? de 100\\.`,
    mixed: `De los ([\\d,]+) países con informe(?: para ${yearIn.es})?, (?:([\\d,]+) se pueden comparar: )?([\\d,]+) (?:están|está) (.+?)\\. Los comparados tienen puntajes (?:entre|en) (${points})(?: y (${points}))? de 100\\.`,
  },
};

export function readProgress(language: Language, text: string): [ProgressClaim, string] {
  const { form, groups, rest } = read(text, progressWords[language]);
  const nothing = {
    earlier: null,
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
    case "no_report":
      return [{ ...nothing, form, ...take(groups[0], groups[1]) }, rest];
    case "nobody":
      return [{ ...nothing, form, ...take(groups[0], groups[1]), earlier: earlierOf(groups[2] ?? "") }, rest];
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
    en: `([\\d,]+) (higher|lower|the same)(?: (?:than|as) in ${earlierIn.en}(?: \\(${spanIn.en}\\))?)?(?:, by (${points})(?: to (${points}))? points)?`,
    es: `([\\d,]+) (más arriba|más abajo|igual)(?: que en ${earlierIn.es}(?: \\(${spanIn.es}\\))?)?(?:, (?:en|entre) (${points})(?: y (${points}))? puntos)?`,
  }[language];
  const found = {
    higher: 0,
    lower: 0,
    same: 0,
    earlier: null as ProgressClaim["earlier"],
    rise: null as [number, number] | null,
    fall: null as [number, number] | null,
    since: null as [number, number] | null,
  };
  for (const part of list.split("; ")) {
    const match = new RegExp(`^${words}$`, "u").exec(part);
    if (!match) throw new Error(`no move: “${part}”`);
    const [, n, direction = "", earlier, since, until, by, upTo] = match;
    if (earlier !== undefined) found.earlier = earlierOf(earlier);
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

interface RisenClaim {
  /** Dimensions by name; their number when there are too many to name; "all" for every dimension. */
  readonly what: readonly string[] | number | "all";
  readonly rose: number;
  readonly compared: number;
}

const quoted = { en: "“[^”]+”", es: "«[^»]+»" };
const some = {
  en: `Every dimension|\\d+ dimensions|${quoted.en}(?: and ${quoted.en})?`,
  es: `Todas las dimensiones|\\d+ dimensiones|${quoted.es}(?: [ye] ${quoted.es})?`,
};
export const risenWords = {
  en: {
    two: `(${some.en}) rose in (\\d+) of (\\d+), (${some.en}) in (\\d+) of (\\d+)\\.`,
    one: `(${some.en}) rose in (\\d+) of (\\d+)\\.`,
  },
  es: {
    two: `(${some.es}) (?:subió|subieron) en (\\d+) de (\\d+), (${some.es}) en (\\d+) de (\\d+)\\.`,
    one: `(${some.es}) (?:subió|subieron) en (\\d+) de (\\d+)\\.`,
  },
};

/** "“Prevention” rose in 10 of 10, “Data” in 3 of 7." to the end of the text; null for an empty text. */
export function readRisen(language: Language, text: string): { most: RisenClaim; fewest: RisenClaim | null } | null {
  if (text === "") return null;
  const { form, groups, rest } = read(text, risenWords[language]);
  if (rest !== "") throw new Error(`not read: “${rest}”`);
  const claim = (what = "", rose = "", compared = ""): RisenClaim => {
    const many = /^(\d+) /.exec(what);
    const names = what.match(new RegExp(quoted[language], "g"))?.map((name) => name.slice(1, -1));
    return { what: names ?? (many ? value(many[1]) : "all"), rose: value(rose), compared: value(compared) };
  };
  return { most: claim(...groups.slice(0, 3)), fewest: form === "two" ? claim(...groups.slice(3)) : null };
}
