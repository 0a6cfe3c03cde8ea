/** One way to read a text of figures: the digits before and after the decimal sign; `decimals` is null when there is no such sign. */
export interface FigureReading {
  readonly whole: string;
  readonly decimals: string;
  /**
   * `sure`: the figures follow one of the conventions. `slip`: they would, if the last separator were meant to separate thousands
   * (`1,000.000`, `1500,000`): never accepted on its own, but a reason to ask.
   */
  readonly by: "sure" | "slip";
}

interface Convention {
  /** Separators between groups of three, from the right; if there are two, they alternate. Empty: digits without groups. */
  readonly groups: readonly string[];
  readonly decimals: readonly string[];
}

/** How people in the region group digits. */
const conventions: readonly Convention[] = [
  { groups: [], decimals: [".", ","] },
  { groups: [","], decimals: ["."] },
  { groups: ["."], decimals: [","] },
  { groups: [" "], decimals: [".", ","] },
  { groups: ["'"], decimals: [".", ","] },
];
/** Mexico and Central America: `1'234,567.50`, `1'234.567,50`, and `1,234'567,890` for thousands of millions. */
const millions: readonly Convention[] = [
  { groups: [",", "'"], decimals: ["."] },
  { groups: [".", "'"], decimals: [","] },
];

/** Variants of the apostrophe and the space; one text may use only one variant of each. */
const forms = { "'": "'’‘´`ʼ", " ": " \u00a0\u202f\u2009\u2007" } as const;
const figureSigns = new RegExp(`^[\\d.,${forms["'"]}${forms[" "]}]+$`);

/**
 * Every reading that the conventions allow, without duplicates; empty when there is none. `threeDecimals`: the unit has three
 * decimals, so `1'234,567` may end in decimals; otherwise an apostrophe and another separator always mean millions and thousands.
 */
export function readFigures(figures: string, threeDecimals = false): readonly FigureReading[] {
  const plain = withPlainSigns(figures);
  if (plain === null) return [];
  const runs = plain.split(/[^\d]/);
  const signs = [...plain.replace(/\d/g, "")];
  const inMillions = millions.flatMap((convention) => readBy(convention, runs, signs));
  const simple = conventions.flatMap((convention) => readBy(convention, runs, signs));
  const sure = inMillions.length > 0 && !threeDecimals ? inMillions : [...inMillions, ...simple];
  return unique([...sure, ...slips(runs, signs)]);
}

/** With plain apostrophes and spaces, or null when the text holds anything else or mixes two variants of a separator. */
function withPlainSigns(figures: string): string | null {
  if (!figureSigns.test(figures)) return null;
  let plain = figures;
  for (const [sign, kinds] of Object.entries(forms)) {
    const used = new Set([...figures].filter((char) => kinds.includes(char)));
    if (used.size > 1) return null;
    for (const form of used) plain = plain.replaceAll(form, sign);
  }
  return plain;
}

function readBy({ groups, decimals }: Convention, runs: readonly string[], signs: readonly string[]): FigureReading[] {
  const readings: FigureReading[] = [];
  const whole = joined(groups, runs, signs);
  if (whole !== null) readings.push({ whole, decimals: "", by: "sure" });
  const [last, rest] = [runs.at(-1) ?? "", runs.slice(0, -1)];
  if (last === "" || !decimals.includes(signs.at(-1) ?? "")) return readings;
  // ".5" is a half; ",500" rather the end of a longer figure.
  const isBare = groups.length === 0 && rest.length === 1 && rest[0] === "" && last.length < 3;
  const before = isBare ? "0" : joined(groups, rest, signs.slice(0, -1));
  if (before !== null && !/^0\d/.test(before)) readings.push({ whole: before, decimals: last, by: "sure" });
  return readings;
}

/** The digits without their separators, or null when they are not grouped as the convention says. */
function joined(groups: readonly string[], runs: readonly string[], signs: readonly string[]): string | null {
  if (groups.length === 0) return runs.length === 1 && runs[0] !== "" ? (runs[0] ?? null) : null;
  const fromRight = [...signs].reverse();
  const isParted =
    signs.length >= groups.length &&
    fromRight.every((sign, place) => sign === groups[place % groups.length]) &&
    /^[1-9]\d{0,2}$/.test(runs[0] ?? "") &&
    runs.slice(1).every((run) => run.length === 3);
  return isParted ? runs.join("") : null;
}

/** Three digits after the last separator and a whole figure before it: the separator may have been meant for thousands. */
function slips(runs: readonly string[], signs: readonly string[]): FigureReading[] {
  const [last, sign] = [runs.at(-1) ?? "", signs.at(-1) ?? ""];
  if (last.length !== 3 || (sign !== "." && sign !== ",")) return [];
  const [rest, restSigns] = [runs.slice(0, -1), signs.slice(0, -1)];
  const before = [...conventions, ...millions].map(({ groups }) => joined(groups, rest, restSigns));
  return before.flatMap((whole) =>
    whole !== null && /^[1-9]/.test(whole) ? [{ whole: `${whole}${last}`, decimals: "", by: "slip" as const }] : [],
  );
}

function unique(readings: readonly FigureReading[]): readonly FigureReading[] {
  const seen = new Set<string>();
  return readings.filter(({ whole, decimals }) => {
    const key = `${whole}/${decimals}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
