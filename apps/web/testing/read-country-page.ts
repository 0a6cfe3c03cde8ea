import type { Language } from "@avances/domain/catalogue";
import { points, read, reasonIn, value, yearIn } from "./read-sentences.ts";

/** How many values went each way. */
export interface Ways {
  readonly higher: number;
  readonly lower: number;
  readonly same: number;
}

export interface ChangesClaim {
  readonly before: readonly [number, number];
  readonly now: readonly [number, number];
  readonly measured: Ways;
  readonly counted: Ways;
  readonly first: number;
  readonly again: number;
  readonly lost: number;
}

export const opening = {
  en: {
    none: `From ${yearIn.en} to ${yearIn.en}: no level, share or answer of yes or no is shown in both reports\\.`,
    one: `From ${yearIn.en} to ${yearIn.en}: the one level, share or answer of yes or no shown in both reports ([^.]+)\\.`,
    many: `From ${yearIn.en} to ${yearIn.en}: of the (\\d+) levels, shares and answers of yes or no shown in both reports, ([^.]+)\\.`,
  },
  es: {
    none: `De ${yearIn.es} a ${yearIn.es}: ningún nivel, proporción ni respuesta de sí o no se muestra en ambos informes\\.`,
    one: `De ${yearIn.es} a ${yearIn.es}: el único nivel, proporción o respuesta de sí o no que se muestra en ambos informes ([^.]+)\\.`,
    many: `De ${yearIn.es} a ${yearIn.es}: de los (\\d+) niveles, proporciones y respuestas de sí o no que se muestran en ambos informes, ([^.]+)\\.`,
  },
};

export const following = {
  en: {
    countedOne: "The one count or amount shown in both ([^;]+); it is never scored\\.",
    countedMany: "Of the (\\d+) counts and amounts shown in both, ([^;]+); they are never scored\\.",
    first: "With a value for the first time: (\\d+) indicators?\\.",
    again: "With a value again: (\\d+) indicators?\\.",
    lost: "No longer with a value: (\\d+) indicators?\\.",
  },
  es: {
    countedOne: "El único recuento o monto que se muestra en ambos ([^;]+); nunca se puntúa\\.",
    countedMany: "De los (\\d+) recuentos y montos que se muestran en ambos, ([^;]+); nunca se puntúan\\.",
    first: "Con valor por primera vez: (\\d+) indicador(?:es)?\\.",
    again: "De nuevo con valor: (\\d+) indicador(?:es)?\\.",
    lost: "Ya sin valor: (\\d+) indicador(?:es)?\\.",
  },
};

export function readChanges(language: Language, text: string): ChangesClaim {
  const { form, groups, rest: more } = read(text, opening[language]);
  const [beforeYear, beforeRound, nowYear, nowRound] = groups.slice(0, 4).map(value);
  const nothing: Ways = { higher: 0, lower: 0, same: 0 };
  const found = {
    before: [beforeYear ?? 0, beforeRound ?? 0] as const,
    now: [nowYear ?? 0, nowRound ?? 0] as const,
    measured:
      form === "none"
        ? nothing
        : form === "one"
          ? readWays(language, groups[4], 1, "measured")
          : readWays(language, groups[5], value(groups[4]), "measured"),
    counted: nothing,
    first: 0,
    again: 0,
    lost: 0,
  };
  let rest = more;
  while (rest !== "") {
    const next = read(rest, following[language]);
    rest = next.rest;
    const [n, ways] = next.groups;
    if (next.form === "countedOne") found.counted = readWays(language, n, 1, "counted");
    else if (next.form === "countedMany") found.counted = readWays(language, ways, value(n), "counted");
    else found[next.form as "first" | "again" | "lost"] = value(n);
  }
  return found;
}

const ways = {
  en: {
    measured: { higher: "higher", lower: "lower", same: "the same" },
    counted: { higher: "larger", lower: "smaller", same: "the same" },
  },
  es: {
    measured: { higher: "superior(?:es)?", lower: "inferior(?:es)?", same: "igual(?:es)?" },
    counted: { higher: "mayor(?:es)?", lower: "menor(?:es)?", same: "igual(?:es)?" },
  },
} as const;
const whole = { en: { verb: "is|are", all: "both|all" }, es: { verb: "es|son", all: "ambos|todos" } };

/** "9 are higher, 2 lower, and 23 the same"; a single value "is higher", and several may be "all are the same". */
function readWays(language: Language, text = "", total: number, group: "measured" | "counted"): Ways {
  const found = { higher: 0, lower: 0, same: 0 };
  const { verb, all } = whole[language];
  for (const [place, part] of text.split(/, (?:and )?| and | y | e /).entries()) {
    if (new RegExp(`(?:^| )(?:${verb}) `).test(part) !== (place === 0))
      throw new Error(`a verb too many or too few: “${text}”`);
    const way = (["higher", "lower", "same"] as const).find((one) =>
      new RegExp(`^(?:(?:\\d+|${all}) )?(?:(?:${verb}) )?${ways[language][group][one]}$`, "u").test(part),
    );
    if (!way) throw new Error(`no way: “${part}” in “${text}”`);
    const n = /^(\d+)/.exec(part);
    const isPlural = /^(?:\d+ )?(?:are|son) /.test(part);
    const count = n ? value(n[1]) : total;
    if (/^(?:\d+ )?(?:is|are|es|son) /.test(part) && isPlural !== count > 1) throw new Error(`wrong number: “${part}”`);
    if (/^(?:both|ambos) /.test(part) !== (total === 2 && n === null)) throw new Error(`not two: “${part}”`);
    found[way] += count;
  }
  if (found.higher + found.lower + found.same !== total) throw new Error(`not ${total}: “${text}”`);
  return found;
}

