import { type Language, languages, type Text } from "@avances/domain/catalogue";
import { type Cell, type CsvForm, csvLine } from "#features/shared/csv-form.ts";

/** A column of a file. A column with a `language` appears only in forms that have that language. */
export interface Column<Line> {
  readonly name: string;
  readonly language?: Language;
  readonly cell: (line: Line) => Cell;
}

/** A text as one column per language: `unit_en`, `unit_es`. */
export function inEach<Line>(name: string, text: (line: Line) => Text | null | undefined): readonly Column<Line>[] {
  return languages.map((language) => ({
    name: `${name}_${language}`,
    language,
    cell: (line: Line) => text(line)?.[language] ?? "",
  }));
}

/** Writes the head and the lines of a file in one form. */
export function writer<Line>(
  columns: readonly Column<Line>[],
  form: CsvForm,
): { readonly head: string; readonly line: (line: Line) => string } {
  const own = columns.filter(({ language }) => language === undefined || form.languages.includes(language));
  return {
    head: csvLine(
      own.map(({ name }) => name),
      form,
    ),
    line: (line) =>
      csvLine(
        own.map(({ cell }) => cell(line)),
        form,
      ),
  };
}
