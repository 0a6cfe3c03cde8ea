import { defineTexts } from "#i18n/i18n.ts";

/** Quotation marks. */
export const quotedTexts = defineTexts({ around: (text: string) => `“${text}”` }, { around: (text) => `«${text}»` });