export interface ChangeClaim {
  readonly from: string;
  readonly to: string;
  /** The highest level of the scale; null for other values. */
  readonly top: number | null;
  /** The other way, in the two reports before: years of the data. */
  readonly turned: readonly ["higher" | "lower", number, number] | null;
}

const turns = {
  en: ", after a (rise|fall) from (\\d{4}) to (\\d{4})$",
  es: ", tras (un alza|una baja) de (\\d{4}) a (\\d{4})$",
};
export const changeForms = {
  en: {
    words: "from level (\\d) \\(“step (\\d)”\\) to level (\\d) of (\\d) \\(“step (\\d)”\\)",
    level: "level (\\d) to (\\d) of (\\d)",
    value: "from (.+) to (.+)",
  },
  es: {
    words: "del nivel (\\d) \\(«paso (\\d)»\\) al nivel (\\d) de (\\d) \\(«paso (\\d)»\\)",
    level: "nivel (\\d) a (\\d) de (\\d)",
    value: "de (.+) a (.+)",
  },
};

export function readChange(language: Language, text: string): ChangeClaim {
  const turn = new RegExp(turns[language], "u").exec(text);
  const turned = turn
    ? ([["rise", "un alza"].includes(turn[1] ?? "") ? "higher" : "lower", value(turn[2]), value(turn[3])] as const)
    : null;
  const what = turn ? text.slice(0, turn.index) : text;
  const { form, groups, rest } = read(what, changeForms[language], (pattern) => `${pattern}$`);
  if (rest !== "") throw new Error(`unread: “${rest}”`);
  const [a = "", b = "", c = "", d = "", e = ""] = groups;
  if (form === "words") {
    if (a !== b || c !== e) throw new Error(`level and its words differ: “${text}”`);
    return { from: a, to: c, top: value(d), turned };
  }
  return { from: a, to: b, top: form === "level" ? value(c) : null, turned };
}

export interface ProfileClaim {
  readonly score: number | null;
  readonly coverage: number;
  readonly range: readonly [number, number];
  readonly changes: readonly ChangeOfScore[];
  readonly region: readonly [countries: number, from: number, to: number] | null;
}

/** Points with their sign and the year of the data compared with; a word where there is no comparison. */
export type ChangeOfScore =
  | { readonly since: "first" | "before"; readonly year: number; readonly points: number | null }
  | "starting point"
  | "no score of the Protocol";

export const profileForms = {
  en: {
    score: `Score (${points}) of 100; coverage (${points})%; range from (${points}) to (${points})`,
    insufficient: `Insufficient data: coverage (${points})%; the score would lie between (${points}) and (${points})`,
  },
  es: {
    score: `Puntaje (${points}) de 100; cobertura (${points})\u00a0%; rango de (${points}) a (${points})`,
    insufficient: `Datos insuficientes: cobertura (${points})\u00a0%; el puntaje estaría entre (${points}) y (${points})`,
  },
};
export const profileParts = {
  en: {
    higher: `(${points}) points higher than in its (first round with a score|report before), data for (\\d{4})`,
    lower: `(${points}) points lower than in its (first round with a score|report before), data for (\\d{4})`,
    same: "(the same) as in its (first round with a score|report before), data for (\\d{4})",
    none: "(no) comparison with its (first round with a score|report before), data for (\\d{4})",
    start: "starting point",
    protocol: "Protocol: no score",
    region: `(\\d+) countries with a score for the same data lie between (${points}) and (${points})`,
  },
  es: {
    higher: `(${points}) puntos más que en su (primera ronda con puntaje|informe anterior), datos de (\\d{4})`,
    lower: `(${points}) puntos menos que en su (primera ronda con puntaje|informe anterior), datos de (\\d{4})`,
    same: "(igual) que en su (primera ronda con puntaje|informe anterior), datos de (\\d{4})",
    none: "(sin) comparación con su (primera ronda con puntaje|informe anterior), datos de (\\d{4})",
    start: "punto de partida",
    protocol: "Protocolo sin puntaje",
    region: `(\\d+) países con puntaje para los mismos datos están entre (${points}) y (${points})`,
  },
};

