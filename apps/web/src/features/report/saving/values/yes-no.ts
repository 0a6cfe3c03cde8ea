import type { ValueForm } from "./value-form.ts";

export const yesNoForm: ValueForm<"boolean"> = {
  draftOf: ({ value }) => ({ yes: value }),
  read: ({ draft: { yes } }) => (yes === null ? null : { type: "boolean", value: yes }),
};
