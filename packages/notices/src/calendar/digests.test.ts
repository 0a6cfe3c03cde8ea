import { randomUUID } from "node:crypto";
import { setWantsDigest } from "@avances/db/queries/calendar-queries";
import { insertHold } from "@avances/db/queries/hold-queries";
import { createTestDatabase, type FixedClock, fixedClock, testClient } from "@avances/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { insertCommitment, insertReply } from "../../testing/commitments.ts";
import { insertMeeting, insertNarrative } from "../../testing/progress.ts";
import { createTestRegion, type TestRegion, testLog } from "../../testing/region.ts";
import { schedulerByHand } from "../delivery/run-scheduler.ts";
import { planDigests } from "./digests.ts";

let region: TestRegion<FixedClock>;
let owner: ReturnType<typeof testClient>;
let paula: string;
let ana: string;

beforeEach(async () => {
  const database = await createTestDatabase();
  owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  region = await createTestRegion(database, fixedClock("2027-01-25T15:00:00Z"));
  paula = await region.addPerson({ role: "secretariat", language: "es", displayName: "Paula Rivas" });
  ana = await region.addPerson({ role: "focal_point", country: "CRI", language: "es", displayName: "Ana Mora" });
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", countries: ["CRI", "MEX"] });
});
afterEach(async () => {
  await owner.end();
  await region.close();
});

/** Costa Rica: six hours behind. Plans and sends what is due then. */
async function at(day: string, time: string): Promise<void> {
  region.clock.set(new Date(`${day}T${time}:00-06:00`).toISOString());
  await schedulerByHand({ ...region, log: testLog })();
}
const digests = async (kind: "digest_secretariat" | "digest_country") =>
  (await region.mails())
    .filter((mail) => mail.kind === kind)
    .map(({ createdAt, userId, subject, bodyText, state }) => ({
      at: createdAt.toISOString().slice(0, 16),
      ...{ userId, subject, bodyText, state },
    }));
const answered = (count: number) => region.change(2027, "CRI", { status: "draft", answeredCount: count }, "started");

test("the secretariat gets one mail on a working day after something happened, at nine, and none when nothing did", async () => {
  await at("2027-02-08", "09:00");
  expect(await digests("digest_secretariat")).toEqual([]);
  region.clock.set("2027-02-09T16:00:00Z");
  await region.submitVersion(2027, "CRI", ana, 1);
  await region.change(
    2027,
    "CRI",
    { status: "submitted", version: 1, firstSubmittedAt: region.clock.now() },
    "submitted",
  );
  // What happened today is told tomorrow.
  await at("2027-02-09", "17:00");
  expect(await digests("digest_secretariat")).toEqual([]);
  await at("2027-02-10", "08:59");
  expect(await digests("digest_secretariat")).toEqual([]);
  for (const time of ["09:00", "09:01", "14:00"]) await at("2027-02-10", time);
  const [first, ...more] = await digests("digest_secretariat");
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    ...{ at: "2027-02-10T15:00", userId: paula, state: "kept" },
    subject: "Resumen del 10 de febrero de 2027: 1 informe recibido",
  });
  expect(first?.bodyText).toContain("Informes recibidos:\n– Costa Rica, ronda 2027, versión 1\n");
  expect(first?.bodyText).toContain("1 informe espera la revisión de la Secretaría Técnica.");
  await at("2027-02-11", "09:00");
  expect(await digests("digest_secretariat")).toHaveLength(1);

  // Friday evening is told on Monday. A date that passes is told once, and so is a hold that has ended.
  const hold = { roundYear: 2027, countryCode: "MEX", lastDay: "2027-04-29", reason: "An election" };
  await region.db.asActor(region.secretary, (tx) =>
    insertHold(tx, {
      ...{ id: paula, ...hold, createdAt: region.clock.now(), createdBy: region.secretary.userId },
      createdByName: region.secretary.displayName,
    }),
  );
  await at("2027-04-30", "12:00");
  await at("2027-05-03", "09:00");
  const last = (await digests("digest_secretariat")).at(-1);
  expect(last?.at).toBe("2027-05-03T15:00");
  expect(last?.bodyText).toContain("Pasó la fecha y no se recibió informe:\n– México, ronda 2027\n");
  await at("2027-05-04", "09:00");
  const after = (await digests("digest_secretariat")).filter(({ at: when }) => when > "2027-05-03T15:00");
  expect(after.map(({ bodyText }) => bodyText).join()).not.toContain("Pasó la fecha");
});

