import type { Database, Tx } from "@avances/db";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

/** Makes the public file anew in the transaction of the act that may have made it untrue. */
export type RenewEdition = (
  tx: Tx,
  deps: Pick<Deps, "catalogues" | "reference" | "config">,
  now: Date,
) => Promise<void>;

/** What an act needs that changes what the public reads. */
export type PublicDeps = Pick<Deps, "clock" | "catalogues" | "reference" | "config"> & {
  readonly db: Pick<Database, "asActorPublishing">;
  readonly renewEdition: RenewEdition;
};

/**
 * Does an act that the public file may speak of, once per key (see `once`): the act and the edition that tells it are written together, or
 * neither is. A repeated request gets the first answer and makes no second edition.
 */
export async function actInPublic<T>(
  deps: PublicDeps,
  actor: Actor,
  { idempotency, now }: { readonly idempotency: Idempotency; readonly now: Date },
  act: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { reply } = await deps.db.asActorPublishing(
    actor,
    async (tx) => {
      let isFirst = false;
      const reply = await once(tx, deps, actor, idempotency, () => {
        isFirst = true;
        return act(tx);
      });
      return { reply, isFirst };
    },
    async (tx, { isFirst }) => {
      if (isFirst) await deps.renewEdition(tx, deps, now);
    },
  );
  return reply;
}
