import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "@avances/db";
import { mailboxPosition, mailReply, outgoingMail } from "@avances/db/schema";
import { createTestDatabase, type InboxServer, startInboxServer } from "@avances/testing";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestRegion, runningClock, type TestRegion, testLog, until } from "../../testing/region.ts";
import { type ReplyFile, replyTo } from "../../testing/replies.ts";
import { watchInbox } from "./watch-inbox.ts";

/** Reads a mailbox by IMAP, as the scheduler does, from a server on this machine. */
let region: TestRegion<{ now(): Date }>;
let inbox: InboxServer;
let stops: (() => Promise<void>)[] = [];
let mail: { readonly id: string; readonly messageId: string; readonly toAddress: string };

beforeEach(async () => {
  region = await createTestRegion(await createTestDatabase(), runningClock("2027-02-01T15:00:00Z"));
  inbox = await startInboxServer();
  mail = await sentMail();
});
afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  stops = [];
  await inbox.close();
  await region.close();
});

/** A message that a mail server has accepted. */
async function sentMail() {
  const person = await region.addPerson({ role: "presidency", email: `p.${randomUUID().slice(0, 8)}@people.example` });
  const id = await region.queueMail(person, "Hello");
  await region.db.asWorker((tx) =>
    tx.update(outgoingMail).set({ state: "sent", fence: 1, lastCode: 250 }).where(eq(outgoingMail.id, id)),
  );
  const found = (await region.mails()).find((one) => one.id === id);
  if (found === undefined) throw new Error("The message is gone");
  return found;
}

/** A reader as in another process: with its own connections. */
function watch(pollMs = 60_000, url = inbox.url): () => Promise<void> {
  const db = openDatabase({ url: region.url, poolSize: 3, onError: () => undefined });
  const stop = new AbortController();
  const timing = { againMs: [50], idleAfterMs: 20, connectMs: 5_000 };
  const config = { ...region.config, inboxUrl: url };
  const done = watchInbox({ db, clock: region.clock, log: testLog, config, pollMs, timing }, stop.signal);
  const end = async () => {
    if (stop.signal.aborted) return;
    stop.abort();
    await done;
    await db.close();
  };
  stops.push(end);
  return end;
}

const put = (bytes: Uint8Array) => inbox.deliver(bytes, new Date("2027-01-31T09:30:15Z"));
const arrive = (name: ReplyFile, change?: Readonly<Record<string, string>>) => put(replyTo(name, mail, change));
const replies = () => region.db.asWorker((tx) => tx.select().from(mailReply));
const position = async () => (await region.db.asWorker((tx) => tx.select().from(mailboxPosition)))[0];
const arrived = (count: number) => until(async () => (await replies()).length === count, 10_000);

describe("the mailbox of replies", () => {
  test("what is there at the start is read, and what comes later as soon as the server tells of it", async () => {
    arrive("postfix-delayed");
    watch();
    await arrived(1);
    await until(async () => inbox.waiting() === 1);
    const started = performance.now();
    arrive("exchange-failed");
    await arrived(2);
    // The next look without being told would be in a minute.
    expect(performance.now() - started).toBeLessThan(5_000);
    expect((await replies()).map(({ kind }) => kind).toSorted()).toEqual(["bounced", "delayed"]);
    expect((await replies())[0]?.receivedAt.toISOString()).toBe("2027-01-31T09:30:15.000Z");
    expect((await region.mails()).find(({ id }) => id === mail.id)?.state).toBe("dead");
  });

  test("a server that tells of nothing is asked now and then", async () => {
    await inbox.close();
    inbox = await startInboxServer({ idle: false });
    watch(100);
    await until(async () => inbox.connections() === 1);
    arrive("exim-failed");
    await arrived(1);
  });

  test("nothing is changed there: the folder is opened for reading, and no message is marked", async () => {
    arrive("gmail-away");
    watch();
    await arrived(1);
    await until(async () => inbox.waiting() === 1);
    const given = inbox.commands().map((command) => command.toUpperCase());
    expect(given.some((command) => command.startsWith("EXAMINE"))).toBe(true);
    expect(
      given.filter((command) => /^(UID )?(SELECT|STORE|COPY|MOVE|EXPUNGE|APPEND|DELETE|CREATE)/.test(command)),
    ).toEqual([]);
    expect(given.filter((command) => command.includes("BODY[") || /FETCH.*RFC822[. )]/.test(command))).toEqual([]);
  });

  test("two readers of one mailbox note each thing once", async () => {
    const others = await Promise.all([1, 2, 3].map(sentMail));
    for (const other of [mail, ...others]) put(replyTo("postfix-failed", other, { "4XyzAB1c2dz9sT6": other.id }));
    watch(100);
    watch(100);
    await arrived(4);
    put(replyTo("outlook-reply", mail));
    await arrived(5);
    await wait(300);
    expect(await replies()).toHaveLength(5);
    expect(await position()).toMatchObject({ lastUid: 5 });
  });

  test("after a lost connection it reads on where it was, and a stopped one at its next start", async () => {
    const first = watch(100);
    arrive("postfix-delayed");
    await arrived(1);
    inbox.open(false);
    inbox.cut();
    arrive("gmail-away");
    const tried = inbox.connections();
    await until(async () => inbox.connections() > tried + 1);
    inbox.open(true);
    await arrived(2);
    await first();
    arrive("outlook-reply");
    await wait(200);
    expect(await replies()).toHaveLength(2);
    const before = inbox.commands().length;
    watch();
    await arrived(3);
    // What was read is not fetched again.
    expect(
      inbox
        .commands()
        .slice(before)
        .filter((command) => command.startsWith("UID FETCH")),
    ).toHaveLength(1);
  });

  test("a folder that is numbered anew is read again from a month ago, and nothing is noted twice", async () => {
    inbox.deliver(replyTo("postfix-failed", mail), new Date("2026-12-01T00:00:00Z"));
    arrive("postfix-delayed");
    const first = watch();
    await arrived(1);
    await first();
    inbox.renumber();
    arrive("gmail-away");
    watch();
    await arrived(2);
    expect((await replies()).map(({ kind }) => kind).toSorted()).toEqual(["automatic", "delayed"]);
  });

  test("what is no reply, cannot be read, or is huge holds nothing up, and little of it is fetched", async () => {
    put(Buffer.from("From: shop@offers.example\r\nSubject: Sale\r\n\r\nBuy"));
    put(Buffer.alloc(0));
    put(Buffer.alloc(5 * 1024 * 1024, "A"));
    put(Buffer.concat([replyTo("gmail-failed", mail), Buffer.alloc(5 * 1024 * 1024, "A")]));
    arrive("outlook-reply");
    watch();
    await arrived(2);
    // What was read is noted after what was found in it.
    await expect.poll(position, { timeout: 10_000 }).toMatchObject({ lastUid: 5 });
    for (const command of inbox.commands().filter((one) => one.startsWith("UID FETCH")))
      expect(command).toContain("BODY.PEEK[]<0.524288>");
  });

  test("a wrong password is tried again with pauses, and nothing else happens", async () => {
    watch(100, inbox.url.replace("secret", "wrong"));
    arrive("gmail-failed");
    await until(async () => inbox.connections() >= 3);
    expect(await replies()).toEqual([]);
    // Each connection gives the password once: a server that counts failures is not stormed.
    expect(inbox.commands().filter((one) => one === "LOGIN").length).toBeLessThanOrEqual(inbox.connections());
  });
});
