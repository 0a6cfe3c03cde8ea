import { randomUUID } from "node:crypto";
import { createTestDatabase, type FixedClock, fixedClock, testClient } from "@avances/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createTestRegion, type TestRegion, testLog } from "../../testing/region.ts";
import { schedulerByHand } from "../delivery/run-scheduler.ts";
import { ticketHash, ticketToken } from "../letters/ticket.ts";
import { planSections } from "./section-reminders.ts";

let region: TestRegion<FixedClock>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let ana: string;
afterEach(() => region.close());

/** Costa Rica on 10 February 2027, 09:00 in San José, with a focal point who may ask for sections due on Monday, 15 March. */
async function costaRica(): Promise<void> {
  database = await createTestDatabase();
  region = await createTestRegion(database, fixedClock("2027-02-10T15:00:00Z"));
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", countries: ["CRI", "GTM"] });
  ana = await region.addPerson({
    role: "focal_point",
    country: "CRI",
    displayName: "Ana Mora",
    email: "ana@cri.example",
  });
}
const ask = (more: Partial<Parameters<typeof region.askForSection>[0]> = {}) =>
  region.askForSection({ year: 2027, country: "CRI", dueOn: "2027-03-15", invitedBy: ana, ...more });
const plan = async (now?: string) => {
  if (now !== undefined) region.clock.set(now);
  return (await planSections({ ...region, newId: randomUUID, log: testLog })).queued;
};
/** Plans and sends what is due: here, keeps it. */
const run = async (now: string) => {
  region.clock.set(now);
  await schedulerByHand({ ...region, log: testLog })();
};
const ledger = async () =>
  (await region.sectionReminders()).map(({ step, superseded }) => `${step} ${superseded ?? "written"}`);
const reminders = async () =>
  (await region.mails()).filter(({ kind }) => kind === "section_before" || kind === "section_overdue");
const asOwner = async <Row>(statement: string, values: unknown[] = []): Promise<readonly Row[]> => {
  const owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    return (await owner.query(statement, values)).rows as Row[];
  } finally {
    await owner.end();
  }
};

const before = "2027-03-12T15:00:00Z";
const after = "2027-03-16T15:00:00Z";

