import type { ReopenedAnswer } from "@avances/contracts";
import type { ReopenedAnswerRow } from "@avances/db/queries/rows";

/** An answer that the country opened in a returned report, as the API returns it. */
export function reopenedView({
  indicatorCode,
  version,
  at,
  actorName,
  reason,
}: Pick<ReopenedAnswerRow, "indicatorCode" | "version" | "at" | "actorName" | "reason">): ReopenedAnswer {
  return { indicatorCode, version, at: at.toISOString(), byName: actorName, reason };
}
