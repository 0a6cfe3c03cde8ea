import { isCurrency } from "../reference/currency.ts";

/** A currency that stands beside an amount. */
export interface TypedCurrency {
  /** As typed: `US$`, `colones`. */
  readonly mark: string;
  /** The currencies it can mean; none when it names no currency, or when two marks contradict each other. */
  readonly currencies: readonly string[];
  /** The text without the mark. */
  readonly figures: string;
  /** The text without the mark, if the point that ends the mark is the decimal sign: `Q.50` may be fifty or a half. Null when it cannot be. */
  readonly halved: string | null;
}

/** Signs and abbreviations as written in the region. `$` alone can mean several currencies; only the writer knows which. */
const signs: Readonly<Record<string, readonly string[]>> = {
  $: ["USD", "MXN", "CAD", "DOP", "BZD"],
  US$: ["USD"],
  U$S: ["USD"],
  U$: ["USD"],
  C$: ["NIO", "CAD"],
  CA$: ["CAD"],
  CAN$: ["CAD"],
  MX$: ["MXN"],
  MEX$: ["MXN"],
  Mex$: ["MXN"],
  "M.N.": ["MXN"],
  RD$: ["DOP"],
  BZ$: ["BZD"],
  "₡": ["CRC"],
  "¢": ["CRC"],
  "€": ["EUR"],
  Q: ["GTQ"],
  "Q.": ["GTQ"],
  L: ["HNL"],
  "L.": ["HNL"],
  Lps: ["HNL"],
  "Lps.": ["HNL"],
  LPS: ["HNL"],
  "B/": ["PAB"],
  "B/.": ["PAB"],
};

/** Names, without accents and in small letters; a qualified name stands before the bare one. */
const names: Readonly<Record<string, readonly string[]>> = {
  "dolares estadounidenses": ["USD"],
  "us dollars": ["USD"],
  "dolares canadienses": ["CAD"],
  "canadian dollars": ["CAD"],
  "belize dollars": ["BZD"],
  "pesos mexicanos": ["MXN"],
  "mexican pesos": ["MXN"],
  "pesos dominicanos": ["DOP"],
  "dominican pesos": ["DOP"],
  dolares: ["USD", "CAD", "BZD"],
  dollars: ["USD", "CAD", "BZD"],
  pesos: ["MXN", "DOP"],
  colones: ["CRC"],
  quetzales: ["GTQ"],
  lempiras: ["HNL"],
  cordobas: ["NIO"],
  balboas: ["PAB"],
  euros: ["EUR"],
};

const minus = "+\\u2212\\u2010-\\u2013-";
const before = new RegExp(`^([${minus}]?)\\s*([^\\d\\s.,${minus}][^\\d${minus}]*?)(\\s*)(?=,?\\d|[${minus}])`, "u");
const after = /(?<=\d)\s*([^\d\s.,][^\d]*)$/u;

/** Separates the currency marks before and after the figures from them; null when there are only figures. `typed` is trimmed. */
export function takeCurrency(typed: string): TypedCurrency | null {
  const first = before.exec(typed);
  const [, sign = "", start = "", gap = ""] = first ?? [];
  const undotted = start.replace(/\.$/, "").trim();
  const maySplit = undotted !== start && gap === "" && currenciesOf(undotted).length > 0;
  const isPoint = maySplit && currenciesOf(start).length === 0;
  const rest = first === null ? typed : typed.slice(first[0].length);
  const last = after.exec(rest);
  const figures = last === null ? rest : rest.slice(0, last.index);
  const marks = [isPoint ? undotted : start, last?.[1] ?? ""].map((mark) => mark.trim()).filter((mark) => mark !== "");
  if (marks.length === 0 || !/\d/.test(figures)) return null;
  const meant = marks.map(currenciesOf);
  const currencies = (meant[0] ?? []).filter((code) => meant.every((codes) => codes.includes(code)));
  return {
    mark: marks.join(" "),
    currencies,
    figures: `${sign}${isPoint ? "." : ""}${figures}`,
    halved: maySplit && !isPoint ? `${sign}.${figures}` : null,
  };
}

/** The currencies that one mark can mean. It may combine a sign and a code: `USD $`. */
function currenciesOf(mark: string): readonly string[] {
  const one = meaningOf(mark);
  if (one.length > 0) return one;
  const [head = "", tail = ""] = /^[A-Za-z]{3}/.test(mark)
    ? [mark.slice(0, 3), mark.slice(3)]
    : [mark.slice(0, -3), mark.slice(-3)];
  const [first, second] = [meaningOf(head.trim()), meaningOf(tail.trim())];
  return first.filter((code) => second.includes(code));
}

function meaningOf(mark: string): readonly string[] {
  const sign = mark.replace(/\s/g, "");
  if (Object.hasOwn(signs, sign)) return signs[sign] ?? [];
  if (/^[A-Za-z]{3}$/.test(mark) && isCurrency(mark.toUpperCase())) return [mark.toUpperCase()];
  const name = mark.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return Object.hasOwn(names, name) ? (names[name] ?? []) : [];
}
