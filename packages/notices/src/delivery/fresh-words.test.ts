import { randomUUID } from "node:crypto";
import { findAnswerLink } from "@avances/db/queries/exchange-queries";
import { claimDueMails, recordMailResult } from "@avances/db/queries/mail-queries";
import { linkWorks } from "@avances/db/queries/ticket-queries";
import { createTestDatabase, type FixedClock, fixedClock, testClient } from "@avances/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestRegion, sendAll, type TestRegion, testLog } from "../../testing/region.ts";
import { planAll } from "../calendar/plan-all.ts";
import { previewResend, sendResend } from "../calendar/resend.ts";
import { answerToken, ticketHash } from "../letters/ticket.ts";

// The mail server is down for days: the messages are written on their day and leave on another.
let region: TestRegion<FixedClock>;
let ownerUrl: string;
beforeEach(async () => {
  const database = await createTestDatabase();
  ownerUrl = database.ownerUrl;
  region = await createTestRegion(database, fixedClock("2027-02-01T15:00:00Z"));
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
  await region.addPerson({ role: "focal_point", country: "CRI", language: "es", email: "ana@cri.example" });
  await region.addPerson({ role: "alternate", country: "CRI", language: "en", email: "bob@cri.example" });
  await region.addPerson({ role: "secretariat", displayName: "Paula Rivas", email: "paula@secretariat.example" });
  await sendAll(region);
});
afterEach(() => region.close());

/** The planner works; nothing leaves. */
const plan = () => planAll({ ...region, newId: randomUUID, log: testLog });
const at = (iso: string) => region.clock.set(iso);
const sent = async (kind: string, address = "ana@cri.example") =>
  (await region.mails()).filter((mail) => mail.kind === kind && mail.toAddress === address);

test("a reminder of seven days that leaves three days later says that four remain, in subject and text, once", async () => {
  at("2027-04-23T15:00:00Z");
  await plan();
  const [before] = await sent("before_7");
  expect(before?.subject).toContain("Faltan 7 días");
  at("2027-04-26T15:00:00Z");
  await sendAll(region);
  const [mail, ...more] = await sent("before_7");
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ id: before?.id, messageId: before?.messageId, state: "sent" });
  expect(mail?.subject).toContain("Faltan 4 días");
  for (const body of [mail?.bodyText, mail?.bodyHtml]) {
    expect(body).toContain("Faltan 4 días");
    expect(body).not.toMatch(/7 días|2[34] de abril/);
    expect(body).toContain("26 de abril de 2027");
    expect(body).toContain("jueves 29 de abril de 2027");
  }
  expect((await sent("before_7", "bob@cri.example"))[0]?.subject).toContain("4 days left");
});

test("the link to answer by works until the day that the message of its new day says", async () => {
  at("2027-04-23T15:00:00Z");
  await plan();
  const [before] = await sent("before_7");
  expect(before?.bodyText).toContain("sirve una vez, hasta el 21 de junio de 2027");
  at("2027-04-26T15:00:00Z");
  await sendAll(region);
  const [after] = await sent("before_7");
  expect(after?.bodyText).toContain("sirve una vez, hasta el 24 de junio de 2027");
  const token = ticketHash(answerToken(region.config.ticketKey, after?.noticeId ?? ""));
  const worksAt = (iso: string) => region.db.authQuery((tx) => findAnswerLink(tx, token, new Date(iso)));
  expect(await worksAt("2027-06-25T05:59:00Z")).toBeDefined();
  expect(await worksAt("2027-06-25T15:00:01Z")).toBeUndefined();
});

test("what is said of the number of requests does not count the message itself", async () => {
  at("2027-04-23T15:00:00Z");
  await plan();
  const number = /mensaje n\.º (\d+)/;
  const [before] = await sent("before_7");
  at("2027-04-26T15:00:00Z");
  await sendAll(region);
  const [after] = await sent("before_7");
  expect(number.exec(before?.bodyText ?? "")?.[1]).toBe("2");
  expect(number.exec(after?.bodyText ?? "")?.[1]).toBe("2");
});