test("of commitments the secretariat reads who answered, whose date is today and whose has passed, each once, and no word of them", async () => {
  const asOwner = (statement: string, values?: unknown[]) => owner.query(statement, values);
  const made = { to: ["CRI", "MEX"], at: "2027-02-01T15:00:00Z", replyBy: null };
  const answeredOne = await insertCommitment(asOwner, made);
  await insertCommitment(asOwner, { ...made, responsible: "MEX", dueOn: "2027-02-10" });
  const done = await insertCommitment(asOwner, { ...made, responsible: "CRI", dueOn: "2027-02-09" });
  await owner.query("update app.commitment set stage = 'done' where matter_id = $1", [done]);
  await insertReply(asOwner, answeredOne, "CRI", "2027-02-09T16:00:00Z");
  // After nine: that is told tomorrow.
  await insertReply(asOwner, answeredOne, "MEX", "2027-02-10T15:30:00Z");
  for (const time of ["09:00", "09:30"]) await at("2027-02-10", time);
  await at("2027-02-11", "09:00");
  await at("2027-02-12", "09:00");
  const [wednesday, thursday, ...more] = await digests("digest_secretariat");
  expect(more).toEqual([]);
  expect(wednesday?.subject).toBe("Resumen del 10 de febrero de 2027: 1 respuesta a un compromiso");
  const point = "reunión del 18 de febrero de 2027 (punto 3b)";
  expect(wednesday?.bodyText).toContain(`Respuestas a compromisos:\n– Costa Rica, ${point}\n`);
  expect(wednesday?.bodyText).toContain(`Compromisos cuya fecha es hoy:\n– México, ${point}\n`);
  expect(wednesday?.bodyText).not.toContain("cuya fecha pasó");
  expect(thursday?.bodyText).toContain(`Respuestas a compromisos:\n– México, ${point}\n`);
  expect(thursday?.bodyText).toContain(`que no constan como cumplidos:\n– México, ${point}\n`);
  expect(thursday?.bodyText).not.toContain("es hoy");
  expect(`${wednesday?.bodyText} ${thursday?.bodyText}`).not.toContain("canary");
});

test("once the day for it has passed the secretariat reads whose progress is not all filed, once", async () => {
  const asOwner = (statement: string, values?: unknown[]) => owner.query(statement, values);
  const meetingId = await insertMeeting(asOwner, "2027-02-24", "2026-12-01T15:00:00Z");
  await insertMeeting(asOwner, "2027-02-25", "2026-12-01T15:00:00Z");
  for (const country of ["BLZ", "CAN", "DOM", "GTM", "HND", "MEX", "NIC", "PAN", "SLV", "USA"])
    for (const instrument of ["TIP", "SOM"] as const) await insertNarrative(asOwner, meetingId, country, instrument);
  await insertNarrative(asOwner, meetingId, "CRI", "TIP");
  for (const day of ["2027-02-10", "2027-02-11"]) await at(day, "09:00");
  const [thursday, ...more] = await digests("digest_secretariat");
  expect(more).toEqual([]);
  expect(thursday?.at).toBe("2027-02-11T15:00");
  expect(thursday?.bodyText).toContain(
    "no están todos presentados:\n– Costa Rica, reunión del 24 de febrero de 2027\n",
  );
  expect(thursday?.bodyText).not.toContain("25 de febrero");
});

