import { type CellPlace, wholePlace } from "@avances/domain/answer";
import { type Catalogue, findCodeList, type Indicator, type Language } from "@avances/domain/catalogue";

export interface PlaceName {
  /** What the cell stands in: the name of its breakdown or table; null for a figure of its own. */
  readonly group: string | null;
  readonly name: string;
}

/** How a cell is called: its breakdown and its category. */
export function placeName(
  catalogue: Catalogue,
  indicator: Indicator,
  place: CellPlace,
  lang: Language,
  total: string,
): PlaceName {
  const [kind, list = "", row = "", column = ""] = place.split("/");
  const label = (code: string, category: string) =>
    findCodeList(catalogue, code)?.codes.find((one) => one.code === category)?.label[lang] ?? category;
  const nameOf = (code: string) => findCodeList(catalogue, code)?.name[lang] ?? code;
  if (kind === "b") return { group: nameOf(list), name: label(list, row) };
  if (kind === "x") {
    const [rows = "", columns = ""] = list.split("×");
    return {
      group: `${nameOf(rows)} × ${nameOf(columns).toLocaleLowerCase(lang)}`,
      name: `${label(rows, row)}, ${label(columns, column)}`,
    };
  }
  if (place === "denominator") return { group: null, name: indicator.ratio?.denominator.label[lang] ?? place };
  if (place === "numerator") return { group: null, name: indicator.ratio?.numerator.label[lang] ?? place };
  return { group: null, name: place === wholePlace(indicator) ? total : place };
}
