/** The decimal signs. A spreadsheet uses that of the region its computer is set to. */
export const decimalSigns = ["point", "comma"] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/** The decimal sign of a locale with a region, by CLDR: "es-CR" → comma, "es-MX" → point. */
function decimalSignOf(locale: string): DecimalSign {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.some(({ type, value }) => type === "decimal" && value === ",") ? "comma" : "point";
}

interface Writing {
  readonly alpha2: string;
  readonly workingLanguage: string;
}

/** The countries that use each sign in their working language, in the order given. */
export function countriesBySign<C extends Writing>(
  countries: readonly C[],
): Readonly<Record<DecimalSign, readonly C[]>> {
  const write = (sign: DecimalSign) =>
    countries.filter(({ alpha2, workingLanguage }) => decimalSignOf(`${workingLanguage}-${alpha2}`) === sign);
  return { point: write("point"), comma: write("comma") };
}

/** The sign for the first browser language with a region; null if none has one, because a language alone does not tell. */
export function signOfReader(tags: readonly string[]): DecimalSign | null {
  const named = tags.find((tag) => /^[a-z]{2,3}(-[A-Za-z]{4})?-([A-Z]{2}|\d{3})\b/.test(tag));
  return named === undefined ? null : decimalSignOf(named);
}
