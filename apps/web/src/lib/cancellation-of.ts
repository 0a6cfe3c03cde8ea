import type { listRoundActs, ReplyOf } from "@avances/contracts";

type RoundAct = ReplyOf<typeof listRoundActs>["acts"][number];

/** The act that cancelled the round of this year; null when there is none or the year was opened again since. Acts oldest first. */
export function cancellationOf<A extends Pick<RoundAct, "year" | "act">>(acts: readonly A[], year: number): A | null {
  const last = acts.filter((act) => act.year === year).at(-1);
  return last?.act === "cancelled" ? last : null;
}
