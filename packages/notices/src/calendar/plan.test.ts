import { randomUUID } from "node:crypto";
import { beginDemonstration } from "@avances/db";
import { claimDueMails, recordMailResult } from "@avances/db/queries/mail-queries";
import { settleNotice } from "@avances/db/queries/notice-queries";
import { createTestDatabase, type FixedClock, fixedClock, testClient } from "@avances/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createTestRegion, quickTiming, sendAll, type TestRegion, testLog } from "../../testing/region.ts";
import { deliverNext, newServerState } from "../delivery/deliver.ts";
import { runScheduler } from "../delivery/run-scheduler.ts";
import { loadLedger } from "./ledger.ts";
import { planRound } from "./plan.ts";

let region: TestRegion<FixedClock>;
const regionAt = async (now: string) => createTestRegion(await createTestDatabase(), fixedClock(now));
afterEach(() => region.close());

const plan = () => planRound({ ...region, newId: randomUUID, log: testLog });
/** Sends everything that is waiting. */
const deliver = async () => {
  const stop = new AbortController();
  const scheduler = runScheduler({ ...region, log: testLog }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
};
const stepsOf = async (country: string) =>
  (await region.notices()).filter((each) => each.countryCode === country).map((each) => `${each.step} ${each.state}`);

async function costaRica(now?: string): Promise<void> {
  if (now !== undefined) region = await regionAt(now);
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
  await region.addPerson({ role: "focal_point", country: "CRI", language: "es", displayName: "Ana Mora" });
}

describe("planning", () => {
  test("nothing goes out before nine in the capital, and at nine it does, once, however often it is planned", async () => {
    await costaRica("2027-02-01T14:59:59Z");
    expect(await plan()).toEqual({ queued: 0 });
    region.clock.set("2027-02-01T15:00:00Z");
    expect(await plan()).toEqual({ queued: 1 });
    expect(await plan()).toEqual({ queued: 0 });
    expect(await stepsOf("CRI")).toEqual(["opening queued"]);
  });

  test("countries are written to together, and a fault with one leaves the others alone", async () => {
    const database = await createTestDatabase();
    region = await createTestRegion(database, fixedClock("2027-02-01T15:00:00Z"));
    await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
    for (const country of ["CRI", "GTM", "HND"]) await region.addPerson({ role: "focal_point", country });
    const alternate = await region.addPerson({ role: "alternate", country: "GTM" });
    // A name that would break a mail header; the fault shows only when the message is written.
    const owner = testClient({ connectionString: database.ownerUrl });
    await owner.connect();
    const rename = (en: string) =>
      owner.query("update ref.country set name = jsonb_set(name, '{en}', to_jsonb($1::text)) where alpha3 = 'GTM'", [
        en,
      ]);
    await rename("Guate\nmala");
    const log = { error: vi.fn() };
    expect(await planRound({ ...region, newId: randomUUID, log })).toEqual({ queued: 2 });
    expect(log.error.mock.calls.map(([{ round_country: place }]) => place)).toEqual(["2027 GTM"]);
    expect((await region.notices()).map(({ countryCode }) => countryCode).sort()).toEqual(["CRI", "HND"]);
    await rename("Guatemala");
    await owner.end();
    expect(await plan()).toEqual({ queued: 2 });
    expect((await region.notices()).filter(({ userId }) => userId === alternate)).toHaveLength(1);
  });

  test("each person gets one message of their own, in their language", async () => {
    await costaRica("2027-02-01T15:00:00Z");
    await region.addPerson({ role: "alternate", country: "CRI", language: "en", displayName: "John Doe" });
    await plan();
    const mails = await region.mails();
    expect(mails.map((mail) => [mail.language, mail.subject]).sort()).toEqual([
      ["en", "Invitation: report of Costa Rica, 2027 round (30 April)"],
      ["es", "Invitación: informe de Costa Rica, ronda 2027 (30 de abril)"],
    ]);
    const spanish = mails.find((mail) => mail.language === "es");
    expect(spanish?.bodyText).toContain("Reciba un atento saludo, Ana Mora.");
    expect(spanish?.bodyText).toContain("a más tardar el viernes 30 de abril de 2027 a las 23:59, hora de San José");
    expect(spanish?.bodyText).toMatch(/\nhttps:\/\/avances\.example\/es\/reports\/[0-9a-f-]{36}\n/);
    expect(spanish?.messageId).toBe(`<n.${spanish?.id}@secretariat.example>`);
  });

  test("after three days without a scheduler the latest step goes and the missed one is recorded", async () => {
    await costaRica("2027-04-30T15:00:00Z");
    await plan();
    // Saturday 8 May passes: missed notices leave on a working day.
    region.clock.set("2027-05-08T15:00:00Z");
    expect(await plan()).toEqual({ queued: 0 });
    region.clock.set("2027-05-10T15:00:00Z");
    await plan();
    expect(await stepsOf("CRI")).toEqual([
      "opening superseded",
      "before_30 superseded",
      "before_14 superseded",
      "before_7 superseded",
      "before_1 superseded",
      "due_today queued",
      "overdue_1 superseded",
      "overdue_7 queued",
    ]);
  });

  test("nobody who has submitted or is exempt is reminded", async () => {
    await costaRica("2027-05-03T15:00:00Z");
    await region.addPerson({ role: "focal_point", country: "GTM" });
    await region.change(2027, "CRI", { status: "submitted", firstSubmittedAt: region.clock.now() });
    await region.change(2027, "GTM", { status: "exempt" });
    await plan();
    expect([await stepsOf("CRI"), await stepsOf("GTM")]).toEqual([[], ["exempted queued"]]);
  });

  test("each decision about a country's dates is told to it once, the latest of several of a kind", async () => {
    await costaRica("2027-04-20T20:00:00Z");
    const kinds = async () => (await region.mails()).map((mail) => mail.kind);
    const decide = async (patch: Parameters<typeof region.change>[2]) => {
      region.clock.advance(60_000);
      await region.change(2027, "CRI", patch);
      await plan();
      await plan();
      await deliver();
    };
    await plan();
    const before = (await kinds()).length;
    await decide({ dueOn: "2027-05-20", extensionGrantedAt: region.clock.now() });
    await decide({ dueOn: "2027-04-30", extensionGrantedAt: null });
    await decide({ dueOn: "2027-05-20", extensionGrantedAt: region.clock.now() });
    await decide({ status: "exempt" });
    await decide({ status: "draft" });
    await region.change(2027, "CRI", { status: "submitted", firstSubmittedAt: region.clock.now(), version: 1 });
    await decide({ status: "returned", returnDueOn: "2027-06-01" });
    // Two changes before anything could be sent: the country is told only the date that counts.
    await region.change(2027, "CRI", { returnDueOn: "2030-06-10" });
    await decide({ returnDueOn: "2027-06-10" });
    expect((await kinds()).slice(before)).toEqual([
      "extended",
      "extended",
      "extended",
      "exempted",
      "expected_again",
      "return_date",
    ]);
    const [granted, takenBack] = (await region.mails()).slice(before);
    expect(granted?.bodyText).toContain("ha fijado el 20 de mayo de 2027 como fecha límite del informe");
    expect(takenBack?.bodyText).toContain("ha fijado el 30 de abril de 2027 como fecha límite del informe");
    expect(takenBack?.bodyText).toContain("no rige ninguna prórroga");
    expect(granted?.bodyText).not.toContain("no rige");
    const corrected = (await region.mails()).at(-1);
    expect(corrected?.bodyText).toContain("ha fijado el 10 de junio de 2027 como fecha límite de las aclaraciones");
    expect((await region.notices()).some(({ anchorDate }) => anchorDate === "2030-06-10")).toBe(false);
  });

  test("a voluntary member is invited and never called late", async () => {
    region = await regionAt("2027-02-01T15:00:00Z");
    await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
    await region.addPerson({ role: "focal_point", country: "CAN" });
    await plan();
    region.clock.set("2027-05-20T15:00:00Z");
    await plan();
    expect(await stepsOf("CAN")).toEqual(["opening queued"]);
    expect((await region.mails())[0]?.bodyText).toContain("on a voluntary basis");
  });

  test("on a holiday of the country nothing goes out; on the next working day it does, also of days that were entered", async () => {
    // 1 February 2027 is Constitution Day in Mexico, and nothing in Costa Rica. The days after it are kept quiet.
    await costaRica("2027-02-01T15:00:00Z");
    await region.addPerson({ role: "focal_point", country: "MEX" });
    await region.keepQuiet("MEX", "2027-02-02", "2027-02-03");
    await plan();
    expect([await stepsOf("CRI"), await stepsOf("MEX")]).toEqual([["opening queued"], []]);
    for (const day of ["2027-02-02", "2027-02-03"]) {
      region.clock.set(`${day}T16:00:00Z`);
      expect(await plan()).toEqual({ queued: 0 });
    }
    region.clock.set("2027-02-04T14:59:59Z");
    expect(await plan()).toEqual({ queued: 0 });
    region.clock.set("2027-02-04T15:00:00Z");
    expect(await plan()).toEqual({ queued: 1 });
    const [notice] = (await region.notices()).filter(({ countryCode }) => countryCode === "MEX");
    expect([notice?.anchorDate, notice?.scheduledFor.toISOString()]).toEqual([
      "2027-02-01",
      "2027-02-01T15:00:00.000Z",
    ]);
  });

  test("a holiday on which people work is a working day, and one that was withdrawn is one again", async () => {
    region = await regionAt("2027-02-01T15:00:00Z");
    await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
    await region.addPerson({ role: "focal_point", country: "MEX" });
    const withdraw = await region.keepQuiet("MEX", "2027-02-01", "2027-02-01", "works");
    await withdraw();
    expect(await plan()).toEqual({ queued: 0 });
    await region.keepQuiet("MEX", "2027-02-01", "2027-02-01", "works");
    expect(await plan()).toEqual({ queued: 1 });
  });

  test("what waited for the mail server leaves in the sending hours, and not beside what came after it", async () => {
    await costaRica("2027-04-16T15:00:00Z");
    await plan();
    // The server was away until the evening of Friday the 16th: it waits for Monday, and was not tried.
    region.clock.set("2027-04-17T00:30:00Z");
    await deliver();
    const [waiting] = await region.mails();
    expect([waiting?.state, waiting?.attempts, waiting?.nextAttemptAt.toISOString()]).toEqual([
      "queued",
      0,
      "2027-04-19T15:00:00.000Z",
    ]);
    // Away until the next step was written: that one says all there is to say.
    region.clock.set("2027-04-23T15:00:00Z");
    await plan();
    await deliver();
    expect((await region.notices()).map(({ step, state, result }) => `${step} ${state} ${result}`)).toEqual([
      "opening superseded too-late",
      "before_30 superseded later-step",
      "before_14 stopped later-step",
      "before_7 kept kept-here",
    ]);
  });

  test("what waited for the mail server is the one message of the day on which it leaves, also when it leaves before the step of that day is written", async () => {
    await costaRica("2027-04-23T15:00:00Z");
    await plan();
    // The server came back in the evening of the 28th: what waited may leave at nine on the 29th, as the step of that day may.
    region.clock.set("2027-04-29T15:00:00Z");
    const { db, clock, config } = region;
    const deps = { db, clock, config, server: null, timing: quickTiming, log: testLog };
    expect(await deliverNext({ ...deps, serverState: newServerState() })).toBe(true);
    await plan();
    expect(await stepsOf("CRI")).toEqual(expect.arrayContaining(["before_7 kept"]));
    expect((await stepsOf("CRI")).filter((step) => step.endsWith("queued"))).toEqual([]);
    region.clock.set("2027-04-30T15:00:00Z");
    await plan();
    expect((await stepsOf("CRI")).filter((step) => step.endsWith("queued"))).toEqual(["due_today queued"]);
  });

  test("an extension is told at once, and makes new notices for the new date; what it told is not said again", async () => {
    await costaRica("2027-04-29T15:00:00Z");
    await plan();
    await sendAll(region);
    // 21:37 in San José; seven days before the new date was this morning.
    region.clock.set("2027-05-08T03:37:00Z");
    await region.change(2027, "CRI", {
      dueOn: "2027-05-14",
      extensionGrantedAt: region.clock.now(),
      extensionReason: "Holidays",
    });
    await plan();
    expect(await plan()).toEqual({ queued: 0 });
    await sendAll(region);
    region.clock.set("2027-05-13T15:00:00Z");
    await plan();
    const [first, told, next] = await region.mails();
    expect([first, told, next].map((mail) => `${mail?.kind} ${mail?.createdAt.toISOString()}`)).toEqual([
      "before_1 2027-04-29T15:00:00.000Z",
      "extended 2027-05-08T03:37:00.000Z",
      "before_1 2027-05-13T15:00:00.000Z",
    ]);
    expect(told?.bodyText).toContain("ha fijado el 14 de mayo de 2027 como fecha límite del informe de Costa Rica.");
    expect(told?.bodyText).toContain("Faltan 7 días.");
    expect(told?.bodyText).not.toContain("Holidays");
    expect(next?.bodyText).toContain("Falta 1 día. Esta fecha toma en cuenta la prórroga concedida.");
    expect(next?.bodyText).toContain(
      "Este es el mensaje n.º 2 con una solicitud sobre esta ronda; el primero se envió el 29 de abril de 2027.",
    );
    const old = (await region.notices()).filter((each) => each.result === "told-otherwise");
    expect(old.map((each) => `${each.step} ${each.anchorDate}`)).toEqual([
      "before_30 2027-05-14",
      "before_14 2027-05-14",
      "before_7 2027-05-14",
    ]);
  });

  test("returned work has a clock of its own", async () => {
    await costaRica("2027-05-10T15:00:00Z");
    await region.change(2027, "CRI", {
      status: "returned",
      firstSubmittedAt: new Date("2027-04-28T15:00:00Z"),
      returnedAt: region.clock.now(),
      returnDueOn: "2027-05-25",
      version: 1,
    });
    region.clock.set("2027-05-20T15:00:00Z");
    await plan();
    region.clock.set("2027-05-26T15:00:00Z");
    await plan();
    expect(await stepsOf("CRI")).toEqual([
      "returned_before_5 queued",
      "returned_before_1 superseded",
      "returned_overdue_1 queued",
    ]);
  });

  test("a receipt still comes when the report was taken back meanwhile, and promises no review of it", async () => {
    await costaRica("2027-04-20T03:30:00Z");
    const userId = await region.addPerson({ role: "alternate", country: "CRI" });
    await region.submitVersion(2027, "CRI", userId, 1);
    const received = { firstSubmittedAt: region.clock.now(), submittedAt: region.clock.now(), version: 1 };
    await region.change(2027, "CRI", { status: "submitted", ...received }, "submitted");
    await plan();
    region.clock.advance(60_000);
    await region.change(2027, "CRI", { status: "draft" }, "withdrawn");
    await deliver();
    const receipts = (await region.mails()).filter(({ kind }) => kind === "submitted");
    expect(receipts.map(({ state }) => state)).toEqual(["kept", "kept"]);
    const texts = receipts.map(({ bodyText }) => bodyText).join();
    expect(texts).not.toMatch(/will (now )?review|procederá/);
    expect(texts).toContain("unless the country takes it back");
    expect(texts).toContain("salvo que el país lo retire");
  });

  test("receipt, return, acceptance and publication are told once per version, at any hour", async () => {
    region = await regionAt("2027-04-20T03:30:00Z");
    await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
    const userId = await region.addPerson({ role: "focal_point", country: "CRI", language: "es" });
    const now = () => region.clock.now();
    const submit = async (version: number) => {
      await region.submitVersion(2027, "CRI", userId, version);
      await region.change(2027, "CRI", { status: "submitted", firstSubmittedAt: now(), submittedAt: now(), version });
      await plan();
      await plan();
    };
    await submit(1);
    expect((await region.mails())[0]?.bodyText).toContain(
      "enviado el 19 de abril de 2027 a las 21:30, hora de San José (versión 1)",
    );
    await region.change(2027, "CRI", { status: "returned", returnedAt: now(), returnDueOn: "2027-05-05" });
    await plan();
    region.clock.advance(60_000);
    await submit(2);
    await region.change(2027, "CRI", { status: "accepted", acceptedAt: now(), acceptedVersion: 2 });
    await plan();
    await region.change(2027, "CRI", { status: "published", publishedAt: now(), publishedVersion: 2 });
    await plan();
    expect(await plan()).toEqual({ queued: 0 });
    expect((await region.mails()).map((mail) => mail.kind).sort()).toEqual([
      "accepted",
      "published",
      "returned",
      "submitted",
      "submitted",
    ]);
  });

  test("escalations add readers step by step, each with a message of their own, and say exactly who they are", async () => {
    await costaRica("2027-05-14T15:00:00Z");
    for (const role of ["secretariat", "presidency"] as const) await region.addPerson({ role });
    await region.addPerson({ role: "liaison_officer", country: "CRI", displayName: "Mauricio Vargas" });
    await region.addPerson({ role: "rcgm_delegate", country: "CRI", displayName: "Irene Campos" });
    await region.addPerson({ role: "rcgm_delegate", displayName: "A delegate of no country" });
    await plan();
    region.clock.set("2027-05-31T15:00:00Z");
    await plan();
    await region.confirmProposed(2027);
    await plan();
    const mailsOf = async (step: string) =>
      (await region.mails()).filter((mail) => mail.kind === step && mail.countryCode === "CRI");
    const readers = async (step: string) => (await mailsOf(step)).map((mail) => mail.toAddress.split(".")[0]).sort();
    expect(await readers("escalation_14")).toEqual(["focal_point", "liaison_officer", "secretariat"]);
    expect(await readers("escalation_30")).toEqual([
      "focal_point",
      "liaison_officer",
      "presidency",
      "rcgm_delegate",
      "secretariat",
    ]);
    const [focalPoint] = (await mailsOf("escalation_30")).filter((mail) => mail.toAddress.startsWith("focal_point"));
    expect(focalPoint?.bodyText).toContain(
      "También se informa a la Secretaría Técnica, a Mauricio Vargas (enlace), a Irene Campos (punto focal nacional de la Conferencia) y a la Presidencia Pro Témpore.",
    );
  });

  test("where nobody can be informed, no letter says that somebody is, and the secretariat is told", async () => {
    await costaRica("2027-05-14T15:00:00Z");
    await region.addPerson({ role: "secretariat" });
    await plan();
    const mails = (await region.mails()).filter((mail) => mail.countryCode === "CRI");
    const [focalPoint] = mails.filter((mail) => mail.toAddress.startsWith("focal_point"));
    const [secretariat] = mails.filter((mail) => mail.toAddress.startsWith("secretariat"));
    expect(focalPoint?.bodyText).toContain("También se informa a la Secretaría Técnica.");
    expect(focalPoint?.bodyText).not.toMatch(/enlace|Presidencia|nacional/);
    expect(secretariat?.bodyText).toContain(
      "Nobody could be informed in these capacities, for want of an account: alternate and liaison officer.",
    );
  });

  test("a question is answered by a person: named in the message, and replies go there", async () => {
    await costaRica("2027-05-03T15:00:00Z");
    await region.addPerson({ role: "secretariat", displayName: "Paula Rivas", email: "paula@secretariat.example" });
    await plan();
    const [mail] = (await region.mails()).filter((each) => each.toAddress.startsWith("focal_point"));
    expect(mail?.bodyText).toContain(
      "Preguntas: Paula Rivas, Secretaría Técnica, paula@secretariat.example, o responda a este mensaje.",
    );
    expect(mail?.replyTo).toBe("paula@secretariat.example");
  });

  test("an ask that reached nobody does not count for the next one", async () => {
    await costaRica("2027-04-23T15:00:00Z");
    await plan();
    await region.db.asWorker(async (tx) => {
      const now = region.clock.now();
      for (const { id, fence, noticeId } of await claimDueMails(tx, { now, leaseUntil: now, limit: 9 })) {
        await recordMailResult(tx, { id, fence, state: "dead", lastCode: 550, settledAt: now });
        await settleNotice(tx, noticeId ?? "", "dead", "No such mailbox", now);
      }
    });
    region.clock.set("2027-04-29T15:00:00Z");
    await plan();
    const [, second] = await region.mails();
    expect(second?.kind).toBe("before_1");
    expect(second?.bodyText).not.toContain("con una solicitud");
    // A message that is still waiting may yet reach somebody: until then the letter names no number of requests.
    region.clock.set("2027-04-30T15:00:00Z");
    await plan();
    expect((await region.mails()).at(-1)?.bodyText).not.toContain("con una solicitud");
    await sendAll(region);
    // "The day before" waited until its words were no longer true; only "due today" reached somebody.
    expect((await region.notices()).filter((each) => each.result === "date-changed").map(({ step }) => step)).toEqual([
      "before_1",
    ]);
    region.clock.set("2027-05-07T15:00:00Z");
    await plan();
    expect((await region.mails()).at(-1)?.bodyText).toContain("Este es el mensaje n.º 2 con una solicitud");
  });

  test("an account that nobody has confirmed yet is not written to; it is once it is confirmed", async () => {
    region = await regionAt("2027-02-01T15:00:00Z");
    await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
    await region.addPerson({ role: "focal_point", country: "CRI", confirmed: false });
    await plan();
    expect(await region.notices()).toEqual([]);
    region.clock.set("2027-02-03T20:00:00Z");
    await region.addPerson({ role: "alternate", country: "CRI" });
    await plan();
    expect(await stepsOf("CRI")).toEqual(["opening queued"]);
  });

  test("old rounds are not reminded of", async () => {
    await costaRica("2030-02-01T15:00:00Z");
    expect(await plan()).toEqual({ queued: 0 });
    expect(new Set((await region.notices()).map((each) => each.state))).toEqual(new Set(["superseded"]));
  });

  test("a demonstration instance says so in subject and body", async () => {
    const database = await createTestDatabase();
    await beginDemonstration(database.ownerUrl);
    region = await createTestRegion(database, fixedClock("2027-02-01T15:00:00Z"));
    await costaRica();
    await plan();
    const [mail] = await region.mails();
    expect(mail?.subject).toMatch(/^\[Demostración\] /);
    expect(mail?.bodyText).toContain("datos de demostración, no son cifras reales");
  });

  test("what an instance without mail has kept asked nobody: it is counted in a demonstration alone, where it stands for what is sent", async () => {
    const asked = async (isDemonstration: boolean) => {
      const database = await createTestDatabase();
      if (isDemonstration) await beginDemonstration(database.ownerUrl);
      region = await createTestRegion(database, fixedClock("2027-04-16T15:00:00Z"));
      await costaRica();
      await plan();
      await deliver();
      expect(await stepsOf("CRI")).toContain("before_14 kept");
      const of = (await region.db.asWorker((tx) => loadLedger(tx, [2027])))(2027, "CRI");
      if (!isDemonstration) await region.close();
      return [of.asks, of.asksUnderWay, of.asksWritten, of.lastAskAt?.toISOString() ?? null];
    };
    expect(await asked(false)).toEqual([0, 0, 1, null]);
    expect(await asked(true)).toEqual([1, 0, 1, "2027-04-16T15:00:00.000Z"]);
  });

  test("capture mode keeps every message in the database", async () => {
    await costaRica("2027-02-01T15:00:00Z");
    const stop = new AbortController();
    const scheduler = runScheduler({ ...region, log: testLog }, stop.signal);
    await scheduler.runOnce();
    stop.abort();
    await scheduler.done;
    expect((await region.mails()).map((mail) => mail.state)).toEqual(["kept"]);
    expect(await stepsOf("CRI")).toEqual(["opening kept"]);
  });
});
