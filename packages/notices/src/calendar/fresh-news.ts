import type { Tx } from "@avances/db";
import { findNewsOfMail } from "@avances/db/queries/matter-news-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import { type NewsContext, newsMail, standingNews } from "./matter-news.ts";
import { loadSides } from "./matter-sides.ts";

/** News as they are told at this moment: of several things some may not be so any more, and days pass. Null = nothing is left to tell. */
export async function freshNewsMail(
  tx: Tx,
  mail: { readonly id: string; readonly userId: string },
  { now, config }: Pick<NewsContext, "now" | "config">,
): Promise<NewMailRow | null> {
  const rows = await findNewsOfMail(tx, mail.id);
  const [first] = rows;
  if (first === undefined) return null;
  const sides = await loadSides(tx, now, config.secretariatCountry);
  const standing = await standingNews(tx, rows, sides, first);
  return standing && newsMail({ id: mail.id, step: first.step, ...standing }, sides, { now, config });
}
