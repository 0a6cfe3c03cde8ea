import type { listCountries, ResponseOf } from "@avances/contracts";
import type { OpeningReason, OpeningWhy } from "@avances/domain/round";
import type { Round } from "../rounds-queries.ts";
import type { Preparing } from "./use-preparation.ts";

/** What every step of the preparation gets. */
export interface StepProps {
  readonly preparing: Preparing;
  /** Newest first. */
  readonly rounds: readonly Round[];
  /** Every reason why the round cannot be opened as it stands on the page. */
  readonly reasons: readonly OpeningReason[];
  readonly words: (reason: OpeningReason) => string;
  readonly nameOf: (country: string) => string;
  /** By name. */
  readonly countries: ResponseOf<typeof listCountries>["countries"];
}

/** The sentences of these reasons, for one field; undefined = nothing is wrong with it. */
export function errorOf(
  { reasons, words }: Pick<StepProps, "reasons" | "words">,
  ...whys: readonly OpeningWhy[]
): string | undefined {
  const found = reasons.filter(({ why }) => whys.includes(why)).map(words);
  return found.length === 0 ? undefined : found.join(" ");
}
