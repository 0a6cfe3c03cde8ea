import { fieldsOfCells, readCells } from "./cells.ts";
import type { ValueForm } from "./value-form.ts";

export const countForm: ValueForm<"count"> = {
  draftOf: (value, f) => ({ fields: fieldsOfCells({ total: value.total }, value, f) }),
  read(form, saved) {
    const { figure, cells, hasCells } = readCells(form, saved);
    const total = figure("total", saved?.total);
    return total === null && !hasCells ? null : { type: "count", total, ...cells };
  },
};