/** Null when the words say that nothing applies. */
export function readProfile(language: Language, text: string): ProfileClaim | null {
  if (!text.includes(";")) {
    if (reasonIn(language, text) === "not_applicable") return null;
    throw new Error(`no profile: “${text}”`);
  }
  const first = read(text, profileForms[language], (pattern) => `${pattern}(?:;|$)`);
  const [score, coverage, floor, ceiling] =
    first.form === "score" ? first.groups.map(value) : [null, ...first.groups.map(value)];
  const changes: ChangeOfScore[] = [];
  let region: ProfileClaim["region"] = null;
  let { rest } = first;
  while (rest !== "") {
    const part = read(rest, profileParts[language], (pattern) => `${pattern}(?:;|$)`);
    rest = part.rest;
    const [by, earlier = "", year] = part.groups;
    const since = /first|primera/.test(earlier) ? "first" : "before";
    if (part.form === "region") region = [value(by), value(earlier), value(year)];
    else if (part.form === "start") changes.push("starting point");
    else if (part.form === "protocol") changes.push("no score of the Protocol");
    else {
      const sign = part.form === "lower" ? -1 : 1;
      const moved = part.form === "none" ? null : part.form === "same" ? 0 : sign * value(by);
      changes.push({ since, year: value(year), points: moved });
    }
  }
  return { score: score ?? null, coverage: coverage ?? 0, range: [floor ?? 0, ceiling ?? 0], changes, region };
}

/** "▲ 9.2 since 2021", as it is seen: the same change in short. */
export const shortForms = {
  en: {
    moved: `([▲▼=]) (${points}) since (\\d{4})`,
    none: "no comparison with (\\d{4})",
    start: "starting point",
    protocol: "Protocol: no score",
  },
  es: {
    moved: `([▲▼=]) (${points}) desde (\\d{4})`,
    none: "sin comparación con (\\d{4})",
    start: "punto de partida",
    protocol: "Protocolo sin puntaje",
  },
};

/** Without what it is compared with, which the page says once. */
export function readShortChange(language: Language, text: string) {
  const { form, groups, rest } = read(text, shortForms[language]);
  if (rest !== "") throw new Error(`unread: “${rest}”`);
  if (form === "start") return "starting point";
  if (form === "protocol") return "no score of the Protocol";
  if (form === "none") return { year: value(groups[0]), points: null };
  const [arrow, by, year] = groups;
  const moved = value(by);
  if ((arrow === "=") !== (moved === 0)) throw new Error(`wrong arrow: “${text}”`);
  return { year: value(year), points: arrow === "▼" ? -moved : moved };
}

export const milestoneForms = {
  en: {
    law: `(Indicator \\d+): level (\\d) in ${yearIn.en}, level (\\d) of (\\d) in ${yearIn.en}$`,
    date: "(Indicator \\d+), as reported in data for ([^(]+) \\(rounds? ([^)]+)\\)$",
    dateOnce: "(Indicator \\d+), as reported in data for (\\d{4}) \\((\\d{4}) round\\)$",
    treaty: "(Treaty [A-Z]+): (ratification|accession)$",
  },
  es: {
    law: `(Indicador \\d+): nivel (\\d) en ${yearIn.es}, nivel (\\d) de (\\d) en ${yearIn.es}$`,
    date: "(Indicador \\d+), según los datos de ([^(]+) \\(rondas ([^)]+)\\)$",
    dateOnce: "(Indicador \\d+), según los datos de (\\d{4}) \\(ronda (\\d{4})\\)$",
    treaty: "(Tratado [A-Z]+): (ratificación|adhesión)$",
  },
};

const numbers = (text = "") => text.split(/, and |, | and | y | e /).map(value);

export function readMilestone(language: Language, text: string) {
  const { form, groups, rest } = read(text, milestoneForms[language]);
  if (rest !== "") throw new Error(`unread: “${rest}”`);
  if (form === "law") {
    const [, from, beforeYear, beforeRound, to, top, nowYear, nowRound] = groups.map(value);
    return {
      kind: "law",
      of: value(groups[0]?.replace(/\D/g, "")),
      from,
      to,
      top,
      before: [beforeYear, beforeRound],
      now: [nowYear, nowRound],
    };
  }
  if (form === "treaty")
    return {
      kind: "treaty",
      of: groups[0]?.split(" ")[1],
      by: /^rat/.test(groups[1] ?? "") ? "ratification" : "accession",
    };
  return {
    kind: "date",
    of: value(groups[0]?.replace(/\D/g, "")),
    years: numbers(groups[1]),
    rounds: numbers(groups[2]),
  };
}

const months = {
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September"],
  es: ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre"],
};

/** A day written out, as `yyyy-mm-dd`; the year of the data of a step of a law, as its number. */
export function readDay(language: Language, text: string): string | number {
  const data = /^(?:data for|datos de) (\d{4})$/.exec(text);
  if (data) return value(data[1]);
  const [, day = "", month = "", year = ""] = /^(\d+) (?:de )?(\p{L}+) (?:de )?(\d{4})$/u.exec(text) ?? [];
  const place = months[language].indexOf(month);
  if (place < 0) throw new Error(`no day: “${text}”`);
  return `${year}-${String(place + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
