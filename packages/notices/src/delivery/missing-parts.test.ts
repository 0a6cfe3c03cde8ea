import { randomUUID } from "node:crypto";
import type { AnswerToSave } from "@avances/db/queries/answer-queries";
import { writeSaved } from "@avances/db/queries/answer-saving-queries";
import { listReportingStates } from "@avances/db/queries/reporting-state-queries";
import type { Actor } from "@avances/domain/access";
import { createTestDatabase, type MailSink, startMailSink, type TestDatabase, testClient } from "@avances/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestRegion, quickTiming, runningClock, type TestRegion, testLog } from "../../testing/region.ts";
import { planRound } from "../calendar/plan.ts";
import { previewResend, sendResend } from "../calendar/resend.ts";
import { readableText } from "./mail-bytes.ts";
import { schedulerByHand } from "./run-scheduler.ts";

/*
 * Those who report read in which parts of their report answers are missing. The words are put in when the message leaves: the stored message,
 * which the secretariat reads, has only a place for them, and whoever sends it reads no answer.
 */

let database: TestDatabase;
let region: TestRegion<{ now(): Date }>;
let sink: MailSink;
let reporter: Actor;
let submissionId: string;

const answerOf = (indicatorCode: string, more: Partial<AnswerToSave>): AnswerToSave => ({
  ...{ indicatorCode, state: "reported", value: null, reason: "", comment: "canary", evidence: [] },
  ...{ expectedRevision: 0, cleared: false },
  ...more,
});
const level = (indicatorCode: string, more: Partial<AnswerToSave> = {}) =>
  answerOf(indicatorCode, { value: { type: "ordinal", level: 3 }, ...more });
const half = { type: "ratio", numerator: 1, denominator: null, breakdowns: {}, crossTabs: {} } as const;

beforeEach(async () => {
  database = await createTestDatabase();
  region = await createTestRegion(database, runningClock("2027-04-23T15:30:00Z"));
  sink = await startMailSink();
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
  const userId = await region.addPerson({ role: "focal_point", country: "CRI", language: "es" });
  await region.addPerson({ role: "secretariat" });
  reporter = { ...region.secretary, userId, role: "focal_point", country: "CRI" };
  const states = await region.db.asWorker((tx) => listReportingStates(tx, { roundYear: 2027 }));
  submissionId = states.find(({ country }) => country === "CRI")?.submissionId ?? "";
});
afterEach(async () => {
  await sink.close();
  await region.close();
});

/** Saves as the country does; `answered`: how many count afterwards. */
async function save(answers: readonly AnswerToSave[], answered: number, was: "not_started" | "draft" = "draft") {
  const now = region.clock.now();
  await region.db.asActor(reporter, (tx) =>
    writeSaved(
      tx,
      { submissionId, countryCode: "CRI", updatedAt: now, updatedBy: reporter.userId, updatedByName: "Ana Mora" },
      answers,
      { expectedStatus: was, status: "draft", answeredCount: answered },
      {
        ...{ at: now, actor: reporter, action: "answers.saved", objectType: "submission", objectId: submissionId },
        ...{ countryCode: "CRI", detail: {} },
      },
    ),
  );
}

const plan = () => planRound({ ...region, newId: randomUUID, log: testLog });
/** Sends what is waiting, and returns what the focal point got. */
async function sent(): Promise<{ readonly text: string; readonly html: string }> {
  const live = { mailMode: "live", smtpUrl: sink.url, timing: quickTiming } as const;
  await schedulerByHand({ ...region, log: testLog, config: { ...region.config, ...live } })();
  const mail = sink.messages.find(({ to }) => to[0]?.startsWith("focal_point"))?.mail;
  return { text: mail?.text ?? "", html: String(mail?.html) };
}

const first = [
  level("TIP-LEG-01"),
  level("TIP-LEG-02"),
  answerOf("TIP-LEG-05", { state: "not_available", reason: "No register." }),
  // None of these counts: half typed, without a reason, cleared.
  answerOf("TIP-PRV-06", { value: half }),
  answerOf("TIP-LEG-03", { state: "not_available", reason: " " }),
  level("TIP-LEG-04", { cleared: true }),
];

test("the country reads in which parts answers are missing, and their sum is what the message says", async () => {
  await save(first, 3, "not_started");
  await plan();
  const { text, html } = await sent();
  expect(text).toContain("En el portal, 3 de 60 indicadores tienen respuesta; faltan 57.");
  const parts = [...text.matchAll(/^ {0,3}(\d+) {2}(.+)$/gm)].map(([, missing, words]) => [Number(missing), words]);
  expect(parts[0]).toEqual([3, "Trata de personas: Marco normativo y de política pública"]);
  expect(parts).toHaveLength(12);
  expect(parts.reduce((sum, [missing]) => sum + Number(missing), 0)).toBe(57);
  for (const [missing, words] of parts) expect(html).toMatch(new RegExp(`>${missing}</td><td[^>]*>${words}</td>`));
  expect(`${text}${html}`).not.toMatch(/\{\{|canary|TIP-/);
});

test("the secretariat does not: neither in the stored message, nor in the preview of a reminder", async () => {
  await save(first, 3, "not_started");
  await plan();
  await sent();
  const [stored] = (await region.mails()).filter(({ kind, language }) => kind === "before_7" && language === "es");
  if (stored === undefined) throw new Error("No reminder was written");
  const identity = { ...region.config, isDemonstration: false };
  const preview = await region.db.asActor(region.secretary, (tx) =>
    previewResend(
      tx,
      region.secretary,
      { roundYear: 2027, countries: ["CRI"] },
      { now: region.clock.now(), newId: randomUUID, config: { ...region.config, demonstration: false } },
    ),
  );
  for (const read of [readableText(stored, identity), preview.messages[0]?.bodyText ?? ""]) {
    expect(read).toContain("faltan 57.");
    expect(read).toContain("\n\n[aquí solo el país lee en qué partes faltan respuestas]\n\n");
    expect(read).not.toMatch(/\{\{missing|Marco normativo/);
  }
  expect(`${stored.bodyText}${stored.bodyHtml}`).not.toContain("Marco normativo");
});

test("where an answer came between writing and sending, or is older than the mark, no parts are told", async () => {
  await save(first, 3, "not_started");
  await plan();
  await save([level("TIP-LEG-06")], 4);
  const { text, html } = await sent();
  expect(text).toContain("faltan 57.\n");
  expect(`${text}${html}`).not.toMatch(/\{\{missing|Marco normativo/);

  const owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("update app.answer set answered = null where indicator_code = 'TIP-LEG-06'");
  await owner.end();
  await region.db.asActor(region.secretary, async (tx) => {
    const context = { now: region.clock.now(), newId: randomUUID, config: { ...region.config, demonstration: false } };
    const seen = await previewResend(tx, region.secretary, { roundYear: 2027, countries: ["CRI"] }, context);
    await sendResend(tx, region.secretary, { roundYear: 2027, countries: ["CRI"] }, seen, context);
  });
  sink.messages.length = 0;
  const again = await sent();
  expect(again.text).toContain("faltan 56.\n");
  expect(`${again.text}${again.html}`).not.toMatch(/\{\{missing|Marco normativo/);
});
