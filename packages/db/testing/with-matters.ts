import { randomUUID } from "node:crypto";
import type { Actor } from "@avances/domain/access";
import { eq } from "drizzle-orm";
import { beforeAll } from "vitest";
import type { Tx } from "../src/connect.ts";
import { databaseFault, sqlState } from "../src/pg-error.ts";
import * as schema from "../src/schema/index.ts";
import { at, type Cell, cells } from "./matter-cells.ts";
import { seedCells } from "./seed-cells.ts";
import { withTwoCountries } from "./with-two-countries.ts";

/** A database of two countries with every cell of what can be put before the Network (`matter-cells.ts`), for the tests of this file; and what they ask of it. */
export function withMatters() {
  const world = withTwoCountries();
  beforeAll(() => seedCells(world.ownerUrl, world.seed), 120_000);

  /** What the database says to a piece of work, which is undone in any case. */
  async function says(actor: Actor, work: (tx: Tx) => Promise<unknown>): Promise<string> {
    return world.db
      .asActor(actor, async (tx) => {
        const done = await work(tx);
        throw new Error(Array.isArray(done) && done.length === 0 ? "nothing" : "done");
      })
      .then(
        () => "committed",
        (error) => databaseFault(error)?.kind ?? sqlState(error) ?? (error as Error).message,
      );
  }

  /** Which cells a statement shows somebody, by the column that names the matter. */
  async function seenBy(
    actor: Actor,
    read: (tx: Tx) => Promise<readonly { readonly id: string | null }[]>,
  ): Promise<ReadonlySet<string>> {
    const rows = await world.db.asActor(actor, read);
    return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
  }

  /** The person of Costa Rica who reports. */
  const focal = () => world.seed.actor("focal_point", "CRI");
  /** A cell like this, by default to nobody and first to nobody. */
  const find = (wanted: Partial<Cell>) => {
    const found = cells.find((cell) =>
      Object.entries({ firstTo: null, ...wanted }).every(
        ([key, value]) =>
          cell[key as keyof Cell] === value && (wanted.addressees !== undefined || cell.addressees.length === 0),
      ),
    );
    if (found === undefined) throw new Error("no such cell");
    return found;
  };
  /** A new matter of the side of this person. */
  const draft = (actor: Actor, more: Partial<typeof schema.matter.$inferInsert> = {}) => ({
    ...{ id: randomUUID(), kind: "document" as const, authorCode: actor.country ?? "RCM-TS", language: "es" as const },
    ...{ subject: "Asunto", body: "", textRevision: 1, visibility: "members" as const, state: "draft" as const },
    ...{ version: 0, revision: 1, createdAt: at, createdBy: actor.userId, createdByName: actor.displayName },
    ...more,
  });
  const insert = (actor: Actor, more?: Partial<typeof schema.matter.$inferInsert>) =>
    says(actor, (tx) => tx.insert(schema.matter).values(draft(actor, more)));
  const update = (actor: Actor, cell: Cell, set: Partial<typeof schema.matter.$inferInsert>) =>
    says(actor, (tx) =>
      tx.update(schema.matter).set(set).where(eq(schema.matter.id, cell.id)).returning({ id: schema.matter.id }),
    );
  /** Other words, with the revisions that they raise. */
  const reword = { subject: "Otro", textRevision: 3, revision: 3 };

  return Object.assign(world, { says, seenBy, focal, find, draft, insert, update, reword });
}
