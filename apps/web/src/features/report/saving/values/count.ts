import { fieldsOfCells, readCounted } from "./cells.ts";
import type { ValueForm } from "./value-form.ts";

export const countForm: ValueForm<"count"> = {
  draftOf: (value, f) => ({ fields: fieldsOfCells(value, ({ total }) => ({ total }), f) }),
  read: (form, saved) =>
    readCounted(form, saved, (figure, before) => ({ type: "count", total: figure("total", before?.total) })),
};
