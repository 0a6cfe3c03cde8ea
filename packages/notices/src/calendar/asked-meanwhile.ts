import type { Tx } from "@avances/db";
import { findNoticeBatch } from "@avances/db/queries/notice-queries";
import { DomainError } from "@avances/domain/domain-error";
import type { NoticeStep } from "@avances/domain/round";
import type { NoticeToWrite } from "./message.ts";

/** What a preview showed about a country. */
export interface SeenCountry {
  readonly country: string;
  readonly asksWritten: number;
}

/**
 * Throws `asked-meanwhile` when one of these countries has been asked since the preview, with its latest ask: which, when, and by whom of
 * the secretariat (null = automatic). A country missing from `seen` counts as one that was never asked.
 */
export async function refuseAskedMeanwhile(
  tx: Tx,
  items: readonly Pick<NoticeToWrite, "state" | "ledger">[],
  seen: readonly SeenCountry[],
): Promise<void> {
  const seenOf = new Map(seen.map(({ country, asksWritten }) => [country, asksWritten]));
  const asks: { country: string; step: NoticeStep; at: string; byName: string | null }[] = [];
  for (const { state, ledger } of items) {
    const { asksWritten, latestAsk } = ledger;
    if (latestAsk === null || asksWritten <= (seenOf.get(state.country) ?? 0)) continue;
    const batch = await findNoticeBatch(tx, latestAsk.batchId);
    const byName = batch?.createdByName ?? null;
    asks.push({ country: state.country, step: latestAsk.step, at: latestAsk.at.toISOString(), byName });
  }
  if (asks.length > 0) throw new DomainError("asked-meanwhile", { asks });
}
