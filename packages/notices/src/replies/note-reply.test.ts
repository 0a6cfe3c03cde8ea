import { randomUUID } from "node:crypto";
import { clearAddress } from "@avances/db/queries/mail-reply-queries";
import { mailReply } from "@avances/db/schema";
import { createTestDatabase, type MailSink, startMailSink } from "@avances/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestRegion, quickTiming, runningClock, type TestRegion, testLog, until } from "../../testing/region.ts";
import { type ReplyFile, replyTo } from "../../testing/replies.ts";
import { loadLedger, timesAsked } from "../calendar/ledger.ts";
import { planRound } from "../calendar/plan.ts";
import { previewResend, sendResend } from "../calendar/resend.ts";
import { runScheduler } from "../delivery/run-scheduler.ts";
import { noteReply } from "./note-reply.ts";
import { bytesRead, readReply } from "./read-reply.ts";

/** Sends requests for a report by SMTP and notes what comes back, on a real database. */
let region: TestRegion<{ now(): Date }>;
let sink: MailSink;
let stop: AbortController;
let scheduler: ReturnType<typeof runScheduler>;
let email: string;

beforeAll(async () => {
  sink = await startMailSink();
});
afterAll(async () => {
  await sink?.close();
});
beforeEach(async () => {
  region = await createTestRegion(await createTestDatabase(), runningClock("2027-02-01T15:00:00Z"));
  stop = new AbortController();
  const live = { mailMode: "live", smtpUrl: sink.url, pollMs: 40, timing: quickTiming } as const;
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", countries: ["CRI", "SLV"] });
  scheduler = runScheduler({ ...region, log: testLog, config: { ...region.config, ...live } }, stop.signal);
  email = `ana.mora.${randomUUID().slice(0, 8)}@people.example`;
  await region.addPerson({ role: "focal_point", country: "CRI", email, displayName: "Ana Mora" });
  await region.addPerson({ role: "focal_point", country: "SLV" });
  await planRound({ ...region, newId: randomUUID, log: testLog });
  scheduler.wake();
  await until(async () => {
    const mails = await region.mails();
    return mails.length === 2 && mails.every(({ state }) => state === "sent");
  });
});
afterEach(async () => {
  await sink.faults.clear();
  sink.messages.length = 0;
  stop.abort();
  await scheduler.done;
  await region.close();
});

const sent = async () => {
  const mail = (await region.mails()).find(({ toAddress }) => toAddress === email);
  if (mail === undefined) throw new Error("There is no message to Ana Mora");
  return mail;
};
const replies = () => region.db.asWorker((tx) => tx.select().from(mailReply));
const asks = (country: string) =>
  region.db.asWorker(async (tx) => timesAsked((await loadLedger(tx, [2027]))(2027, country)));

async function receive(bytes: Uint8Array) {
  const incoming = await readReply(bytes);
  if (incoming === null) return "nothing";
  const now = region.clock.now();
  return await region.db.asWorker((tx) =>
    noteReply(tx, incoming, { receivedAt: now, now, ownAddresses: ["avances@secretariat.example"] }),
  );
}

const arrives = async (name: ReplyFile, change: Readonly<Record<string, string>> = {}) =>
  await receive(replyTo(name, await sent(), change));

