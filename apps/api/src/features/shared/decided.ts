import type { Contract } from "@avances/contracts";
import type { Call, Idempotency } from "#http/handler.ts";
import { ProtocolError } from "#http/problem-details.ts";

/** The key of a request that must not act twice; its contract guarantees that there is one. */
export function keyOf(idempotency: Idempotency | null): Idempotency {
  if (idempotency === null) throw new ProtocolError("idempotency-key-required");
  return idempotency;
}

/** What every act on a submission needs: the revision it was decided on, and its key. */
export function decided({ revision, idempotency }: Pick<Call<Contract>, "revision" | "idempotency">) {
  return { revision, idempotency: keyOf(idempotency) };
}
