/**
 * What each page keeps in its address after the question mark. Filters live there and nowhere else, so that every view is a link.
 * Anything unknown or malformed is dropped, never an error page.
 */
type Raw = Readonly<Record<string, unknown>>;

const text = (value: unknown) =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
const whole = (value: unknown) => {
  const number = typeof value === "number" ? value : typeof value === "string" ? Number(value) : Number.NaN;
  return Number.isInteger(number) && number >= 0 ? number : undefined;
};
function oneOf<const V extends string>(value: unknown, allowed: readonly V[]): V | undefined {
  return allowed.find((one) => one === value);
}

/** Keeps only what has a value, so that addresses stay short. */
function kept<T extends object>(search: T): { [K in keyof T]?: T[K] | undefined } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}

const instrument = (value: unknown) => oneOf(value, ["TIP", "SOM"]);
const dimension = (value: unknown) => oneOf(value, ["LEG", "PRV", "PRO", "JUS", "COO", "DAT"]);

export const regionSearch = (raw: Raw) => kept({ year: whole(raw.year), instrument: instrument(raw.instrument) });
export const indicatorsSearch = (raw: Raw) =>
  kept({
    instrument: instrument(raw.instrument),
    dimension: dimension(raw.dimension),
    kind: oneOf(raw.kind, ["structure", "process", "outcome"]),
    q: text(raw.q),
  });
/** `countries`: alpha-3 codes joined by commas, at most four are drawn in colour. */
export const indicatorSearch = (raw: Raw) =>
  kept({
    countries: text(raw.countries),
    year: whole(raw.year),
    view: oneOf(raw.view, ["lines", "panels", "bars", "table"]),
    by: text(raw.by),
    scale: oneOf(raw.scale, ["own"]),
  });
export const countriesSearch = (raw: Raw) => kept({ group: text(raw.group) });
export const countrySearch = (raw: Raw) =>
  kept({ year: whole(raw.year), instrument: instrument(raw.instrument), dimension: dimension(raw.dimension) });
export const indexSearch = (raw: Raw) =>
  kept({
    year: whole(raw.year),
    instrument: instrument(raw.instrument),
    dimension: dimension(raw.dimension),
    country: text(raw.country),
  });
/** `next`: where to go after signing in; only a path of our own. */
export const signInSearch = (raw: Raw) => {
  const next = text(raw.next);
  return kept({ next: next?.startsWith("/") && !next.startsWith("//") && !next.includes("\\") ? next : undefined });
};
export const reportSearch = (raw: Raw) => kept({ section: text(raw.section), indicator: text(raw.indicator) });
export const receiptSearch = (raw: Raw) => kept({ version: whole(raw.version) });
export const roundSearch = (raw: Raw) =>
  kept({ filter: text(raw.filter), sort: text(raw.sort), country: text(raw.country) });
export const remindersSearch = (raw: Raw) =>
  kept({ group: text(raw.group), countries: text(raw.countries), on: text(raw.on), tab: text(raw.tab) });
export const reviewsSearch = (raw: Raw) => kept({ filter: text(raw.filter), year: whole(raw.year) });
export const reviewSearch = (raw: Raw) =>
  kept({ indicator: text(raw.indicator), show: text(raw.show), version: whole(raw.version) });
export const mailSearch = (raw: Raw) =>
  kept({ q: text(raw.q), message: text(raw.message), country: text(raw.country), status: text(raw.status) });
export const peopleSearch = (raw: Raw) => kept({ country: text(raw.country), q: text(raw.q) });
