import type { getPublicIndicator, ResponseOf } from "@avances/contracts";
import type { Indicator } from "@avances/domain/catalogue";

type Row = ResponseOf<typeof getPublicIndicator>["rows"][number];

/** Country and year come first and are never quoted, so a line can be picked by its beginning (`pickLines`). */
export const csvHeader = "country,year,indicator,measure,breakdown,category,value,unit,state,version,edition,note\r\n";

interface Measure {
  readonly measure: string;
  readonly breakdown?: string;
  readonly category?: string;
  /** `s` = hidden; empty = no value (the state says why). Never blank for zero. */
  readonly value: string;
  readonly unit?: string;
}

/** All lines of one indicator: a line a figure, and one line for an answer without value. Numbers with a dot, no grouping. */
export function csvLines(indicator: Indicator, rows: readonly Row[], edition: number, note: string): string {
  return rows
    .flatMap((row) =>
      measuresOf(row).map((item) =>
        [
          row.country,
          row.roundYear,
          indicator.code,
          item.measure,
          item.breakdown ?? "",
          item.category ?? "",
          csvCell(item.value),
          csvCell(item.unit ?? indicator.unit.en),
          item.value === "s" ? "suppressed" : row.state,
          row.version ?? 1,
          edition,
          csvCell([row.unconfirmed ? "declared not applicable, not confirmed" : "", note].filter(Boolean).join("; ")),
        ].join(","),
      ),
    )
    .map((line) => `${line}\r\n`)
    .join("");
}

function measuresOf(row: Row): readonly Measure[] {
  const { value } = row;
  if (value === null) return [{ measure: "value", value: "" }];
  switch (value.type) {
    case "ordinal":
      return [{ measure: "level", value: String(value.level) }];
    case "boolean":
      return [{ measure: "value", value: value.value ? "yes" : "no" }];
    case "money":
      return [{ measure: "amount_minor_units", value: String(value.amountMinor), unit: value.currency }];
    case "date":
      return [{ measure: "date", value: value.date }];
    case "text":
      return [{ measure: "text", value: value.text }];
    case "count":
      return [
        { measure: "total", value: String(value.total) },
        ...breakdownMeasures("count", value.breakdowns),
        ...tableMeasures(value.crossTabs),
      ];
    case "ratio":
      return [
        { measure: "numerator", value: String(value.numerator) },
        { measure: "denominator", value: String(value.denominator) },
        { measure: "percent", value: String(value.percent), unit: "%" },
        ...breakdownMeasures("numerator", value.breakdowns),
      ];
  }
}

function breakdownMeasures(
  measure: string,
  breakdowns: Readonly<Record<string, Readonly<Record<string, number | "s">>>>,
): readonly Measure[] {
  return Object.entries(breakdowns).flatMap(([breakdown, figures]) =>
    Object.entries(figures).map(([category, figure]) => ({ measure, breakdown, category, value: String(figure) })),
  );
}

function tableMeasures(
  tables: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>,
): readonly Measure[] {
  return Object.entries(tables).flatMap(([breakdown, table]) =>
    Object.entries(table).flatMap(([first, row]) =>
      Object.entries(row).map(([second, figure]) => ({
        measure: "count",
        breakdown,
        category: `${first}×${second}`,
        value: String(figure),
      })),
    ),
  );
}

/** RFC 4180 quoting; a text that a spreadsheet would run as a formula is made a text. */
export function csvCell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The records of a file for one country, one year, or both. */
export function pickLines(csv: string, country: string | undefined, year: number | undefined): string {
  const wanted = new RegExp(`^${country ?? "[A-Z]{3}"},${year ?? "\\d{4}"},`);
  return (
    csvHeader +
    records(csv.slice(csvHeader.length))
      .filter((record) => wanted.test(record))
      .join("")
  );
}

/** Records with their line ends. A line end inside quotes belongs to its record. */
function records(csv: string): string[] {
  const found: string[] = [];
  let open = "";
  for (const line of csv.split(/(?<=\r\n)/)) {
    open += line;
    const isWhole = (open.split('"').length - 1) % 2 === 0;
    if (isWhole) found.push(open);
    if (isWhole) open = "";
  }
  return found;
}