describe("what comes back about a message", () => {
  test.each([
    ["postfix-failed", "5.1.1", "User unknown in virtual mailbox table"],
    ["exchange-failed", "5.1.10", "RESOLVER.ADR.RecipientNotFound"],
    ["gmail-failed", "5.1.1", "does not exist"],
    ["exim-failed", "5.2.1", "This mailbox has been disabled"],
  ] as const)("%s: the message did not arrive, and its request reached nobody", async (name, status, words) => {
    expect(await asks("CRI")).toBe(1);
    expect(await arrives(name)).toBe("noted");
    const mail = await sent();
    expect(mail).toMatchObject({ state: "dead", lastCode: 550, lastAnswer: expect.stringContaining(words) });
    expect(await replies()).toMatchObject([
      { mailId: mail.id, kind: "bounced", status, code: 550, address: email, refusesAddress: true },
    ]);
    const [dead, other] = [
      (await region.notices()).filter(({ state }) => state === "dead"),
      (await region.notices()).filter(({ state }) => state === "sent"),
    ];
    expect([dead.map(({ countryCode }) => countryCode), other.map(({ countryCode }) => countryCode)]).toEqual([
      ["CRI"],
      ["SLV"],
    ]);
    expect([await asks("CRI"), await asks("SLV")]).toEqual([0, 1]);
  });

  test.each([
    ["postfix-delayed", { kind: "delayed", status: "4.4.1" }],
    ["postfix-delivered", { kind: "delivered", status: "2.0.0" }],
    ["exchange-away", { kind: "automatic", awayUntil: "2027-02-12" }],
    ["gmail-away", { kind: "automatic", awayUntil: "2027-02-14" }],
    ["outlook-reply", { kind: "replied", awayUntil: null }],
  ] as const)("%s: noted, and the message counts as before", async (name, facts) => {
    expect(await arrives(name)).toBe("noted");
    expect(await replies()).toMatchObject([{ ...facts, refusesAddress: false }]);
    expect((await sent()).state).toBe("sent");
    expect(await asks("CRI")).toBe(1);
  });

  test("of what a person or a program writes nothing is kept but that it came and, if it says so, until when", async () => {
    await arrives("outlook-reply");
    await arrives("exchange-away");
    const kept = JSON.stringify(await replies());
    for (const words of ["CANARIO", "Fiscal", "misi", "Luis Vega", "RE: Faltan", "Respuesta"])
      expect(kept).not.toContain(words);
  });

  test("the receipt of a reader is not looked at", async () => {
    expect(await arrives("read-receipt")).toBe("nothing");
    expect(await replies()).toEqual([]);
  });

  test("the same thing is noted once, however often it is read and by however many at once", async () => {
    const bytes = replyTo("postfix-failed", await sent());
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => receive(bytes)));
    expect(outcomes.toSorted()).toEqual(["known", "known", "known", "known", "known", "noted"]);
    const withoutId = replyTo("postfix-failed", await sent(), {
      "Message-Id: <4XyzAB1c2dz9sT6@mail.secretariat.example>\r\n": "",
    });
    expect([await receive(withoutId), await receive(withoutId)]).toEqual(["noted", "known"]);
    expect(await replies()).toHaveLength(2);
  });

  test("nothing is ever answered: no message is written for anything that comes, and none leaves", async () => {
    const files = ["postfix-failed", "postfix-delayed", "exchange-away", "gmail-away", "outlook-reply"] as const;
    for (const name of files) await arrives(name);
    scheduler.wake();
    await scheduler.runOnce();
    expect(await region.mails()).toHaveLength(2);
    expect(sink.messages).toHaveLength(2);
  });

  test("after a bounce no reminder goes to the address, but mails about the account do; until somebody says that it is right", async () => {
    await arrives("postfix-failed");
    const request = { roundYear: 2027, countries: ["CRI"] };
    const config = { ...region.config, demonstration: false };
    const context = () => ({ now: region.clock.now(), newId: randomUUID, config });
    const stateOf = async (id: string) => (await region.mails()).find((mail) => mail.id === id);
    /** Reminds the country by hand; what became of the message. */
    const anew = async () => {
      const known = (await region.mails()).map(({ id }) => id);
      await region.db.asActor(region.secretary, async (tx) => {
        const seen = await previewResend(tx, region.secretary, request, context());
        await sendResend(tx, region.secretary, request, seen, context());
      });
      scheduler.wake();
      const fresh = async () => (await region.mails()).find(({ id }) => !known.includes(id));
      await until(async () => !["queued", "sending"].includes((await fresh())?.state ?? "queued"));
      return await fresh();
    };
    expect(await anew()).toMatchObject({ state: "dead", lastAnswer: "address-refused" });
    const person = (await sent()).userId;
    const about = await region.queueMail(person, "About the account");
    await scheduler.runOnce();
    await until(async () => (await stateOf(about))?.state === "sent");
    await region.db.asActor(region.secretary, (tx) =>
      clearAddress(tx, email, { at: region.clock.now(), userId: region.secretary.userId, name: "Secretary" }),
    );
    expect(await anew()).toMatchObject({ state: "sent" });
  });

  test("a report that is faster than the sender's own record is not lost", async () => {
    sink.faults.always({ kind: "slow", milliseconds: 400 });
    const person = (await sent()).userId;
    const id = await region.queueMail(person, "Slow");
    scheduler.wake();
    const mail = async () => (await region.mails()).find((one) => one.id === id);
    await until(async () => (await mail())?.state === "sending");
    const underWay = await mail();
    if (underWay === undefined) throw new Error("The message is gone");
    expect(await receive(replyTo("exim-failed", underWay))).toBe("noted");
    await until(async () => (await mail())?.state === "dead");
    expect(await mail()).toMatchObject({ lastCode: 550, lastAnswer: expect.stringContaining("disabled") });
  });

  test("a server that refuses the address at once says the same: the next reminder waits too", async () => {
    const person = await region.addPerson({ role: "alternate", country: "CRI", email: "nobody@people.example" });
    sink.faults.forRecipient("nobody@people.example", { kind: "reject-recipient", answer: "5.1.1 User unknown" });
    const id = await region.queueMail(person, "Hello");
    scheduler.wake();
    await until(async () => (await region.mails()).find((mail) => mail.id === id)?.state === "dead");
    expect(await replies()).toMatchObject([{ mailId: id, kind: "bounced", status: "5.1.1", refusesAddress: true }]);
  });
});

