import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { appUser, credential, hidingKey, instance } from "./schema/index.ts";

/** What the database is for. If nobody says that it is a demonstration, the database itself records `real`. */
const kindFact = "kind";
/** Exists once the demonstration region is complete, so that a half-made one is never mistaken for it. */
const finishedFact = "demonstration";

export interface Account {
  readonly user: typeof appUser.$inferInsert;
  /** Null = invited, never signed in. */
  readonly passwordHash: string | null;
}

export type InstanceState = "empty" | "unfinished" | "demonstration" | "real";

/**
 * What is in this database: nothing yet, the demonstration region, a half-made one, or real work. An instance never
 * changes from demonstration to real work or back.
 * `ownerUrl` as in `migrate`.
 */
export async function instanceState(ownerUrl: string): Promise<InstanceState> {
  return asOwner(ownerUrl, async (db) => {
    const facts = new Map((await db.select().from(instance)).map(({ name, value }) => [name, value]));
    const kind = facts.get(kindFact);
    if (kind === undefined) return "empty";
    if (kind !== "demonstration") return "real";
    return facts.has(finishedFact) ? "demonstration" : "unfinished";
  });
}

/**
 * Marks an empty database for good as a demonstration: the first step of making one. Its people are invented and every demonstration must
 * look alike, so the order in which cells are hidden is no secret there. Throws when the database already has a kind.
 */
export async function beginDemonstration(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, (db) =>
    db.transaction(async (tx) => {
      await tx.insert(instance).values({ name: kindFact, value: "demonstration" });
      await tx.insert(hidingKey).values({ key: "demonstration" });
    }),
  );
}

/** Marks the demonstration region as complete: the last step of making one. */
export async function finishDemonstration(ownerUrl: string, seed: number, now: Date): Promise<void> {
  await asOwner(ownerUrl, async (db) => {
    const [kind] = await db.select().from(instance).where(eq(instance.name, kindFact));
    if (kind?.value !== "demonstration") throw new Error("This database is no demonstration.");
    await db.insert(instance).values({ name: finishedFact, value: { seed, madeAt: now.toISOString() } });
  });
}

/** Inserts accounts as if they had existed for a while, without the rules and audit events of the product: for a demonstration and for tests. */
export async function insertAccounts(ownerUrl: string, accounts: readonly Account[], now: Date): Promise<void> {
  await asOwner(ownerUrl, (db) =>
    db.transaction(async (tx) => {
      await tx.insert(appUser).values(accounts.map(({ user }) => user));
      await tx
        .insert(credential)
        .values(
          accounts.flatMap(({ user, passwordHash }) =>
            passwordHash === null ? [] : [{ userId: user.id, passwordHash, changedAt: now }],
          ),
        );
    }),
  );
}

async function asOwner<T>(ownerUrl: string, work: (db: ReturnType<typeof ownerQueries>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "avances demonstration" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(ownerQueries(client));
  } finally {
    await client.end();
  }
}

function ownerQueries(client: pg.Client) {
  return drizzle(client, { casing: "snake_case" });
}
