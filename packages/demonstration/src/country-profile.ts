/** The order of magnitude of a country's figures, from which an invented report is made. */
export interface CountryProfile {
  /** Victims of trafficking identified in a year. Small countries have the small counts that suppression protects. */
  readonly victims: number;
  /** People whom prevention activities reach directly. */
  readonly reached: number;
  /** Front-line officials in post. */
  readonly officials: number;
  /** Smuggled migrants detected in a year. */
  readonly migrants: number;
  /** Deaths of smuggled migrants recorded: many on the dangerous crossings, hardly any elsewhere. */
  readonly deaths: number;
  /** The currency of the country's budget (ISO 4217), and what it spends in it (major units). */
  readonly currency: string;
  readonly funds: number;
  /** National plans: the day on which one ended, and for how many years each is made. */
  readonly plan: { readonly ends: string; readonly years: number };
  /** How developed law and institutions are, 0 to 1: where the scales begin. */
  readonly maturity: number;
}

/** Invented, but of a size that does not surprise somebody who knows the country. */
export const countryProfiles: Readonly<Record<string, CountryProfile>> = {
  BLZ: profile(9, 2_400, 900, 190, 1, "BZD", 420_000, "2023-12-31", 4, 0.4),
  CAN: profile(210, 58_000, 31_000, 640, 2, "CAD", 57_000_000, "2024-03-31", 5, 0.8),
  CRI: profile(34, 21_000, 3_200, 2_600, 3, "CRC", 640_000_000, "2025-12-31", 5, 0.65),
  DOM: profile(75, 18_000, 5_500, 1_150, 14, "DOP", 96_000_000, "2022-12-31", 5, 0.55),
  GTM: profile(210, 74_000, 8_600, 5_800, 6, "GTQ", 31_000_000, "2024-12-31", 10, 0.5),
  HND: profile(95, 39_000, 5_100, 7_400, 7, "HNL", 42_000_000, "2022-12-31", 7, 0.45),
  MEX: profile(620, 410_000, 62_000, 41_000, 96, "MXN", 128_000_000, "2024-09-30", 6, 0.6),
  NIC: profile(28, 12_500, 2_900, 2_300, 5, "NIO", 21_000_000, "2023-12-31", 5, 0.35),
  PAN: profile(21, 9_800, 2_700, 6_900, 38, "PAB", 1_450_000, "2022-12-31", 5, 0.5),
  SLV: profile(58, 26_000, 4_300, 1_700, 4, "USD", 2_900_000, "2026-12-31", 5, 0.5),
  USA: profile(1_450, 1_900_000, 240_000, 24_000, 310, "USD", 148_000_000, "2025-12-31", 4, 0.85),
};

/** A country with this many identified victims; its plan is in force whatever the year of a test. */
export function profileOfSize(victims: number): CountryProfile {
  return profile(
    victims,
    victims * 300,
    victims * 40,
    victims * 6,
    Math.ceil(victims / 20),
    "USD",
    victims * 20_000,
    "2032-12-31",
    10,
    0.55,
  );
}

/** The day on which the plan that was in force at the end of this year ends. */
export function planEnd({ plan }: CountryProfile, year: number): string {
  let end = Number(plan.ends.slice(0, 4));
  while (`${end}${plan.ends.slice(4)}` < `${year}-12-31`) end += plan.years;
  return `${end}${plan.ends.slice(4)}`;
}

function profile(
  victims: number,
  reached: number,
  officials: number,
  migrants: number,
  deaths: number,
  currency: string,
  funds: number,
  ends: string,
  years: number,
  maturity: number,
): CountryProfile {
  return { victims, reached, officials, migrants, deaths, currency, funds, plan: { ends, years }, maturity };
}
