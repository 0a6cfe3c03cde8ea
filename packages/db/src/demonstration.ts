import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { appUser, credential, instance, round } from "./schema/index.ts";

const demonstrationFact = "demonstration";
/** Is there from the first generated row on, so that what was left half made is never taken for real work. */
const begunFact = "demonstration begun";

export interface DemonstrationAccount {
  readonly user: typeof appUser.$inferInsert;
  /** Null = invited, never signed in. */
  readonly passwordHash: string | null;
}

export type InstanceKind = "empty" | "unfinished" | "demonstration" | "real";

/**
 * What is in this database: nothing yet, the demonstration region, one that was left half made, or real work. An instance never
 * changes from the one to the other.
 * `ownerUrl` as in `migrate`.
 */
export async function instanceKind(ownerUrl: string): Promise<InstanceKind> {
  return asOwner(ownerUrl, async (db) => {
    const facts = await db.select().from(instance);
    if (facts.some((fact) => fact.name === demonstrationFact)) return "demonstration";
    if (facts.some((fact) => fact.name === begunFact)) return "unfinished";
    const [people, rounds] = await Promise.all([db.$count(appUser), db.$count(round)]);
    return people + rounds === 0 ? "empty" : "real";
  });
}

/** Makes the accounts of a demonstration instance: the first act of making one. They exist nowhere else. */
export async function insertDemonstrationAccounts(
  ownerUrl: string,
  accounts: readonly DemonstrationAccount[],
  now: Date,
): Promise<void> {
  await asOwner(ownerUrl, (db) =>
    db.transaction(async (tx) => {
      await tx
        .insert(instance)
        .values({ name: begunFact, value: { at: now.toISOString() }, isPublic: false })
        .onConflictDoNothing();
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

/** Says for good that this is a demonstration instance: the last act of making one. */
export async function markAsDemonstration(ownerUrl: string, seed: number, now: Date): Promise<void> {
  await asOwner(ownerUrl, (db) =>
    db.insert(instance).values({ name: demonstrationFact, value: { seed, madeAt: now.toISOString() }, isPublic: true }),
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
