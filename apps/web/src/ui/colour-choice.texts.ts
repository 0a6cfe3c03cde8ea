import { defineTexts } from "#i18n/i18n.ts";

export const colourTexts = defineTexts(
  { label: "Keep in colour", all: "All countries" },
  { label: "Mantener en color", all: "Todos los países" },
);
