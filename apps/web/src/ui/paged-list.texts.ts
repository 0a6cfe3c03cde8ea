import { defineTexts } from "#i18n/i18n.ts";

/** Of a list of several pages. */
export const pagedListTexts = defineTexts(
  {
    pages: (page: string, of: string) => `Page ${page} of ${of}`,
    before: "Previous page",
    next: "Next page",
  },
  {
    pages: (page, of) => `Página ${page} de ${of}`,
    before: "Página anterior",
    next: "Página siguiente",
  },
);
