import type { RoundView } from "@avances/contracts";
import type { RoundRow } from "@avances/db/queries/rows";
import type { z } from "zod";

/** What everybody may know about a round. */
export function roundView(round: RoundRow): z.input<typeof RoundView> {
  const {
    year,
    catalogueVersion,
    referenceStart,
    referenceEnd,
    opensOn,
    dueOn,
    closedAt,
    obligatedGroup,
    signatureRequired,
    revision,
  } = round;
  return {
    year,
    catalogueVersion,
    referenceStart,
    referenceEnd,
    opensOn,
    dueOn,
    closedAt: closedAt?.toISOString() ?? null,
    obligatedGroup,
    signatureRequired,
    revision,
  };
}