test("of two readers one of whom has been reached, the other is told the days of today", async () => {
  at("2027-05-07T15:00:00Z");
  await plan();
  const all = await region.mails();
  const bob = all.find((mail) => mail.kind === "overdue_7" && mail.toAddress === "bob@cri.example");
  const later = new Date("2027-05-10T15:00:00Z");
  await region.db.asWorker(async (tx) => {
    const claim = { now: region.clock.now(), leaseUntil: later, limit: 10 };
    for (const mail of await claimDueMails(tx, claim)) {
      const isBob = mail.id === bob?.id;
      const settledAt = isBob ? null : region.clock.now();
      const state = isBob ? "queued" : "sent";
      await recordMailResult(tx, { id: mail.id, fence: mail.fence, state, settledAt, nextAttemptAt: later });
    }
  });
  at("2027-05-10T15:00:00Z");
  await sendAll(region);
  expect((await sent("overdue_7"))[0]?.subject).toContain("7 días después");
  const [told] = await sent("overdue_7", "bob@cri.example");
  expect(told?.subject).toContain("10 days past due");
  expect(told?.bodyText).toContain("This message also goes to focal_point CRI (focal point)");
});

test("a reminder by hand keeps its own words, for the readers of each language", async () => {
  at("2027-05-03T15:00:00Z");
  const request = { roundYear: 2027, countries: ["CRI"], text: { es: "Estimada colega.", en: "Dear colleague." } };
  const context = { now: region.clock.now(), newId: randomUUID, config: { ...region.config, demonstration: false } };
  await region.db.asActor(region.secretary, async (tx) => {
    const { countries } = await previewResend(tx, region.secretary, request, context);
    await sendResend(tx, region.secretary, request, { countries, wordings: undefined }, context);
  });
  at("2027-05-05T15:00:00Z");
  await sendAll(region);
  const [ana] = await sent("resend");
  const [bob] = await sent("resend", "bob@cri.example");
  expect(ana?.subject).toContain("5 días después");
  expect(ana?.bodyText).toContain("Estimada colega.");
  expect(ana?.bodyText).toContain("hace 5 días");
  expect(bob?.subject).toContain("5 days past due");
  expect(bob?.bodyText).toContain("Dear colleague.");
  expect(bob?.bodyText).not.toContain("Estimada");
});

test("the news of another date that leaves later counts the days from its own day", async () => {
  at("2027-04-20T15:00:00Z");
  await region.change(2027, "CRI", { dueOn: "2027-05-20", extensionGrantedAt: region.clock.now() });
  await plan();
  expect((await sent("extended"))[0]?.bodyText).toContain("Faltan 30 días");
  at("2027-04-22T15:00:00Z");
  await sendAll(region);
  expect((await sent("extended"))[0]).toMatchObject({ state: "sent" });
  expect((await sent("extended"))[0]?.bodyText).toContain("Faltan 28 días");
});

test("who is of the audience no more gets no words of another day", async () => {
  at("2027-04-23T15:00:00Z");
  await plan();
  const owner = testClient({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("update app.app_user set role = 'contributor' where email = 'bob@cri.example'");
  await owner.end();
  at("2027-04-26T15:00:00Z");
  await sendAll(region);
  expect((await sent("before_7"))[0]).toMatchObject({ state: "sent" });
  expect((await sent("before_7", "bob@cri.example"))[0]).toMatchObject({ state: "stopped", lastAnswer: "day-passed" });
});

test("the reminder of a section that leaves later counts its own days anew, with a link that works", async () => {
  const [ana] = (await region.mails()).map(({ userId }) => userId);
  at("2027-03-01T15:00:00Z");
  await region.askForSection({ year: 2027, country: "CRI", dueOn: "2027-03-31", invitedBy: ana ?? "" });
  at("2027-03-29T15:00:00Z");
  await plan();
  const [before] = (await region.mails()).filter(({ toAddress }) => toAddress === "rosa@fiscalia.example");
  expect(before?.subject).toContain("faltan 2 días");
  at("2027-03-30T15:00:00Z");
  await sendAll(region);
  const [after] = (await region.mails()).filter(({ toAddress }) => toAddress === "rosa@fiscalia.example");
  expect(after).toMatchObject({ id: before?.id, messageId: before?.messageId, state: "sent" });
  expect(after?.subject).toContain("falta 1 día");
  expect(`${after?.bodyText}${after?.bodyHtml}`).not.toContain("2 días");
  expect(after?.ticketId).not.toBe(before?.ticketId);
  const works = await region.db.asWorker((tx) => linkWorks(tx, after?.ticketId ?? "", region.clock.now()));
  expect(works).toBe(true);
});