test("who wants no digest gets none, and one that was written before does not leave", async () => {
  region.clock.set("2027-02-09T16:00:00Z");
  await region.submitVersion(2027, "CRI", ana, 1);
  await region.db.asAuth((tx) => setWantsDigest(tx, paula, false));
  await at("2027-02-10", "09:00");
  expect(await digests("digest_secretariat")).toEqual([]);
  await region.db.asAuth((tx) => setWantsDigest(tx, paula, true));
  region.clock.set("2027-02-10T15:05:00Z");
  expect((await planDigests({ ...region, newId: randomUUID, log: testLog })).queued).toBe(1);
  await region.db.asAuth((tx) => setWantsDigest(tx, paula, false));
  await at("2027-02-10", "09:10");
  const [mail] = (await region.mails()).filter(({ kind }) => kind === "digest_secretariat");
  expect([mail?.state, mail?.lastAnswer]).toEqual(["stopped", "digest-declined"]);
});

test("those who report get one mail a week while their report changes, on a day without another message, and none once it is sent", async () => {
  await at("2027-02-01", "09:00");
  // The invitation went on Monday: nothing has changed, so nothing on Tuesday either.
  await at("2027-02-02", "09:00");
  expect(await digests("digest_country")).toEqual([]);
  await answered(12);
  await at("2027-02-03", "09:00");
  expect(await digests("digest_country")).toEqual([]);
  await at("2027-02-08", "09:30");
  const [first] = await digests("digest_country");
  expect(first).toMatchObject({
    ...{ at: "2027-02-08T15:30", userId: ana, state: "kept" },
    subject: "Resumen semanal: informe de Costa Rica, ronda 2027",
  });
  expect(first?.bodyText).toContain("– Respuestas: 12 de 60.");
  await at("2027-02-08", "09:40");
  await at("2027-02-09", "09:00");
  await at("2027-02-15", "09:00");
  expect(await digests("digest_country")).toHaveLength(1);

  const section = await region.askForSection({ year: 2027, country: "CRI", dueOn: "2027-03-31", invitedBy: ana });
  await region.propose(section, "TIP-JUS-01");
  await answered(20);
  await at("2027-02-22", "09:00");
  const second = (await digests("digest_country")).at(-1);
  expect(second?.bodyText).toContain("– Respuestas: 20 de 60, 8 más que en el resumen anterior.");
  expect(second?.bodyText).toContain("– 1 respuesta propuesta por Rosa Vargas, para aceptar o devolver.");
  expect(second?.bodyText).not.toContain("canary");

  // On a Monday with another message the digest makes way to Tuesday.
  await region.change(2027, "CRI", { dueOn: "2027-04-28" });
  await answered(21);
  await at("2027-03-29", "09:00");
  await at("2027-03-29", "09:20");
  await at("2027-03-30", "09:00");
  const kinds = async (day: string) =>
    (await region.mails())
      .filter(({ createdAt, userId }) => userId === ana && createdAt.toISOString().startsWith(day))
      .map(({ kind }) => kind);
  const [monday, tuesday] = [await kinds("2027-03-29"), await kinds("2027-03-30")];
  expect([monday.length, monday.includes("digest_country"), tuesday]).toEqual([1, false, ["digest_country"]]);

  await region.change(2027, "CRI", { status: "submitted", answeredCount: 60 }, "submitted");
  const before = (await digests("digest_country")).length;
  await at("2027-04-05", "09:00");
  expect(await digests("digest_country")).toHaveLength(before);
});

test("a digest whose report was sent before it left does not leave", async () => {
  await at("2027-02-01", "09:00");
  await answered(12);
  region.clock.set("2027-02-08T15:00:00Z");
  const planning = { ...region, newId: randomUUID, log: testLog };
  expect((await planDigests(planning)).queued).toBe(1);
  // A second planner adds nothing.
  expect((await planDigests(planning)).queued).toBe(0);
  await region.change(2027, "CRI", { status: "submitted" }, "submitted");
  await at("2027-02-08", "09:10");
  const [mail] = (await region.mails()).filter(({ kind }) => kind === "digest_country");
  expect([mail?.state, mail?.lastAnswer]).toEqual(["stopped", "status-changed submitted"]);
});
