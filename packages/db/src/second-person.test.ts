import { randomUUID } from "node:crypto";
import type { AccountAct, Actor, ProposedChange } from "@avances/domain/access";
import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase, type Tx } from "./connect.ts";
import { databaseFault } from "./pg-error.ts";
import { findPasswordHash, setPassword } from "./queries/password-queries.ts";
import { confirmUser, decideRequest, hadSecondPerson, insertAccountRequest } from "./queries/people-queries.ts";
import { consumeTicket, insertTicket } from "./queries/ticket-queries.ts";
import { changeAddress, endUser, insertUser, reopenUser, updateUser } from "./queries/user-queries.ts";
import type { appUser } from "./schema/index.ts";

let database: TestDatabase;
let db: Database;
let owner: pg.Client;
const at = new Date("2027-02-10T15:00:00Z");
const ana = secretary();
const eva = secretary();

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, poolSize: 4, onError: (error) => expect.fail(error.message) });
  owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await db?.close();
  await owner?.end();
  await database?.drop();
});

function secretary(): Actor {
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  return {
    userId,
    role: "secretariat",
    country: null,
    organisation: null,
    assignedIndicators: null,
    sessionId,
    displayName: "Secretary",
  };
}

const outside = { role: "observer", countryCode: null } as const;

function account(more: Partial<typeof appUser.$inferInsert> = {}): typeof appUser.$inferInsert {
  const id = more.id ?? randomUUID();
  const common = { email: `${id}@example.org`, displayName: "Somebody", language: "es", createdAt: at } as const;
  return { ...common, role: "focal_point", countryCode: "CRI", confirmedAt: at, ...more, id };
}

async function open(row: typeof appUser.$inferInsert): Promise<string> {
  await db.asActor(ana, (tx) => insertUser(tx, row));
  return row.id;
}

function ticket(userId: string) {
  const id = randomUUID();
  return { id, kind: "invitation", userId, tokenHash: id, createdAt: at, expiresAt: new Date("2099-01-01") } as const;
}

const addressLink = (userId: string, newEmail = "x@example.org") =>
  ({ ...ticket(userId), kind: "address_change", newEmail }) as const;

/** The outcome of a piece of work; its changes are rolled back. */
async function outcome(as: Actor, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  try {
    await db.asActor(as, async (tx) => {
      await work(tx);
      throw new Error("undo");
    });
  } catch (error) {
    return error instanceof Error && error.message === "undo" ? "done" : (databaseFault(error)?.kind ?? String(error));
  }
  return "done";
}

const request = (as: Actor, userId: string, act: AccountAct, proposed: ProposedChange | null = null) => {
  const id = randomUUID();
  const row = { id, userId, act, proposed, requestedAt: at, requestedBy: as.userId, requestedByName: "Secretary" };
  return db.asActor(as, (tx) => insertAccountRequest(tx, row)).then(() => id);
};
const confirm = (tx: Tx, id: string, by: Actor) => decideRequest(tx, id, { outcome: "confirmed", by: by.userId, at });

