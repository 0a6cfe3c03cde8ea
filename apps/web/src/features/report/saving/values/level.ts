import type { ValueForm } from "./value-form.ts";

export const levelForm: ValueForm<"ordinal"> = {
  draftOf: ({ level }) => ({ level }),
  read: ({ draft: { level } }) => (level === null ? null : { type: "ordinal", level }),
};
