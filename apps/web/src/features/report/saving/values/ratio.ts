import { fieldsOfCells, readCounted } from "./cells.ts";
import type { ValueForm } from "./value-form.ts";

export const ratioForm: ValueForm<"ratio"> = {
  draftOf: (value, f) => ({
    fields: fieldsOfCells(value, ({ numerator, denominator }) => ({ numerator, denominator }), f),
  }),
  read: (form, saved) =>
    readCounted(form, saved, (figure, before) => ({
      type: "ratio",
      numerator: figure("numerator", before?.numerator),
      denominator: figure("denominator", before?.denominator),
    })),
};