describe("what a forger, a fault or a flood can do", () => {
  test("who does not know a Message-ID, which is random, can do nothing", async () => {
    const invented = { messageId: `<n.${randomUUID()}@secretariat.example>`, toAddress: email };
    expect(await receive(replyTo("postfix-failed", invented))).toBe("unknown");
    expect(await receive(replyTo("outlook-reply", invented))).toBe("unknown");
    expect(await replies()).toEqual([]);
    expect((await sent()).state).toBe("sent");
  });

  test("a report about another address marks its one message and stops no other", async () => {
    const { messageId } = await sent();
    const forged = replyTo("postfix-failed", { messageId, toAddress: "victim@people.example" });
    expect(await receive(forged)).toBe("noted");
    expect(await replies()).toMatchObject([{ kind: "bounced", refusesAddress: false, address: email }]);
    expect((await region.mails()).map(({ state }) => state).toSorted()).toEqual(["dead", "sent"]);
  });

  test("what never left, or is dead already, is not changed", async () => {
    await arrives("postfix-failed");
    const before = await sent();
    expect(await arrives("gmail-failed")).toBe("noted");
    expect(await arrives("postfix-delivered")).toBe("noted");
    expect(await sent()).toEqual(before);
  });

  test("a server's words never pass for a reason of the portal", async () => {
    await arrives("postfix-failed", {
      "Status: 5.1.1": "Status: 5.7.1",
      "smtp; 550 5.1.1": "smtp; later-step\r\nX-Rest: 550 5.1.1",
    });
    expect((await sent()).lastAnswer).toBe("“later-step”");
  });

  test("somebody of the office who writes on in the thread answers nothing", async () => {
    await region.addPerson({ role: "secretariat", email: "paula.rivas@secretariat.example" });
    const { toAddress } = await sent();
    for (const from of ["paula.rivas@secretariat.example", "avances@secretariat.example"])
      expect(await arrives("outlook-reply", { [`"Mora, Ana" <${toAddress}>`]: `Paula <${from}>` })).toBe("own");
    expect(await replies()).toEqual([]);
  });

  test("of a flood about one message no more is kept than helps", async () => {
    const outcomes: string[] = [];
    for (let each = 0; each < 30; each += 1)
      outcomes.push(await arrives("outlook-reply", { SN7PR12MB72507E1A2B3C4D5E6F708192A3B4C: `one-${each}` }));
    expect(outcomes.filter((each) => each === "noted")).toHaveLength(25);
    expect(new Set(outcomes.slice(25))).toEqual(new Set(["too-many"]));
  });

  test("whatever the bytes are, they are read in short time or left", async () => {
    const mail = await sent();
    const whole = replyTo("postfix-failed", mail).toString();
    const nested = Array.from(
      { length: 400 },
      (_, depth) => `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n`,
    );
    const hostile: Readonly<Record<string, Uint8Array>> = {
      "ten megabytes after the report": Buffer.concat([Buffer.from(whole), Buffer.alloc(10 * 1024 * 1024, "A")]),
      "ten megabytes of one line": Buffer.concat([Buffer.from("Subject: "), Buffer.alloc(10 * 1024 * 1024, "A")]),
      "four hundred parts in each other": Buffer.from(nested.join("")),
      "a header field that never ends": Buffer.from(`References: ${"<n.a> ".repeat(80_000)}\r\n\r\nx`),
      "a boundary that never comes": Buffer.from(whole.replaceAll("--4Xyz", "--5Xyz")),
      "a character set that does not exist": Buffer.from(whole.replaceAll("utf-8", "x-nothing")),
      "bytes of no character set": Buffer.concat([Buffer.from(whole.slice(0, 900)), Buffer.alloc(50_000, 0xff)]),
      "no header": Buffer.from("\r\n\r\n"),
      nothing: Buffer.alloc(0),
      zeros: Buffer.alloc(200_000),
      "line breaks in its values": Buffer.from(
        whole.replaceAll("smtp; 550 5.1.1", "smtp; 550 5.1.1 \u0000\u0007\u2028 \u202eevil"),
      ),
      "a report of a report": Buffer.from(
        replyTo("gmail-failed", mail)
          .toString()
          .replaceAll(mail.messageId, "<E1tq9fM-00000004Qxa-0pYd@mail.secretariat.example>")
          .replace("Estimada colega:", whole),
      ),
    };
    for (const [name, bytes] of Object.entries(hostile)) {
      const started = performance.now();
      const outcome = await receive(bytes);
      expect(performance.now() - started, name).toBeLessThan(2_000);
      expect(["nothing", "unknown", "noted", "known"], name).toContain(outcome);
      if (name === "a report of a report") expect(outcome).toBe("nothing");
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    for (const { answer } of await replies()) expect(answer).not.toMatch(/[\u0000-\u001f\u2028\u202e]/);
    expect(bytesRead).toBeLessThan(1024 * 1024);
  });
});
