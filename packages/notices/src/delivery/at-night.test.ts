import { randomUUID } from "node:crypto";
import { insertHold } from "@avances/db/queries/hold-queries";
import { requeueMail } from "@avances/db/queries/mail-queries";
import { settleNotice } from "@avances/db/queries/notice-queries";
import {
  createTestDatabase,
  type FixedClock,
  fixedClock,
  type MailSink,
  startMailSink,
  testClient,
} from "@avances/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestRegion, quickTiming, type TestRegion, testLog } from "../../testing/region.ts";
import { previewResend, sendResend } from "../calendar/resend.ts";
import { schedulerByHand } from "./run-scheduler.ts";

/*
 * Every way in which a message is queued again, and at which hour it then leaves: an address was corrected, the mail server was away, a person tries again.
 * Costa Rica is six hours behind universal time; the 11th of April, Juan Santamaría, is a holiday there (in 2028 a Tuesday).
 */

let region: TestRegion<FixedClock>;
let sink: MailSink;
let ownerUrl: string;
let ana: string;

beforeEach(async () => {
  const database = await createTestDatabase();
  ownerUrl = database.ownerUrl;
  region = await createTestRegion(database, fixedClock("2028-02-01T15:00:00Z"));
  sink = await startMailSink();
  await region.openRound({ year: 2028, opensOn: "2028-02-01", dueOn: "2028-06-30", countries: ["CRI"] });
  ana = await region.addPerson({ role: "focal_point", country: "CRI", language: "es", email: "ana@cri.example" });
  await run("2028-02-01T15:00:00Z");
  sink.messages.length = 0;
});
afterEach(async () => {
  await sink.close();
  await region.close();
});

