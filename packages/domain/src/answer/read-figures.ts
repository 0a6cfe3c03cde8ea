/** One way in which figures can be read: digits before and after the decimal sign, or null for the decimals when there is no such sign. */
export interface FigureReading {
  readonly whole: string;
  readonly decimals: string;
  /**
   * `sure`: the figures follow one of the conventions. `slip`: they do only if the last sign parts a group of three like the others
   * (`1,000.000`, `1500,000`): never taken by itself, but a reason to ask.
   */
  readonly by: "sure" | "slip";
}

interface Convention {
  /** Signs between groups of three, from the right; they alternate when there are two. Empty: digits without groups. */
  readonly groups: readonly string[];
  readonly decimals: readonly string[];
}

/** How people in the region part figures. */
const conventions: readonly Convention[] = [
  { groups: [], decimals: [".", ","] },
  { groups: [","], decimals: ["."] },
  { groups: ["."], decimals: [","] },
  { groups: [" "], decimals: [".", ","] },
  { groups: ["'"], decimals: [".", ","] },
];
/** Mexico and Central America: `1'234,567.50`, `1'234.567,50`, and `1,234'567,890` where it is thousands of millions. */
const millions: readonly Convention[] = [
  { groups: [",", "'"], decimals: ["."] },
  { groups: [".", "'"], decimals: [","] },
];

/** Signs that part figures; each kind has several forms, but one text uses one of them. */
const forms = { "'": "'’‘´`ʼ", " ": " \u00a0\u202f\u2009\u2007" } as const;
const figureSigns = new RegExp(`^[\\d.,${forms["'"]}${forms[" "]}]+$`);

/**
 * Every reading that the conventions allow, none twice. Empty when they allow none. `threeDecimals`: the unit is written with three
 * decimals, so that `1'234,567` may be those; otherwise an apostrophe and another sign always part millions and thousands.
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

/** With the plain apostrophe and space, or null when something else stands in it or two forms of a sign are mixed. */
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

/** The digits without their signs, or null when they are not parted as the convention has it. */
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

/** Three digits after the last sign, and a whole figure before it: the sign may have been meant for a group. */
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
