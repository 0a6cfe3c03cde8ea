import type { ExchangeView } from "@avances/contracts";
import type { ExchangeRow } from "@avances/db/queries/rows";

/** A call, a letter, a talk or an answer by link; its number among the requests is known to whoever reads them all. */
export function exchangeView(
  row: ExchangeRow,
  more: Pick<ExchangeView, "nth" | "answersId" | "ofCancelledRound">,
): ExchangeView {
  const { withdrawnAt, withdrawnByName, withdrawnReason } = row;
  return {
    kind: "exchange",
    id: row.id,
    round: row.roundYear,
    channel: row.channel,
    day: row.happenedOn,
    isAsk: row.isAsk,
    withWhom: row.withWhom,
    said: row.said,
    promisedOn: row.promisedOn,
    detail: row.detail,
    letter: row.letterCode,
    notedAt: row.notedAt.toISOString(),
    notedByName: row.notedByName,
    withdrawn:
      withdrawnAt === null
        ? null
        : { at: withdrawnAt.toISOString(), byName: withdrawnByName ?? "", reason: withdrawnReason ?? "" },
    ...more,
  };
}
