import { randomUUID } from "node:crypto";
import { insertMails } from "@avances/db/queries/mail-queries";
import { accountMailKinds, digestKinds, type MailKind, mailKinds, testMailKind } from "@avances/domain/round";
import { createTestDatabase, type FixedClock, fixedClock } from "@avances/testing";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCommitment } from "../../testing/commitments.ts";
import { insertView } from "../../testing/news.ts";
import { insertMeeting } from "../../testing/progress.ts";
import { createTestRegion, type TestRegion, testLog } from "../../testing/region.ts";
import { schedulerByHand } from "../delivery/run-scheduler.ts";
import { newMail } from "../letters/new-mail.ts";
import { followMovedAddresses } from "./moved-addresses.ts";

let region: TestRegion<FixedClock>;
let ownerUrl: string;
const run = (statement: string, values: unknown[] = []) => query(ownerUrl, statement, values);
const old = "old@cri.example";
const corrected = "new@cri.example";

beforeAll(async () => {
  const database = await createTestDatabase();
  ownerUrl = database.ownerUrl;
  region = await createTestRegion(database, fixedClock("2027-01-04T15:00:00Z"));
});
afterAll(() => region?.close());

const go = async (now: string) => {
  region.clock.set(now);
  await schedulerByHand({ ...region, log: testLog })();
};
const correct = (id: string, to: string) => run("update app.app_user set email = $2 where id = $1", [id, to]);
/** The server refused the address. */
const refuse = (kind?: string) =>
  run(
    "update app.outgoing_mail set state = 'dead', last_answer = '550 5.1.1 no such user', settled_at = created_at where to_address = $1 and ($2::text is null or kind = $2)",
    [old, kind ?? null],
  );
const arrived = async () =>
  (await region.mails())
    .filter(({ toAddress, state }) => toAddress === corrected && state === "kept")
    .map(({ kind }) => kind)
    .sort();

test("what is about work goes to the corrected address, of whichever kind; what is about an account or of its day does not", async () => {
  region.clock.set("2027-02-10T15:00:00Z");
  const id = await region.addPerson({ role: "focal_point", country: "HND", email: "before@hnd.example" });
  const user = { id, email: "before@hnd.example", displayName: "Ines", language: "en" as const, countryCode: "HND" };
  const ids = new Map<string, MailKind>();
  await region.db.asWorker((tx) =>
    insertMails(
      tx,
      mailKinds.map((kind) => {
        const mailId = randomUUID();
        ids.set(mailId, kind);
        const mail = { id: mailId, kind, user, subject: kind, paragraphs: [kind], now: region.clock.now() };
        return newMail({ ...mail, mailFrom: region.config.mailFrom, demonstration: false });
      }),
    ),
  );
  const stay = new Set<MailKind>([...accountMailKinds, ...digestKinds, testMailKind]);
  for (const [state, answer] of [
    ["dead", "550 5.1.1 no such user"],
    ["stopped", "address-changed"],
  ]) {
    await correct(id, "before@hnd.example");
    await run("update app.outgoing_mail set state = $1, last_answer = $2, to_address = 'before@hnd.example'", [
      state,
      answer,
    ]);
    expect((await followMovedAddresses(region)).queued).toBe(0);
    await correct(id, "after@hnd.example");
    expect((await followMovedAddresses(region)).queued).toBe(mailKinds.length - stay.size);
    const queued = (await region.mails()).filter((mail) => mail.state === "queued");
    expect(queued.every(({ toAddress }) => toAddress === "after@hnd.example")).toBe(true);
    expect(queued.map((mail) => ids.get(mail.id)).sort()).toEqual(mailKinds.filter((kind) => !stay.has(kind)).sort());
  }
  // Stopped for another reason, or long ago, it stays where it is.
  await run(
    "update app.outgoing_mail set state = 'stopped', last_answer = 'matter-settled', to_address = 'x@hnd.example'",
  );
  expect((await followMovedAddresses(region)).queued).toBe(0);
  await run("delete from app.outgoing_mail");
});

test("of the Network, too, somebody whose address was corrected gets what counts now, and of the same only the last", async () => {
  region.clock.set("2027-02-11T15:00:00Z");
  const id = await region.addPerson({ role: "focal_point", country: "CRI", email: old });
  await insertView(run, { country: "CRI", at: "2027-02-10T15:00:00Z", until: "2027-03-05" });
  await insertCommitment(run, {
    ...{ to: ["CRI"], responsible: "CRI", replyBy: "2027-02-19", dueOn: "2027-02-27", at: "2027-02-09T15:00:00Z" },
  });
  await insertMeeting(run, "2027-03-24", "2027-02-09T15:00:00Z");
  // One a day: before the answer, before the commitment, progress three weeks and three days ahead, the view; the day after the answer.
  for (const day of ["12", "15", "16", "17", "22"]) {
    await go(`2027-02-${day}T15:00:00Z`);
    await refuse();
  }
  const written = (await region.mails()).filter(({ toAddress }) => toAddress === old).map(({ kind }) => kind);
  expect(written.toSorted()).toEqual(
    ["commitment_before_14", "progress_asked", "reply_before_7", "reply_overdue_1", "view_given"].toSorted(),
  );
  await correct(id, corrected);
  await go("2027-02-26T15:00:00Z");
  // The request before the day of the answer was followed by another one.
  expect(await arrived()).toEqual(["commitment_before_14", "progress_asked", "reply_overdue_1", "view_given"]);
});
