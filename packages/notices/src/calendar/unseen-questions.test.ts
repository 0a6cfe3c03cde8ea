import { randomUUID } from "node:crypto";
import { createTestDatabase, type FixedClock, fixedClock, testClient } from "@avances/testing";
import { afterEach, expect, test } from "vitest";
import { createTestRegion, type TestRegion, testLog } from "../../testing/region.ts";
import { schedulerByHand } from "../delivery/run-scheduler.ts";
import { planRound } from "./plan.ts";

let region: TestRegion<FixedClock>;
let owner: ReturnType<typeof testClient>;
let people: readonly string[];
afterEach(async () => {
  await owner.end();
  await region.close();
});

/** Costa Rica has sent its report. Thursday, 11 March 2027, noon in San José. */
async function costaRica(): Promise<void> {
  const database = await createTestDatabase();
  owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  region = await createTestRegion(database, fixedClock("2027-02-01T15:00:00Z"));
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", countries: ["CRI", "GTM"] });
  const ana = await region.addPerson({ role: "focal_point", country: "CRI", language: "es", displayName: "Ana Mora" });
  people = [
    ana,
    await region.addPerson({ role: "alternate", country: "CRI", language: "en", displayName: "John Doe" }),
  ];
  await region.addPerson({ role: "focal_point", country: "GTM" });
  region.clock.set("2027-03-11T18:00:00Z");
  await region.submitVersion(2027, "CRI", ana, 1);
  await region.change(2027, "CRI", { status: "submitted", version: 1, firstSubmittedAt: region.clock.now() });
  await plan();
}
const plan = async (now?: string) => {
  if (now !== undefined) region.clock.set(now);
  return (await planRound({ ...region, newId: randomUUID, log: testLog })).queued;
};
const submissionId = "(select id from app.submission where country_code = 'CRI')";
async function say(authorRole = "secretariat", indicatorCode = "TIP-JUS-01", isQuestion = false): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into app.review_comment (id, submission_id, country_code, indicator_code, audience, version, body, author_id, author_name, author_role, is_question, created_at)
     values ($1, ${submissionId}, 'CRI', $2, 'shared', 1, 'CANARY words', $3, 'Paula', $4, $5, $6)`,
    [id, indicatorCode, randomUUID(), authorRole, isQuestion, region.clock.now()],
  );
  return id;
}
const see = (id: string) =>
  owner.query(
    `insert into app.remark_seen (comment_id, submission_id, country_code, seen_at, seen_by, seen_by_name)
     values ($1, ${submissionId}, 'CRI', $2, $3, 'Ana')`,
    [id, region.clock.now(), people[0]],
  );
const reminders = async () => (await region.mails()).filter(({ kind }) => kind === "questions_unseen");

test("those who report are reminded on three working days, once a day, of a question that nobody has seen", async () => {
  await costaRica();
  await say();
  expect(await plan("2027-03-11T20:00:00Z")).toBe(0);
  expect(await plan("2027-03-12T14:59:00Z")).toBe(0);
  expect(await plan("2027-03-12T15:00:00Z")).toBe(2);
  expect([await plan(), await plan("2027-03-12T23:00:00Z"), await plan("2027-03-13T16:00:00Z")]).toEqual([0, 0, 0]);
  const days = ["15", "16", "17", "18"];
  const queued: number[] = [];
  for (const day of days) queued.push(await plan(`2027-03-${day}T15:00:00Z`));
  expect(queued).toEqual([2, 2, 0, 0]);
  const [mail] = (await reminders()).filter(({ language }) => language === "es");
  expect(mail?.subject).toBe("Pregunta o comentario que nadie ha visto: informe de Costa Rica, ronda 2027");
  expect(mail?.bodyText).toContain("el 11 de marzo de 2027 a las 12:00, hora de San José");
  expect(mail?.bodyText).not.toContain("CANARY");
  // A further question begins anew.
  await say("secretariat", "TIP-JUS-02");
  expect(await plan("2027-03-19T15:00:00Z")).toBe(2);
});

test("it ends when somebody has seen the question, replied, or it was closed, also for a message that is waiting", async () => {
  await costaRica();
  const [first, second] = [await say(), await say("secretariat", "TIP-JUS-02")];
  expect(await plan("2027-03-12T15:00:00Z")).toBe(2);
  await see(first);
  await see(second);
  await schedulerByHand({ ...region, log: testLog })();
  expect((await reminders()).map(({ state, lastAnswer }) => `${state} ${lastAnswer}`)).toEqual([
    "stopped questions-seen",
    "stopped questions-seen",
  ]);
  expect(await plan("2027-03-15T15:00:00Z")).toBe(0);
  await say("secretariat", "TIP-JUS-03");
  region.clock.set("2027-03-15T17:00:00Z");
  await say("focal_point", "TIP-JUS-03");
  expect(await plan("2027-03-16T15:00:00Z")).toBe(0);
  await say("secretariat", "TIP-JUS-04");
  await owner.query(
    `insert into app.thread_closing (id, submission_id, country_code, indicator_code, audience, at, actor_id, actor_name, actor_role)
     values ($1, ${submissionId}, 'CRI', 'TIP-JUS-04', 'shared', $2, $1, 'Paula', 'secretariat')`,
    [randomUUID(), new Date("2027-03-16T16:00:00Z")],
  );
  expect(await plan("2027-03-17T15:00:00Z")).toBe(0);
  // Sent again: whoever sent it was asked about what had no answer.
  await say("secretariat", "TIP-JUS-05");
  region.clock.set("2027-03-17T18:00:00Z");
  await region.change(2027, "CRI", { status: "submitted", version: 2, submittedAt: region.clock.now() });
  expect(await plan("2027-03-18T15:00:00Z")).toBe(0);
});

test("a thank-you in a thread that was seen reminds of nothing; a question asked in returning the report does", async () => {
  await costaRica();
  await see(await say());
  region.clock.set("2027-03-11T20:00:00Z");
  await say();
  expect(await plan("2027-03-12T15:00:00Z")).toBe(0);
  await say("secretariat", "TIP-JUS-01", true);
  expect(await plan("2027-03-15T15:00:00Z")).toBe(2);
});

test("after an outage one leaves, today's: those of other days are stopped and do not count among the three", async () => {
  await costaRica();
  await say();
  for (const day of ["12", "15", "16"]) expect(await plan(`2027-03-${day}T15:00:00Z`)).toBe(2);
  region.clock.set("2027-03-17T15:00:00Z");
  const run = schedulerByHand({ ...region, log: testLog });
  await run();
  await run();
  const became = (await reminders()).map(({ state, lastAnswer }) => `${state} ${lastAnswer}`);
  expect([...new Set(became)].sort()).toEqual(["kept kept-here", "stopped day-passed"]);
  expect(became.filter((each) => each.startsWith("stopped"))).toHaveLength(6);
  expect(became.filter((each) => each.startsWith("kept"))).toHaveLength(2);
});

test("never beside another message of the round: returned with questions, the country is reminded of them the next working day", async () => {
  await costaRica();
  region.clock.set("2027-03-12T14:00:00Z");
  await region.change(
    2027,
    "CRI",
    { status: "returned", returnedAt: region.clock.now(), returnDueOn: "2027-03-22" },
    "returned",
  );
  await say("secretariat", "TIP-JUS-01", true);
  expect(await plan("2027-03-12T14:30:00Z")).toBe(2);
  expect(await plan("2027-03-12T16:00:00Z")).toBe(0);
  expect(await plan("2027-03-15T15:00:00Z")).toBe(2);
  expect(await reminders()).toHaveLength(2);
  // Five days before the date of the clarifications the calendar speaks.
  expect(await plan("2027-03-17T15:00:00Z")).toBe(2);
  expect((await region.mails()).filter(({ kind }) => kind === "returned_before_5")).toHaveLength(2);
  expect(await plan("2027-03-17T17:00:00Z")).toBe(0);
  expect(await reminders()).toHaveLength(2);
});
