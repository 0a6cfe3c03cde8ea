import { defineTexts } from "#i18n/i18n.ts";

export const articleTexts = defineTexts(
  {
    /** `treaty` is the subject of a Protocol, or the code of the Convention. */
    name: (article: string, treaty: string) => `Article ${article}, ${treaty}`,
  },
  {
    name: (article, treaty) => `Artículo ${article}, ${treaty}`,
  },
);
