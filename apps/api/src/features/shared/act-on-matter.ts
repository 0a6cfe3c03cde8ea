import { findAnyMatter, type MatterRow } from "@avances/db/queries/matter-queries";
import type { Action, Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { allow } from "./allow.ts";
import { type Acting, lockSeenMatter } from "./file-matter.ts";

/** A matter as the person who decides has seen it. */
export interface DecidedOnMatter {
  readonly matterId: string;
  /** Revision that was seen (`If-Match`); 0 = there is none yet. */
  readonly revision: number;
  readonly idempotency: Idempotency;
}

/** What is done with a matter that is there, locked and as it was seen. */
export type Decide = (acting: Acting, row: MatterRow) => Promise<unknown>;
/** What is done where there is none yet. */
export type Begin = (acting: Acting) => Promise<unknown>;

/**
 * Decides on a matter, or begins it (without `begin` there must be one), and returns it as it is then (`view`). One of another kind, or that the actor
 * may not read, is a missing one.
 */
export async function decideOrBegin<View>(
  acting: Acting,
  { id, kind, revision }: Pick<MatterRow, "id" | "kind" | "revision">,
  view: () => Promise<View>,
  decide: Decide,
  begin?: Begin,
): Promise<View> {
  if (begin !== undefined && revision === 0 && (await findAnyMatter(acting.tx, id)) === undefined) await begin(acting);
  else await decide(acting, await lockSeenMatter(acting, { id, kind, revision }, view));
  return view();
}

interface OfKind<View> {
  readonly kind: MatterRow["kind"];
  readonly action: Action;
  /** The matter as the actor may see it, or throws `not-found`. */
  readonly view: (tx: Acting["tx"]) => Promise<View>;
}

/** The only way to change a matter of which the edition says nothing, once per key. */
export function actOnMatter<View>(
  deps: Pick<Deps, "db" | "clock" | "newId">,
  actor: Actor,
  { kind, action, view }: OfKind<View>,
  { matterId, revision, idempotency }: DecidedOnMatter,
  decide: Decide,
  begin?: Begin,
): Promise<View> {
  allow(actor, action);
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, () =>
      decideOrBegin(
        { tx, actor, now, newId: deps.newId },
        { id: matterId, kind, revision },
        () => view(tx),
        decide,
        begin,
      ),
    ),
  );
}
