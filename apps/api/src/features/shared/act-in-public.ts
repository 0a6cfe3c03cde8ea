import type { Database, Tx } from "@avances/db";
import type { Actor } from "@avances/domain/access";
import type { Visibility } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

/** Writes a new edition, if needed, in the transaction of the act that may have changed what the public reads. */
export type RenewEdition = (
  tx: Tx,
  deps: Pick<Deps, "catalogues" | "reference" | "config">,
  now: Date,
) => Promise<void>;

/** What an act needs if it changes what the public reads. */
export type PublicDeps = Pick<Deps, "clock" | "catalogues" | "reference" | "config"> & {
  readonly db: Pick<Database, "asActorPublishing">;
  readonly renewEdition: RenewEdition;
};

/** Was it ever shown to everybody? Then an act on it, also its withdrawal, changes what the public reads. */
export function isShownToAll({
  visibility,
  version,
}: {
  readonly visibility: Visibility;
  readonly version: number;
}): boolean {
  return visibility === "public" && version > 0;
}

/**
 * Does an act that may change the public file, once per key (see `once`): the act and the edition that shows it are written together, or
 * neither is. A repeated request gets the first reply and makes no second edition. `concerns` says of an act that is done whether the public reads any
 * of it; without it every act is looked at.
 */
export async function actInPublic<T>(
  deps: PublicDeps,
  actor: Actor,
  {
    idempotency,
    now,
    concerns = () => true,
  }: { readonly idempotency: Idempotency; readonly now: Date; readonly concerns?: (reply: T) => boolean },
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
    async (tx, { reply, isFirst }) => {
      if (isFirst && concerns(reply)) await deps.renewEdition(tx, deps, now);
    },
  );
  return reply;
}
