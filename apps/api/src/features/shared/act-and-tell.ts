import type { Database, Tx } from "@avances/db";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

/** What an act needs whose messages are queued together with it. */
export type TellingDeps = Pick<Deps, "clock" | "config"> & { readonly db: Pick<Database, "asActorTelling"> };

/**
 * Does an act once per key (see `once`) and queues the messages about it in the same transaction: both are written, or neither is. `act`
 * returns the reply and what is to be told; `tell` runs in the role of the scheduler, which may read whom to write to. A repeated request
 * gets the first reply and tells nobody a second time.
 */
export async function actAndTell<T, News extends object>(
  deps: TellingDeps,
  actor: Actor,
  idempotency: Idempotency,
  act: (tx: Tx) => Promise<{ readonly reply: T; readonly news: News }>,
  tell: (tx: Tx, news: News) => Promise<unknown>,
): Promise<T> {
  const { reply } = await deps.db.asActorTelling(
    actor,
    async (tx) => {
      const told: News[] = [];
      const reply = await once(tx, deps, actor, idempotency, async () => {
        const acted = await act(tx);
        told.push(acted.news);
        return acted.reply;
      });
      return { reply, told };
    },
    async (tx, { told }) => {
      for (const news of told) await tell(tx, news);
    },
  );
  return reply;
}
