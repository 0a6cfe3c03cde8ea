import type { Table, TableCell } from "#features/shared/table-file.ts";
import type { MeetingDocument } from "./meeting-words.ts";

/** The board as a table of a workbook. */
export function meetingTable(document: MeetingDocument, name: string): Table {
  const { title, warning, sentence, asOf, days, heads, years, groups } = document;
  return {
    name,
    title,
    above: [...(warning === null ? [] : [warning]), sentence, asOf, days],
    columns: [
      { head: heads.country, width: 26 },
      { head: heads.state, width: 44 },
      { head: heads.dueOn, width: 13 },
      { head: heads.receivedOn, width: 16 },
      { head: heads.asks, width: 12 },
      { head: heads.lastAskOn, width: 16 },
      ...years.map(({ head }) => ({ head, width: 16 })),
    ],
    lines: groups.flatMap(({ heading, rows }) => [
      [heading, ...Array.from({ length: 5 + years.length }, (): TableCell => null)],
      ...rows.map((row): TableCell[] => [
        row.country,
        row.state,
        { day: row.dueOn },
        row.receivedOn === null ? null : { day: row.receivedOn },
        row.asks,
        row.lastAskOn === null ? null : { day: row.lastAskOn },
        ...row.earlier,
      ]),
    ]),
  };
}
