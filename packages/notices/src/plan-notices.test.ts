import { randomUUID } from "node:crypto";
import { createTestDatabase, type FixedClock, fixedClock } from "@avances/testing";
import { afterEach, describe, expect, test } from "vitest";
import { planRound } from "./plan-notices.ts";
import { runScheduler } from "./run-scheduler.ts";
import { createTestRegion, type TestRegion, testLog } from "./test-region.ts";

let region: TestRegion<FixedClock>;
const regionAt = async (now: string) => createTestRegion(await createTestDatabase(), fixedClock(now));
afterEach(() => region.close());

const plan = () => planRound({ ...region, newId: randomUUID, log: testLog });
const stepsOf = async (country: string) =>
  (await region.notices()).filter((each) => each.countryCode === country).map((each) => `${each.step} ${each.state}`);

async function costaRica(now: string): Promise<void> {
  region = await regionAt(now);
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

  test("each person gets one message of their own, in their language", async () => {
    await costaRica("2027-02-01T15:00:00Z");
    await region.addPerson({ role: "alternate", country: "CRI", language: "en", displayName: "John Doe" });
    await plan();
    const mails = await region.mails();
    expect(mails.map((mail) => [mail.language, mail.subject]).sort()).toEqual([
      ["en", "2027 reporting round: invitation to Costa Rica"],
      ["es", "Ronda de informes 2027: invitación a Costa Rica"],
    ]);
    const spanish = mails.find((mail) => mail.language === "es");
    expect(spanish?.bodyText).toContain("Estimado(a) Ana Mora:");
    expect(spanish?.bodyText).toContain("hasta las 23:59 del 30 de abril de 2027, hora de San José");
    expect(spanish?.bodyText).toContain("https://avances.example/es/home");
    expect(spanish?.messageId).toBe(`<n.${spanish?.id}@secretariat.example>`);
  });

  test("after three days without a scheduler the latest step goes and the missed one is recorded", async () => {
    await costaRica("2027-04-30T15:00:00Z");
    await plan();
    region.clock.set("2027-05-08T15:00:00Z");
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
    await costaRica("2027-05-01T15:00:00Z");
    await region.addPerson({ role: "focal_point", country: "GTM" });
    await region.change(2027, "CRI", { status: "submitted", firstSubmittedAt: region.clock.now() });
    await region.change(2027, "GTM", { status: "exempt" });
    await plan();
    expect(await region.notices()).toEqual([]);
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

  test("an extension makes new notices for the new date", async () => {
    await costaRica("2027-04-29T15:00:00Z");
    await plan();
    await region.change(2027, "CRI", {
      dueOn: "2027-05-14",
      extensionGrantedAt: region.clock.now(),
      extensionReason: "Holidays",
    });
    region.clock.set("2027-05-07T15:00:00Z");
    await plan();
    const asked = (await region.notices()).filter((each) => each.state === "queued");
    expect(asked.map((each) => `${each.step} ${each.anchorDate}`)).toEqual([
      "before_1 2027-04-30",
      "before_7 2027-05-14",
    ]);
    const mail = (await region.mails()).at(-1);
    expect(mail?.bodyText).toContain("14 de mayo de 2027");
    expect(mail?.bodyText).toContain("prórroga");
    expect(mail?.bodyText).toContain(
      "Esta es la 2.ª comunicación relativa a esta ronda; la primera se envió el 29 de abril de 2027.",
    );
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

  test("escalations add readers step by step, each with a message of their own", async () => {
    await costaRica("2027-05-14T15:00:00Z");
    for (const role of ["secretariat", "presidency"] as const) await region.addPerson({ role });
    for (const role of ["liaison_officer", "rcgm_delegate"] as const) await region.addPerson({ role, country: "CRI" });
    await plan();
    region.clock.set("2027-05-30T15:00:00Z");
    await plan();
    const readers = async (step: string) =>
      (await region.mails())
        .filter((mail) => mail.kind === step && mail.countryCode === "CRI")
        .map((mail) => mail.toAddress.split(".")[0]);
    expect((await readers("escalation_14")).sort()).toEqual(["focal_point", "liaison_officer", "secretariat"]);
    expect((await readers("escalation_30")).sort()).toEqual([
      "focal_point",
      "liaison_officer",
      "presidency",
      "rcgm_delegate",
      "secretariat",
    ]);
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
    await costaRica("2027-02-01T15:00:00Z");
    await planRound({ ...region, config: { ...region.config, demonstration: true }, newId: randomUUID, log: testLog });
    const [mail] = await region.mails();
    expect(mail?.subject).toContain("Datos de demostración, no son cifras reales");
    expect(mail?.bodyText).toContain("datos de demostración, no son cifras reales");
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
