import type { StaleAct } from "@avances/contracts";
import { ApiProblem } from "./api-client.ts";

/** What a refusal says of the present state, when the act was decided on a state that is gone; null for any other outcome. */
export function staleActOf(error: unknown): StaleAct | null {
  const isStale = error instanceof ApiProblem && error.code === "revision-stale";
  // Refusals of a save have the same code and carry the answer instead.
  const details = isStale ? error.problem?.details : undefined;
  return details?.current != null && "acts" in details ? (details as StaleAct) : null;
}
