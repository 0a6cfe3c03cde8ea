import { parseDate } from "@avances/domain/answer";
import type { ValueForm } from "./value-form.ts";

export const dateForm: ValueForm<"date"> = {
  draftOf: ({ date }) => ({ fields: { date } }),
  read({ draft, refuse }, saved) {
    const parsed = parseDate(draft.fields.date ?? "");
    switch (parsed.kind) {
      case "empty":
        return null;
      case "date":
        return { type: "date", date: parsed.value };
      case "invalid":
        refuse("date", { kind: parsed.reason });
        return saved;
    }
  },
};
