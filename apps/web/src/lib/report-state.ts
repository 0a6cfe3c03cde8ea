import type { ReportState } from "@avances/domain/submission";
import type { PublicIndex } from "./published-queries.ts";

/** What is known of a country's report in a round of the frame: published, or why not. */
export function reportStateOf(data: Pick<PublicIndex, "unpublished">, country: string, roundYear: number): ReportState {
  const without = data.unpublished.find((one) => one.country === country && one.roundYear === roundYear);
  return without?.state ?? "published";
}
