import { isCalendarDate } from "@avances/domain/round";

/**
 * What each page keeps in its address after the question mark. Filters live there and nowhere else, so that every view is a link.
 *
 * One rule for all: in an address everything is text. A value is read back exactly as it was written, or it is the default (`undefined`) if
 * it has another shape, comes twice, or was mangled on its way. Never an error page, and never a value other than the written one.
 */
type Raw = Readonly<Record<string, unknown>>;
/** Reads one text of an address: its value, or undefined when the page does not understand it. */
type Reader = (text: string) => string | number | undefined;
type SearchOf<Readers extends Readonly<Record<string, Reader>>> = {
  [Name in keyof Readers]?: ReturnType<Readers[Name]> | undefined;
};

/**
 * The search part of one page. Every known name is in the result, even with its default value: the router merges the result into
 * the raw text, so a name that is left out would let the raw value through.
 */
function searchOf<const Readers extends Readonly<Record<string, Reader>>>(readers: Readers) {
  return (raw: Raw) =>
    Object.fromEntries(
      Object.entries(readers).map(([name, read]) => {
        const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
        // A number comes from a link inside the portal, not from an address.
        const text = typeof value === "number" ? String(value) : value;
        return [name, typeof text === "string" ? read(text) : undefined];
      }),
    ) as SearchOf<Readers>;
}

/** For the router: the text after `?` as texts by name, without guessing types (by default it would read `q=true` as a boolean). */
export function parseSearch(text: string): Record<string, unknown> {
  const values: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
}

/** The opposite of `parseSearch`. */
export function stringifySearch(search: Raw): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null) params.append(name, String(one));
  }
  return params.size > 0 ? `?${params}` : "";
}

const shaped = (shape: RegExp) => (text: string) => (shape.test(text) ? text : undefined);
const text = (value: string) => (value === "" ? undefined : value);
/** Only as the portal writes it: no sign, no spaces, no leading zeros. */
const whole = (value: string) => (/^(0|[1-9]\d{0,8})$/.test(value) ? Number(value) : undefined);
const oneOf =
  <const V extends string>(allowed: readonly V[]) =>
  (value: string): V | undefined =>
    allowed.find((one) => one === value);
const either =
  <A, B>(one: (value: string) => A | undefined, other: (value: string) => B | undefined) =>
  (value: string) =>
    one(value) ?? other(value);
const date = (value: string) => (isCalendarDate(value) ? value : undefined);
const country = shaped(/^[A-Z]{3}$/);
/** Alpha-3 codes joined by commas, or `none`: chosen, but no country. */
const countries = shaped(/^(none|[A-Z]{3}(,[A-Z]{3})*)$/);
const code = shaped(/^[A-Za-z0-9_-]{1,60}$/);
const path = shaped(/^\/(?![/\\])[^\\\s]*$/);

const instrument = oneOf(["TIP", "SOM"]);
const dimension = oneOf(["LEG", "PRV", "PRO", "JUS", "COO", "DAT"]);

/**
 * `since`: what each country is compared with, its first round with a score unless it says otherwise: the round before, or the one named after a
 * year. The country in `keep` stays in colour, here and on the other public pages. The indicators of a dimension,
 * objective or article are opened below.
 */
export const regionSearch = searchOf({
  year: whole,
  instrument,
  dimension,
  objective: code,
  article: code,
  since: either(oneOf(["before"]), whole),
  keep: country,
});
export const indicatorsSearch = searchOf({
  instrument,
  dimension,
  objective: code,
  kind: oneOf(["structure", "process", "outcome"]),
  q: text,
  keep: country,
});
/** `countries`: at most four are drawn in colour. */
export const indicatorSearch = searchOf({
  countries,
  year: whole,
  view: oneOf(["steps", "years", "change", "panels", "lines", "bars"]),
  by: code,
  scale: oneOf(["common"]),
  unit: oneOf(["rate"]),
  keep: country,
});
export const articlesSearch = searchOf({ keep: country });
export const countriesSearch = searchOf({ group: code, keep: country });
export const countrySearch = searchOf({ year: whole, instrument, dimension, keep: country });
export const indexSearch = searchOf({ year: whole, instrument, dimension, keep: country });
export const documentsSearch = searchOf({ q: text });
/** `next`: where to go after signing in; only a path of this portal. */
export const signInSearch = searchOf({ next: path });
/** `show`: only these answers, of all sections. */
export const reportSearch = searchOf({
  section: code,
  indicator: code,
  show: oneOf(["missing", "findings", "questioned", "mine"]),
});
export const receiptSearch = searchOf({ version: whole });
export const roundSearch = searchOf({ filter: code, sort: code, country });
const remindersRead = searchOf({ group: code, countries, country, on: date, tab: code });
/** One name for every tab of the centre. `country` stands in addresses of earlier versions, which go on working. */
export const remindersSearch = (
  raw: Raw,
): Omit<ReturnType<typeof remindersRead>, "country"> & { readonly country?: undefined } => {
  const { country: earlier, ...rest } = remindersRead(raw);
  return { ...rest, countries: rest.countries ?? earlier, country: undefined };
};
export const asksSearch = searchOf({ year: whole });
export const reviewsSearch = searchOf({ filter: code, year: whole });
export const reviewSearch = searchOf({ indicator: code, show: code, version: whole });
export const mailSearch = searchOf({ q: text, message: code, country, status: code });
export const peopleSearch = searchOf({ country, only: code, q: text });