describe("planning the reminders of sections", () => {
  test("one before its date and one after it, at nine in the capital, each once however often it is planned", async () => {
    await costaRica();
    await ask();
    expect(await plan("2027-03-12T14:59:59Z")).toBe(0);
    expect(await plan(before)).toBe(1);
    expect(await plan()).toBe(0);
    expect(await plan("2027-03-15T16:00:00Z")).toBe(0);
    const both = await Promise.all([plan(after), plan(after), plan(after)]);
    expect(both.sort()).toEqual([0, 0, 1]);
    expect(await plan("2027-03-29T15:00:00Z")).toBe(0);
    expect(await ledger()).toEqual(["section_before written", "section_overdue written"]);
  });

  test("the message is in the person's language, replies go to whoever asked, and its link is fresh and works", async () => {
    await costaRica();
    const section = await ask();
    await region.propose(section, "TIP-JUS-02");
    await plan(before);
    const [mail] = await reminders();
    expect(mail).toMatchObject({
      kind: "section_before",
      toAddress: "rosa@fiscalia.example",
      language: "es",
      replyTo: "ana@cri.example",
      subject:
        "Recordatorio, faltan 3 días (15 de marzo de 2027): 2 respuestas para el informe de Costa Rica, datos de 2026",
    });
    expect(mail?.bodyText).toContain("Reciba un atento saludo, Rosa Vargas.");
    expect(mail?.bodyText).toContain("Hay una propuesta suya para 1 de 2 respuestas.");
    expect(mail?.bodyText).not.toMatch(/canary|A note/);
    const [link] = await asOwner<{ id: string; token_hash: string; expires_at: Date; works: boolean }>(
      "select id, token_hash, expires_at, used_at is null and voided_at is null as works from auth.ticket where user_id = $1",
      [section.userId],
    );
    expect(link).toMatchObject({
      id: mail?.ticketId,
      token_hash: ticketHash(ticketToken(region.config.ticketKey, mail?.ticketId ?? "")),
      works: true,
      expires_at: new Date("2027-03-19T15:00:00Z"),
    });
    await plan(after);
    const [, overdue] = await reminders();
    expect(overdue?.subject).toMatch(/^Recordatorio, 1 día después de su fecha/);
  });

  test("it stops by itself when the section is handed in or taken back, and goes on when it is open again", async () => {
    await costaRica();
    const [handedIn, removed] = [await ask(), await ask({ email: "luis@salud.example" })];
    await region.handIn(handedIn, ana, region.clock.now());
    await region.removeSection(removed, ana);
    expect(await plan(before)).toBe(0);
    expect(await ledger()).toEqual([]);
    await region.handIn(handedIn, ana, null);
    expect(await plan()).toBe(1);
  });

  test("nobody is reminded while the report cannot be written, after the round was cancelled, or once the section is closed", async () => {
    await costaRica();
    await ask();
    await region.change(2027, "CRI", { status: "submitted", firstSubmittedAt: region.clock.now() });
    expect(await plan(before)).toBe(0);
    // Returned: what was asked for before may be locked.
    await region.change(2027, "CRI", { status: "returned", returnedAt: region.clock.now(), returnDueOn: "2027-03-30" });
    expect(await plan()).toBe(0);
    await region.change(2027, "CRI", { status: "draft", returnedAt: null, returnDueOn: null });
    await asOwner("update app.round set cancelled_at = now(), revision = revision + 1");
    expect(await plan()).toBe(0);
    await asOwner("update app.round set cancelled_at = null, revision = revision + 1");
    expect(await plan("2027-03-31T15:00:00Z")).toBe(0);
    expect(await plan(before)).toBe(1);
  });

  test("a missed one is caught up in sending hours, and what has passed is not announced", async () => {
    await costaRica();
    await ask();
    // Saturday, and Monday before nine.
    expect(await plan("2027-03-13T15:00:00Z")).toBe(0);
    expect(await plan("2027-03-15T14:59:00Z")).toBe(0);
    expect(await plan("2027-03-17T16:00:00Z")).toBe(1);
    expect(await ledger()).toEqual(["section_before date-passed", "section_overdue written"]);
    expect((await reminders()).map(({ subject }) => subject)).toEqual([
      "Recordatorio, 2 días después de su fecha (15 de marzo de 2027): 2 respuestas para el informe de Costa Rica, datos de 2026",
    ]);
  });

  test("whoever was asked that day or later is not reminded of the same date", async () => {
    await costaRica();
    region.clock.set("2027-03-12T14:00:00Z");
    await ask();
    expect(await plan(before)).toBe(0);
    expect(await ledger()).toEqual(["section_before told-otherwise"]);
  });

  test("another date has reminders of its own, none of a day on which it was told, and stops a message that names the old one", async () => {
    await costaRica();
    const section = await ask();
    await plan(before);
    await region.moveSection(section, ana, "2027-03-22");
    await run(before);
    expect((await reminders()).map(({ state, lastAnswer }) => `${state} ${lastAnswer}`)).toEqual([
      "stopped date-changed",
    ]);
    expect(await plan("2027-03-19T15:00:00Z")).toBe(1);
    const [, mail] = await reminders();
    expect(mail?.subject).toMatch(/^Recordatorio, faltan 3 días \(22 de marzo de 2027\)/);
    expect(mail?.bodyText).toContain("Con los cambios del 12 de marzo de 2027, Ana Mora le solicita 2 respuestas");
    await region.moveSection(section, ana, "2027-03-19");
    expect(await plan("2027-03-19T20:00:00Z")).toBe(0);
    expect(await plan("2027-03-22T15:00:00Z")).toBe(1);
    expect((await ledger()).slice(2)).toEqual(["section_before told-otherwise", "section_overdue written"]);
  });

  test("whoever was not told of another date is reminded of it all the same", async () => {
    await costaRica();
    const section = await ask({ dueOn: "2027-03-22" });
    region.clock.set("2027-03-12T14:00:00Z");
    await region.moveSection(section, ana, "2027-03-15", false);
    expect(await plan(before)).toBe(1);
    expect(await ledger()).toEqual(["section_before written"]);
  });

  test("one message a person and day: who was asked for two sections gets the second reminder the next working day", async () => {
    await costaRica();
    const [first, second] = [await ask(), await ask({ indicators: ["TIP-PRO-01"] })];
    await ask({ email: "luis@salud.example" });
    expect(await plan(before)).toBe(2);
    expect(await plan("2027-03-12T20:00:00Z")).toBe(0);
    expect(await plan("2027-03-15T15:00:00Z")).toBe(1);
    const told = (await region.sectionReminders()).map(({ sectionId }) => sectionId);
    expect(told).toHaveLength(3);
    expect(told).toEqual(expect.arrayContaining([first.id, second.id]));
  });

  test("a fault with one section leaves the others alone", async () => {
    await costaRica();
    await ask({ invitedByName: "Ana" });
    const broken = await ask({ email: "luis@salud.example", country: "CRI" });
    await asOwner("update app.app_user set language = 'es', display_name = 'Luis' where id = $1", [broken.userId]);
    const log = { error: vi.fn() };
    const newId = vi.fn(randomUUID);
    // The second id of the first section, its ticket, is no id.
    newId.mockImplementationOnce(randomUUID).mockImplementationOnce(() => "broken" as ReturnType<typeof randomUUID>);
    region.clock.set(before);
    expect(await planSections({ ...region, newId, log })).toEqual({ queued: 1 });
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(await plan()).toBe(1);
  });
});

