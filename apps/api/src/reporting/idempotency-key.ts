import { DomainError } from "@avances/domain/domain-error";
import type { Idempotency } from "#http/handler.ts";

/** The key that an act which must not happen twice always comes with. */
export function keyOf(idempotency: Idempotency | null): Idempotency {
  if (idempotency === null) throw new DomainError("idempotency-key-required");
  return idempotency;
}