describe("the wall behind the second person", () => {
  let inForce: string;
  let unopened: string;
  let delegate: string;
  let organised: string;

  test("as long as the secretariat never had a second person, one opens, reaches and ends accounts", async () => {
    await open(account({ id: ana.userId, role: "secretariat", countryCode: null }));
    await db.asAuth((tx) => setPassword(tx, ana.userId, "hash", at));
    inForce = await open(account());
    unopened = await open(account({ confirmedAt: null }));
    delegate = await open(account({ role: "rcgm_delegate", countryCode: null }));
    organised = await open(account({ role: "civil_society", countryCode: null, organisationCode: "RNCOM" }));
    expect(await db.asActor(ana, hadSecondPerson)).toBe(false);
    expect(await outcome(ana, (tx) => insertTicket(tx, ticket(inForce)))).toBe("done");
    expect(await outcome(ana, (tx) => confirmUser(tx, unopened, null, at))).toBe("done");
    expect(await outcome(ana, (tx) => endUser(tx, inForce, at))).toBe("done");
  });

  test("that it had a second person is recorded with that person's first password, and nothing removes the record", async () => {
    await open(account({ id: eva.userId, role: "secretariat", countryCode: null }));
    expect(await db.asActor(ana, hadSecondPerson)).toBe(false);
    await db.asAuth((tx) => setPassword(tx, eva.userId, "hash", at));
    expect(await db.asActor(ana, hadSecondPerson)).toBe(true);
    await owner.query("update app.app_user set ended_at = now() where id = $1", [eva.userId]);
    expect(await db.asActor(ana, hadSecondPerson)).toBe(true);
    for (const statement of ["delete from auth.secretariat_member", "update auth.secretariat_member set since = now()"])
      await expect(owner.query(statement)).rejects.toThrow("its rows never change");
    await owner.query("update app.app_user set ended_at = null where id = $1", [eva.userId]);
  });

  test.each<[string, (tx: Tx) => Promise<unknown>]>([
    ["opens an account of a country", (tx) => insertUser(tx, account())],
    ["opens one of the secretariat", (tx) => insertUser(tx, account({ role: "secretariat", countryCode: null }))],
    ["says that somebody else opened it", (tx) => insertUser(tx, account({ confirmedBy: eva.userId }))],
    ["opens one that waits", (tx) => confirmUser(tx, unopened, null, at)],
    ["opens one that waits in another's name", (tx) => confirmUser(tx, unopened, eva.userId, at)],
    ["ends an account of a country", (tx) => endUser(tx, inForce, at)],
    ["ends a colleague", (tx) => endUser(tx, eva.userId, at)],
    ["gives an account another address", (tx) => updateUser(tx, inForce, { email: "x@example.org" })],
    ["gives an account another role", (tx) => updateUser(tx, inForce, { role: "alternate" })],
    ["sends a link that gives it another address", (tx) => insertTicket(tx, addressLink(inForce))],
    ["gives an account another country", (tx) => updateUser(tx, inForce, { countryCode: "MEX" })],
    ["makes a delegate one of the secretariat", (tx) => updateUser(tx, delegate, { role: "secretariat" })],
    ["makes a delegate a focal point", (tx) => updateUser(tx, delegate, { role: "focal_point", countryCode: "CRI" })],
    ["makes a delegate an observer", (tx) => updateUser(tx, delegate, { role: "observer" })],
    [
      "opens an account that speaks for an organisation",
      (tx) => insertUser(tx, account({ ...outside, organisationCode: "IOM" })),
    ],
    ["opens one that speaks for nobody yet", (tx) => insertUser(tx, account(outside))],
    ["lets an account speak for another organisation", (tx) => updateUser(tx, organised, { organisationCode: "IOM" })],
    ["takes the organisation from an account", (tx) => updateUser(tx, organised, { organisationCode: null })],
    ["makes civil society the Coalition", (tx) => updateUser(tx, organised, { role: "coalition" })],
    ["ends an account of civil society", (tx) => endUser(tx, organised, at)],
    ["sends a link to an organisation", (tx) => insertTicket(tx, ticket(organised))],
    ["sends a link to a country", (tx) => insertTicket(tx, ticket(inForce))],
    ["sends a link to a colleague", (tx) => insertTicket(tx, ticket(eva.userId))],
    ["sends a link to an account that waits", (tx) => insertTicket(tx, ticket(unopened))],
  ])("from then on nobody alone %s", async (_what, work) => {
    expect(await outcome(ana, work)).toBe("not-permitted");
  });

  test("nobody confirms what they asked for, asks in another's name, or decides in another's", async () => {
    const id = await request(ana, inForce, "end");
    expect(await outcome(ana, (tx) => confirm(tx, id, ana))).not.toBe("done");
    expect(await outcome(ana, (tx) => confirm(tx, id, eva))).toBe("not-permitted");
    const inEvasName = { id: randomUUID(), userId: delegate, act: "end", requestedAt: at } as const;
    const asked = { ...inEvasName, requestedBy: eva.userId, requestedByName: "Eva" };
    expect(await outcome(ana, (tx) => insertAccountRequest(tx, asked))).toBe("not-permitted");
    await db.asActor(eva, (tx) => decideRequest(tx, id, { outcome: "withdrawn", by: eva.userId, at }));
    expect(await outcome(ana, (tx) => endUser(tx, inForce, at))).toBe("not-permitted");
  });

  test("two people can: the second one's confirmation is valid for this act, on this account, now, and for nothing else", async () => {
    const id = await request(ana, inForce, "send_link");
    const confirmed = (work: (tx: Tx) => Promise<unknown>) =>
      outcome(eva, async (tx) => {
        await confirm(tx, id, eva);
        await work(tx);
      });
    expect(await confirmed((tx) => insertTicket(tx, ticket(inForce)))).toBe("done");
    expect(await confirmed((tx) => insertTicket(tx, ticket(ana.userId)))).toBe("not-permitted");
    expect(await confirmed((tx) => endUser(tx, inForce, at))).toBe("not-permitted");
    await db.asActor(eva, (tx) => confirm(tx, id, eva));
    for (const later of [ana, eva])
      expect(await outcome(later, (tx) => insertTicket(tx, ticket(inForce)))).toBe("not-permitted");

    const moving = await request(ana, inForce, "change_address", { email: "x@example.org" });
    const moved = (link: ReturnType<typeof addressLink>) =>
      outcome(eva, async (tx) => {
        await confirm(tx, moving, eva);
        await insertTicket(tx, link);
      });
    expect(await moved(addressLink(inForce))).toBe("done");
    expect(await moved(addressLink(inForce, "y@example.org"))).toBe("not-permitted");
    await db.asActor(ana, (tx) => decideRequest(tx, moving, { outcome: "withdrawn", by: ana.userId, at }));
    const becoming = await request(ana, inForce, "change_role", {
      role: "alternate",
      country: "CRI",
      indicators: null,
    });
    const became = (patch: Parameters<typeof updateUser>[2]) =>
      outcome(eva, async (tx) => {
        await confirm(tx, becoming, eva);
        await updateUser(tx, inForce, patch);
      });
    expect(await became({ role: "alternate" })).toBe("done");
    expect(await became({ role: "approver" })).toBe("not-permitted");
    expect(await became({ email: "x@example.org" })).toBe("not-permitted");
    await db.asActor(ana, (tx) => decideRequest(tx, becoming, { outcome: "withdrawn", by: ana.userId, at }));

    const role = { role: "civil_society", country: null, indicators: null } as const;
    const speaking = await request(ana, organised, "change_role", { ...role, organisation: "IOM" });
    const spoke = (patch: Parameters<typeof updateUser>[2]) =>
      outcome(eva, async (tx) => {
        await confirm(tx, speaking, eva);
        await updateUser(tx, organised, patch);
      });
    expect(await spoke({ organisationCode: "IOM" })).toBe("done");
    expect(await spoke({ organisationCode: "COALITION" })).toBe("not-permitted");
    expect(await spoke({ organisationCode: null })).toBe("not-permitted");
    expect(await spoke({ organisationCode: "IOM", role: "observer" })).toBe("not-permitted");
    await db.asActor(ana, (tx) => decideRequest(tx, speaking, { outcome: "withdrawn", by: ana.userId, at }));
    const silent = await request(ana, organised, "change_role", role);
    const silenced = await outcome(eva, async (tx) => {
      await confirm(tx, silent, eva);
      await updateUser(tx, organised, { organisationCode: null });
    });
    expect(silenced).toBe("done");
    await db.asActor(ana, (tx) => decideRequest(tx, silent, { outcome: "withdrawn", by: ana.userId, at }));

    const ending = await request(eva, inForce, "end");
    await db.asActor(ana, async (tx) => {
      await confirm(tx, ending, ana);
      expect(await endUser(tx, inForce, at)).toBeDefined();
    });
    expect(await outcome(ana, (tx) => updateUser(tx, inForce, { endedAt: null }))).toBe("not-permitted");
    expect(await outcome(ana, (tx) => updateUser(tx, inForce, { displayName: "Other" }))).toBe("not-permitted");
  });

  test("an ended account comes back with another person's word, as it was and without its password", async () => {
    await db.asAuth((tx) => setPassword(tx, inForce, "hash", at));
    const reopen = (tx: Tx) => reopenUser(tx, inForce, { at, askedBy: ana.userId, confirmedBy: eva.userId });
    expect(await outcome(eva, reopen)).toBe("not-permitted");
    const asked = await request(ana, inForce, "reopen");
    await db.asActor(eva, async (tx) => {
      await confirm(tx, asked, eva);
      expect(await reopen(tx)).toMatchObject({ endedAt: null, role: "focal_point" });
      await insertTicket(tx, ticket(inForce));
    });
    expect(await db.authQuery((tx) => findPasswordHash(tx, inForce))).toBeNull();
  });

  test("an address changes by the link that was sent to it, and by no other", async () => {
    const link = addressLink(delegate, "delegate@elsewhere.example");
    await db.asActor(ana, (tx) => insertTicket(tx, link));
    const change = (use: boolean, email: string) =>
      db
        .asAuth(async (tx) => {
          if (use) await consumeTicket(tx, link.tokenHash, "address_change", at);
          await changeAddress(tx, delegate, email);
          throw new Error("undo");
        })
        .catch((error: Error) => (error.message === "undo" ? "done" : databaseFault(error)?.kind));
    expect(await change(true, "delegate@elsewhere.example")).toBe("done");
    expect(await change(false, "delegate@elsewhere.example")).toBe("not-permitted");
    expect(await change(true, "other@elsewhere.example")).toBe("not-permitted");
  });

  test("people change what describes them, and nothing else of their entry", async () => {
    const own: Actor = { ...ana, userId: delegate, role: "rcgm_delegate" };
    expect(await outcome(own, (tx) => updateUser(tx, delegate, { displayName: "Other", phone: "+50622223333" }))).toBe(
      "done",
    );
    for (const patch of [
      { role: "presidency" },
      { validUntil: "2027-01-01" },
      { isShared: true },
      { email: "z@e.org" },
    ] as const)
      expect(await outcome(own, (tx) => updateUser(tx, delegate, patch))).toBe("not-permitted");
    expect(await db.asActor(own, (tx) => updateUser(tx, inForce, { displayName: "Other" }))).toBeUndefined();
  });

  test("an act on an account that reaches no drafts needs only one person", async () => {
    expect(await outcome(ana, (tx) => insertTicket(tx, ticket(delegate)))).toBe("done");
    expect(await outcome(ana, (tx) => endUser(tx, delegate, at))).toBe("done");
  });

  test("an address belongs to one active account, and is free again when that has ended", async () => {
    const email = "again@example.org";
    const first = account({ role: "rcgm_delegate", countryCode: null, email });
    await open(first);
    const twice = () => db.asActor(ana, (tx) => insertUser(tx, { ...first, id: randomUUID() }));
    expect(await twice()).toBeUndefined();
    await db.asActor(ana, (tx) => endUser(tx, first.id, at));
    expect(await twice()).toBeDefined();
    expect(await twice()).toBeUndefined();
  });
});
