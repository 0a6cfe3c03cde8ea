import { linkOptions } from "@tanstack/react-router";
import type { Language } from "#i18n/language.ts";
import type { PublicIndicatorList } from "./published-queries.ts";

export type Article = Pick<PublicIndicatorList["objectives"][number]["articles"][number], "instrument" | "article">;

/** An article in an address: `TIP-6`. Without its paragraphs, because whoever asks for an article means all of it. */
export function articleCode({ instrument, article }: Article): string {
  return `${instrument}-${article}`;
}

/** Where an article leads: to the indicators that follow it up. */
export function articleLink(lang: Language, article: Article) {
  return linkOptions({ to: "/$lang/indicators", params: { lang }, search: { article: articleCode(article) } });
}
