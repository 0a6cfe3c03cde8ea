import { StaleAct } from "./summary.ts";

export const staleAct = { "revision-stale": StaleAct } as const;

export const transitionProblems = [
  "transition-refused",
  "revision-required",
  "revision-stale",
  "idempotency-key-required",
  "idempotency-key-reused",
] as const;
