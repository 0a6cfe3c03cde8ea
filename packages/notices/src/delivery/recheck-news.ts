import type { Tx } from "@avances/db";
import { findNewsOfMail } from "@avances/db/queries/matter-news-queries";
import { newsDays, standingNews } from "../calendar/matter-news.ts";
import { loadSides } from "../calendar/matter-sides.ts";
import type { MatterVerdict } from "./recheck-matter.ts";

/** Is anything of what this message tells still so? The view may have been answered or withdrawn since, the document changed once more. */
export async function recheckNews(
  tx: Tx,
  mail: { readonly id: string; readonly userId: string },
  now: Date,
  secretariatCountry: string | undefined,
): Promise<MatterVerdict> {
  const rows = await findNewsOfMail(tx, mail.id);
  const [first] = rows;
  const standing = first && (await standingNews(tx, rows, await loadSides(tx, now, secretariatCountry), first));
  return standing ? { byItself: true, days: newsDays(standing.side) } : { stopped: "news-settled" };
}
