import { defineTexts } from "#i18n/i18n.ts";

export const tilesTexts = defineTexts({ yes: "Yes", no: "No" }, { yes: "Sí", no: "No" });
