import { defineTexts } from "#i18n/i18n.ts";

/** Of a report, in lists of countries. */
export const receivedTexts = defineTexts({ notReceived: "not received" }, { notReceived: "no recibido" });
