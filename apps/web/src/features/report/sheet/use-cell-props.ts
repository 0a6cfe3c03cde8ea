import { useCallback } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { useCells } from "./answer-cells.ts";
import { sheetTexts } from "./sheet.texts.ts";
import type { CellProps } from "./sheet-cell.tsx";

/** Makes the props of the cell at a place, so that a table only says where its cells stand. */
export function useCellProps() {
  const t = useTexts(sheetTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { store, indicator, fields, faults, computed, differences, before, beforeYear } = useCells();
  const { code } = indicator;
  const put = useCallback(
    (place: string, text: string) =>
      store.edit(code, (draft) => ({ ...draft, fields: { ...draft.fields, [place]: text } })),
    [store, code],
  );
  const beforeWords = beforeYear === null ? "" : t.inRound(roundWords[lang].name({ roundYear: beforeYear }));
  return (place: string, label: string): CellProps => {
    const cell = computed.get(place);
    const old = before(place);
    const isFaulty = faults[place] !== undefined || differences.has(place);
    return {
      place,
      label,
      text: fields[place] ?? "",
      computed: cell === undefined ? null : f.number(cell.figure),
      isFaulty,
      describedBy: hasMessage(place, { faults, differences }) ? messageId(code, place) : undefined,
      before: old === null ? null : f.number(old),
      beforeWords,
      put,
    };
  };
}

/** Id of the line that says what is wrong with a cell. */
export function messageId(code: string, place: string): string {
  return `${code}-${place.replaceAll(/[^A-Za-z0-9]/g, "-")}-message`;
}

function hasMessage(
  place: string,
  { faults, differences }: Pick<ReturnType<typeof useCells>, "faults" | "differences">,
): boolean {
  return faults[place] !== undefined || differences.has(place);
}