describe("a reminder right before it leaves", () => {
  const outcomes = async () => (await reminders()).map(({ state, lastAnswer }) => `${state} ${lastAnswer}`);
  const waiting = async () => {
    await costaRica();
    const section = await ask();
    await plan(before);
    return section;
  };

  test("it leaves, and what became of it is known to those who asked", async () => {
    await waiting();
    await run(before);
    expect(await outcomes()).toEqual(["kept kept-here"]);
  });

  test("it is stopped when the section was handed in or taken back meanwhile", async () => {
    const section = await waiting();
    await region.handIn(section, ana, region.clock.now());
    await run(before);
    expect(await outcomes()).toEqual(["stopped section-settled"]);
  });

  test("it is stopped when the section was taken back", async () => {
    const section = await waiting();
    await region.removeSection(section, ana);
    await run(before);
    expect(await outcomes()).toEqual(["stopped section-settled"]);
  });

  test("it is stopped when the report was submitted, its round cancelled, its date came, or its link was replaced", async () => {
    await waiting();
    await region.change(2027, "CRI", { status: "submitted", firstSubmittedAt: region.clock.now() });
    await run(before);
    expect(await outcomes()).toEqual(["stopped status-changed submitted"]);
    await region.change(2027, "CRI", { status: "draft" });
    const again = () =>
      asOwner("update app.outgoing_mail set state = 'queued', last_answer = '' where kind = 'section_before'");
    await again();
    await asOwner("update app.round set cancelled_at = now(), revision = revision + 1");
    await run(before);
    expect(await outcomes()).toEqual(["stopped round-cancelled"]);
    await asOwner("update app.round set cancelled_at = null, revision = revision + 1");
    await again();
    await run("2027-03-15T16:00:00Z");
    expect((await outcomes())[0]).toBe("stopped date-changed");
    await again();
    await asOwner("update auth.ticket set voided_at = now()");
    await run("2027-03-12T16:00:00Z");
    expect((await outcomes())[0]).toBe("stopped link-used-up");
  });
});
