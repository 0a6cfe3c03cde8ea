import { fieldsOfCells, readCells } from "./cells.ts";
import type { ValueForm } from "./value-form.ts";

export const ratioForm: ValueForm<"ratio"> = {
  draftOf: (value, f) => {
    const { numerator, denominator } = value;
    return { fields: fieldsOfCells({ numerator, denominator }, value, f) };
  },
  read(form, saved) {
    const { figure, cells, hasCells } = readCells(form, saved);
    const numerator = figure("numerator", saved?.numerator);
    const denominator = figure("denominator", saved?.denominator);
    if (numerator === null && denominator === null && !hasCells) return null;
    return { type: "ratio", numerator, denominator, ...cells };
  },
};
