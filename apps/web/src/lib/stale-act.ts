import type { StaleAct } from "@avances/contracts";
import { ApiProblem } from "./api-client.ts";

/** The present state, from a refusal because the act was decided on an older one; null for any other outcome. */
export function staleActOf(error: unknown): StaleAct | null {
  const isStale = error instanceof ApiProblem && error.code === "revision-stale";
  // Refusals of a save have the same code but carry the answer instead.
  const details = isStale ? error.problem?.details : undefined;
  return details?.current != null && "acts" in details ? (details as StaleAct) : null;
}
