import { isTooLong, textLimits } from "@avances/domain/text";
import type { ValueForm } from "./value-form.ts";

export const textForm: ValueForm<"text"> = {
  draftOf: ({ text }) => ({ fields: { text } }),
  read({ draft, refuse }, saved) {
    const text = draft.fields.text ?? "";
    if (text.trim() === "") return null;
    if (!isTooLong(text, textLimits.answerText)) return { type: "text", text };
    refuse("text", { kind: "too-long" });
    return saved;
  },
};
