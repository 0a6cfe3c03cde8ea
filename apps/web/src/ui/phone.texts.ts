import { defineTexts } from "#i18n/i18n.ts";

export const phoneTexts = defineTexts(
  { call: (name: string, number: string) => `Call ${name}: ${number}` },
  { call: (name, number) => `Llamar a ${name}: ${number}` },
);