async function run(iso: string): Promise<void> {
  region.clock.set(iso);
  const live = { mailMode: "live", smtpUrl: sink.url, timing: quickTiming } as const;
  const tick = schedulerByHand({ ...region, log: testLog, config: { ...region.config, ...live } });
  await tick();
  // What was found to have another address than it was written to is queued to that one.
  await tick();
}
/** The Secretariat reminds by hand at this instant. */
async function remind(iso: string): Promise<void> {
  region.clock.set(iso);
  const request = { roundYear: 2028, countries: ["CRI"] };
  const context = { now: region.clock.now(), newId: randomUUID, config: { ...region.config, demonstration: false } };
  await region.db.asActor(region.secretary, async (tx) => {
    const { countries } = await previewResend(tx, region.secretary, request, context);
    await sendResend(tx, region.secretary, request, { countries, wordings: undefined }, context);
  });
}
async function byOwner(sql: string, values: unknown[] = []): Promise<void> {
  const owner = testClient({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(sql, values);
  await owner.end();
}
const moveTo = (address: string) => byOwner("update app.app_user set email = $2 where id = $1", [ana, address]);
const arrived = () => sink.messages.map(({ to }) => to.join());
/** Runs at each of these; what had arrived by then. */
async function arrivedAt(...instants: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const iso of instants) {
    const before = sink.messages.length;
    await run(iso);
    for (const { to } of sink.messages.slice(before)) lines.push(`${iso} ${to.join()}`);
  }
  return lines;
}

test("a reminder that a person sends at night leaves at once", async () => {
  await remind("2028-04-07T03:00:00Z");
  await run("2028-04-07T03:00:00Z");
  expect(arrived()).toEqual(["ana@cri.example"]);
});

describe("an address that is corrected at night", () => {
  test.each([
    ["stopped there, because it had changed", false],
    ["given up there", true],
  ])("of a reminder by hand that was %s: it leaves at nine of the next working day, once", async (_, isDead) => {
    // A Thursday at ten; the mail server refuses the address, or it is corrected before anything leaves.
    await remind("2028-04-06T16:00:00Z");
    if (isDead) {
      sink.faults.forRecipient("ana@cri.example", { kind: "reject-recipient", answer: "5.1.1 No such mailbox" });
      await run("2028-04-06T16:00:00Z");
      expect((await region.mails()).at(-1)).toMatchObject({ kind: "resend", state: "dead" });
    }
    // In the evening of the same day.
    region.clock.set("2028-04-07T02:00:00Z");
    await moveTo("new@cri.example");
    const lines = await arrivedAt(
      ...["2028-04-07T02:00:00Z", "2028-04-07T14:59:00Z", "2028-04-07T15:00:00Z", "2028-04-10T15:00:00Z"],
    );
    expect(lines).toEqual(["2028-04-07T15:00:00Z new@cri.example"]);
  });

  test("on a Friday night before a weekend: on Monday", async () => {
    await remind("2028-04-07T16:00:00Z");
    await moveTo("new@cri.example");
    // The Tuesday after is the holiday.
    const lines = await arrivedAt("2028-04-08T02:00:00Z", "2028-04-08T16:00:00Z", "2028-04-10T15:00:00Z");
    expect(lines).toEqual(["2028-04-10T15:00:00Z new@cri.example"]);
  });

  test("on the eve of a holiday: on the day after it", async () => {
    await remind("2028-04-10T16:00:00Z");
    await moveTo("new@cri.example");
    const lines = await arrivedAt("2028-04-11T02:00:00Z", "2028-04-11T16:00:00Z", "2028-04-12T15:00:00Z");
    expect(lines).toEqual(["2028-04-12T15:00:00Z new@cri.example"]);
  });

  test("while the reminders of the country are held: after the hold", async () => {
    await remind("2028-04-06T16:00:00Z");
    await moveTo("new@cri.example");
    const { userId: createdBy, displayName: createdByName } = region.secretary;
    const row = { id: randomUUID(), roundYear: 2028, countryCode: "CRI", lastDay: "2028-04-17", reason: "An election" };
    await region.db.asActor(region.secretary, (tx) =>
      insertHold(tx, { ...row, createdAt: region.clock.now(), createdBy, createdByName }),
    );
    const lines = await arrivedAt("2028-04-06T17:00:00Z", "2028-04-17T16:00:00Z", "2028-04-18T15:00:00Z");
    expect(lines).toEqual(["2028-04-18T15:00:00Z new@cri.example"]);
  });

  test("in the hours it leaves at once", async () => {
    await remind("2028-04-06T16:00:00Z");
    await moveTo("new@cri.example");
    expect(await arrivedAt("2028-04-06T17:00:00Z")).toEqual(["2028-04-06T17:00:00Z new@cri.example"]);
  });

  test("news of an act wait for the hours too, and no hold keeps them", async () => {
    region.clock.set("2028-04-06T16:00:00Z");
    const patch = { dueOn: "2028-07-14", extensionGrantedAt: region.clock.now(), extensionReason: "More time" };
    await region.change(2028, "CRI", patch, "extended");
    sink.faults.forRecipient("ana@cri.example", { kind: "reject-recipient", answer: "5.1.1 No such mailbox" });
    await run("2028-04-06T16:00:00Z");
    const { userId: createdBy, displayName: createdByName } = region.secretary;
    const row = { id: randomUUID(), roundYear: 2028, countryCode: "CRI", lastDay: "2028-04-28", reason: "An election" };
    await region.db.asActor(region.secretary, (tx) =>
      insertHold(tx, { ...row, createdAt: region.clock.now(), createdBy, createdByName }),
    );
    await moveTo("new@cri.example");
    const lines = await arrivedAt("2028-04-07T02:00:00Z", "2028-04-07T15:00:00Z");
    expect(lines).toEqual(["2028-04-07T15:00:00Z new@cri.example"]);
  });
});

test("a reminder by hand that a mail server kept over midnight leaves in the hours, and not at the moment at which the server is back", async () => {
  await remind("2028-04-06T16:00:00Z");
  sink.faults.always({ kind: "busy" });
  await run("2028-04-06T16:00:00Z");
  await run("2028-04-07T05:30:00Z");
  sink.faults.always(undefined);
  // Half past midnight there, and again after it was written anew in the morning.
  expect(await arrivedAt("2028-04-07T06:30:00Z", "2028-04-07T14:00:00Z")).toEqual([]);
  sink.faults.always({ kind: "busy" });
  await run("2028-04-07T15:00:00Z");
  sink.faults.always(undefined);
  expect(await arrivedAt("2028-04-08T02:00:00Z", "2028-04-08T16:00:00Z")).toEqual([]);
  expect(await arrivedAt("2028-04-10T15:00:00Z")).toEqual(["2028-04-10T15:00:00Z ana@cri.example"]);
});

test("a receipt leaves as soon as the mail server is back: somebody waits for it", async () => {
  region.clock.set("2028-04-07T03:00:00Z");
  const now = region.clock.now();
  await region.submitVersion(2028, "CRI", ana, 1);
  await region.change(
    2028,
    "CRI",
    { status: "submitted", version: 1, submittedAt: now, firstSubmittedAt: now },
    "submitted",
  );
  sink.faults.always({ kind: "busy" });
  await run("2028-04-07T03:00:00Z");
  sink.faults.always(undefined);
  expect(await arrivedAt("2028-04-07T08:00:00Z")).toEqual(["2028-04-07T08:00:00Z ana@cri.example"]);
});

describe("a person of the Secretariat tries a dead message again at night", () => {
  const again = (kind: string) =>
    region.db.asActor(region.secretary, async (tx) => {
      const mail = (await region.mails()).find((one) => one.kind === kind && one.state === "dead");
      const queued = await requeueMail(tx, mail?.id ?? "", mail?.toAddress ?? "", region.clock.now());
      expect(queued).toMatchObject({ state: "queued" });
      await settleNotice(tx, mail?.noticeId ?? "", "queued", "", null);
    });

  test("a reminder by hand waits for the hours", async () => {
    sink.faults.forRecipient("ana@cri.example", { kind: "reject-recipient", answer: "5.7.1 Refused today" });
    await remind("2028-04-06T16:00:00Z");
    await run("2028-04-06T16:00:00Z");
    sink.faults.forRecipient("ana@cri.example", undefined);
    region.clock.set("2028-04-07T02:00:00Z");
    await again("resend");
    const lines = await arrivedAt("2028-04-07T02:00:00Z", "2028-04-07T15:00:00Z");
    expect(lines).toEqual(["2028-04-07T15:00:00Z ana@cri.example"]);
  });

  test("news of an act leaves at once", async () => {
    sink.faults.forRecipient("ana@cri.example", { kind: "reject-recipient", answer: "5.7.1 Refused today" });
    region.clock.set("2028-04-06T16:00:00Z");
    const patch = { dueOn: "2028-07-14", extensionGrantedAt: region.clock.now(), extensionReason: "More time" };
    await region.change(2028, "CRI", patch, "extended");
    await run("2028-04-06T16:00:00Z");
    sink.faults.forRecipient("ana@cri.example", undefined);
    region.clock.set("2028-04-07T02:00:00Z");
    await again("extended");
    expect(await arrivedAt("2028-04-07T02:00:00Z")).toEqual(["2028-04-07T02:00:00Z ana@cri.example"]);
  });
});
