import { randomUUID } from "node:crypto";
import { createTestDatabase, type FixedClock, fixedClock, startMailSink, testClient } from "@avances/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { insertCommitment, insertReply, type MadeCommitment } from "../../testing/commitments.ts";
import { createTestRegion, quickTiming, type TestRegion, testLog } from "../../testing/region.ts";
import { schedulerByHand } from "../delivery/run-scheduler.ts";
import { planMatters } from "./matter-requests.ts";
import { planAll } from "./plan-all.ts";

let region: TestRegion<FixedClock>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
afterEach(() => region.close());

const asOwner = async <Row>(statement: string, values: unknown[] = []): Promise<readonly Row[]> => {
  const owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    return (await owner.query(statement, values)).rows as Row[];
  } finally {
    await owner.end();
  }
};

/** 1 March 2027, 09:00 in San José. Focal points of Costa Rica, Honduras and Guatemala, and an observer of IOM. */
async function theNetwork(): Promise<void> {
  database = await createTestDatabase();
  region = await createTestRegion(database, fixedClock("2027-01-04T15:00:00Z"));
  for (const [country, email] of [
    ["CRI", "ana@cri.example"],
    ["HND", "ines@hnd.example"],
    ["GTM", "luz@gtm.example"],
  ])
    await region.addPerson({
      role: "focal_point",
      country: country as string,
      displayName: `Punto ${country}`,
      email: email as string,
      language: "es",
    });
  const observer = await region.addPerson({ role: "observer", displayName: "Oli", email: "oli@iom.example" });
  await asOwner("update app.app_user set organisation_code = 'IOM' where id = $1", [observer]);
  region.clock.set("2027-03-01T15:00:00Z");
}

const aCommitment = (more: Partial<MadeCommitment> = {}) => insertCommitment(asOwner, more);
const reply = (matterId: string, code: string, at: string) => insertReply(asOwner, matterId, code, at);
const stage = (matterId: string, to: string) =>
  asOwner("update app.commitment set stage = $2 where matter_id = $1", [matterId, to]);

const deps = () => ({ ...region, newId: randomUUID, log: testLog });
const plan = async (now?: string) => {
  if (now !== undefined) region.clock.set(now);
  return (await planMatters(deps())).queued;
};
/** Plans and sends what is due: here, keeps it. */
const run = async (now: string) => {
  region.clock.set(now);
  await schedulerByHand({ ...region, log: testLog })();
};
interface LedgerRow {
  readonly step: string;
  readonly code: string;
  readonly superseded: string | null;
  readonly day: string;
}
const ledger = async () =>
  (
    await asOwner<LedgerRow>(
      `select step, participant_code as code, superseded, to_char(created_at at time zone 'America/Costa_Rica', 'MM-DD') as day
       from app.matter_request order by created_at, participant_code, step`,
    )
  ).map(({ step, code, superseded, day }) => `${day} ${code} ${step} ${superseded ?? "written"}`);
const mails = async () => (await region.mails()).filter(({ kind }) => /^(reply|commitment|matter)_/.test(kind));
const outcomes = async () =>
  (await mails()).map(({ toAddress, state, lastAnswer }) => `${toAddress} ${state} ${lastAnswer}`);

const before = "2027-04-23T15:00:00Z";
const after = "2027-05-03T15:00:00Z";

describe("planning requests about commitments", () => {
  test("over the whole time those who have not answered are asked twice, whoever has answered is not, however many planners run", async () => {
    await theNetwork();
    const matterId = await aCommitment();
    await reply(matterId, "CRI", "2027-03-10T15:00:00Z");
    for (let day = 0; day <= 120; day += 1) {
      region.clock.set(new Date(Date.UTC(2027, 2, 1 + day, 15, 30)).toISOString());
      if (day === 58) await reply(matterId, "GTM", region.clock.now().toISOString());
      const [one, other] = await Promise.all([planMatters(deps()), planMatters(deps())]);
      expect(await plan()).toBe(0);
      // Two planners at once write each request once.
      expect(one.queued + other.queued).toBe([53].includes(day) ? 2 : day === 63 ? 1 : 0);
    }
    expect(await ledger()).toEqual([
      "04-23 GTM reply_before_7 written",
      "04-23 HND reply_before_7 written",
      "05-03 HND reply_overdue_1 written",
    ]);
  });

  test("the message names meeting, point, day and page, and no word of the commitment", async () => {
    await theNetwork();
    const matterId = await aCommitment({ to: ["HND"] });
    expect(await plan("2027-04-23T14:59:59Z")).toBe(0);
    expect(await plan(before)).toBe(1);
    const [mail] = await mails();
    expect(mail).toMatchObject({
      ...{ kind: "reply_before_7", toAddress: "ines@hnd.example", language: "es", countryCode: "HND" },
      subject:
        "Recordatorio, faltan 7 días (30 de abril de 2027): respuesta a un compromiso, reunión del 18 de febrero de 2027 (punto 3b)",
    });
    expect(mail?.bodyText).toContain(
      "El 1 de marzo de 2027 la Secretaría Técnica envió a Honduras un compromiso de la reunión de la Red de Funcionarios de Enlace del 18 de febrero de 2027 (punto 3b), con 1 documento. Desde entonces no consta ninguna respuesta de Honduras.",
    );
    expect(mail?.bodyText).toContain(
      "La respuesta se espera a más tardar el viernes 30 de abril de 2027 a las 23:59, hora de Tegucigalpa; faltan 7 días.",
    );
    expect(mail?.bodyText).toContain(`https://avances.example/es/network/commitments/${matterId}`);
    expect(JSON.stringify(mail)).not.toContain("canary");
    // With words that the Secretariat has written since, on its day it stays as it was; on a later one they stand in it.
    await asOwner(
      `insert into app.notice_wording (id, kind, language, version, subject, opening, closing, created_at, created_by, created_by_name)
       values ($1, 'reply_before_7', 'es', 1, 'Con aprecio, {{standing}}: {{commitment}}', 'Sobre el {{commitment}}, {{country}}.', '', now(), $1, 'Paula')`,
      [randomUUID()],
    );
    await run(before);
    expect((await mails())[0]).toMatchObject({ subject: mail?.subject, wordingId: null });
    await asOwner("update app.outgoing_mail set state = 'queued', next_attempt_at = $1", ["2027-04-26T15:00:00Z"]);
    await run("2027-04-26T15:00:00Z");
    const [anew] = await mails();
    expect(anew?.subject).toBe(
      "Con aprecio, faltan 4 días (30 de abril de 2027): compromiso, reunión del 18 de febrero de 2027 (punto 3b)",
    );
    expect(anew?.bodyText).toContain(
      "Sobre el compromiso de la reunión de la Red de Funcionarios de Enlace del 18 de febrero de 2027 (punto 3b), Honduras.\n\nEl 1 de marzo",
    );
    expect(anew?.bodyText).toContain("viernes 30 de abril de 2027 a las 23:59, hora de Tegucigalpa; faltan 4 días.");
  });

  test("whoever owes it is asked before its day and after it; the Secretariat asks itself nothing", async () => {
    await theNetwork();
    await aCommitment({ to: [], responsible: "GTM", dueOn: "2027-04-30", replyBy: null });
    await aCommitment({ to: [], responsible: "RCM-TS", dueOn: "2027-04-30", replyBy: null });
    expect(await plan("2027-04-16T15:00:00Z")).toBe(1);
    expect(await plan(after)).toBe(1);
    expect(await ledger()).toEqual([
      "04-16 GTM commitment_before_14 written",
      "05-03 GTM commitment_overdue_1 written",
    ]);
    const [, overdue] = await mails();
    expect(overdue?.bodyText).toContain("Se registró a Guatemala como responsable de un compromiso de la reunión");
    expect(overdue?.bodyText).toContain("Su fecha era el viernes 30 de abril de 2027, hace 3 días.");
  });

  test("an organisation is asked for its answer as a country is, and reminded of what it owes", async () => {
    await theNetwork();
    await aCommitment({ to: ["IOM"], responsible: "IOM", dueOn: "2027-04-30" });
    expect(await plan("2027-04-16T15:00:00Z")).toBe(1);
    expect(await plan(before)).toBe(1);
    const [mail] = (await mails()).filter(({ bodyText }) => bodyText.includes("responsible"));
    expect(mail?.bodyText).toContain("Your organisation is named as responsible for a commitment");
    expect(mail?.bodyText).toContain("On its page you can say how far it has come.");
  });

  test("nothing is asked once it is done, dropped or withdrawn, and what is old is left alone", async () => {
    await theNetwork();
    const [done, dropped, withdrawn] = [await aCommitment(), await aCommitment(), await aCommitment()];
    await stage(done, "done");
    await stage(dropped, "dropped");
    await asOwner(
      "update app.matter set state = 'withdrawn', revision = revision + 1, withdrawn_at = now(), withdrawn_by = created_by, withdrawn_by_name = 'Paula', withdrawn_reason = 'A mistake' where id = $1",
      [withdrawn],
    );
    await aCommitment({ responsible: "CRI", dueOn: "2026-12-01", replyBy: null });
    expect(await plan(before)).toBe(0);
  });

  test("days off and holds of the country, in whatever round, are kept; one message a person and day", async () => {
    await theNetwork();
    await region.openRound({
      year: 2027,
      opensOn: "2027-02-01",
      dueOn: "2027-12-30",
      countries: ["CRI", "HND", "GTM"],
    });
    const [first, second] = [await aCommitment(), await aCommitment({ to: ["GTM"] })];
    await region.keepQuiet("CRI", "2027-04-23", "2027-04-23");
    await asOwner(
      `insert into app.hold (id, round_year, country_code, last_day, reason, created_at, created_by, created_by_name)
       values ($1, 2027, 'HND', '2027-04-26', 'An election', now(), $2, 'Paula')`,
      [randomUUID(), randomUUID()],
    );
    expect(await plan(before)).toBe(1);
    expect(await plan("2027-04-26T15:00:00Z")).toBe(2);
    expect(await plan("2027-04-27T15:00:00Z")).toBe(1);
    expect((await ledger()).map((line) => line.slice(0, 9))).toEqual([
      "04-23 GTM",
      "04-26 CRI",
      "04-26 GTM",
      "04-27 HND",
    ]);
    const asked = await asOwner<{ matter_id: string }>("select distinct matter_id from app.matter_request");
    expect(asked.map(({ matter_id }) => matter_id).sort()).toEqual([first, second].sort());
  });

  test("whoever gets another message that day is asked on the next; a fault with one commitment leaves the others alone", async () => {
    await theNetwork();
    const ines =
      (await asOwner<{ id: string }>("select id from app.app_user where email = 'ines@hnd.example'"))[0]?.id ?? "";
    await aCommitment({ to: ["HND"] });
    await aCommitment({ to: ["GTM"] });
    region.clock.set(before);
    await region.queueMail(ines, "Something else");
    const newId = vi.fn(randomUUID);
    newId.mockImplementationOnce(() => "broken" as ReturnType<typeof randomUUID>);
    const log = { error: vi.fn() };
    expect(await planMatters({ ...region, newId, log })).toEqual({ queued: 0 });
    expect(log.error).toHaveBeenCalledTimes(1);
    // What was not written leaves nothing behind.
    expect(await ledger()).toEqual([]);
    expect((await planAll(deps())).queued).toBe(1);
    expect(await plan("2027-04-26T15:00:00Z")).toBe(1);
  });
});

describe("a request about a commitment right before it leaves", () => {
  const waiting = async () => {
    await theNetwork();
    const matterId = await aCommitment({ to: ["HND"] });
    await plan(before);
    return matterId;
  };

  test("it leaves in its hours, and waits for them after an outage, with the words of its day", async () => {
    await waiting();
    await run("2027-04-24T02:00:00Z");
    expect(await outcomes()).toEqual(["ines@hnd.example queued "]);
    await run("2027-04-26T15:00:00Z");
    expect(await outcomes()).toEqual(["ines@hnd.example kept kept-here"]);
    expect((await mails())[0]?.subject).toMatch(/^Recordatorio, faltan 4 días/);
  });

  /** As if a person had sent it. */
  const byHand = async () => {
    await waiting();
    // Its rows never change but here.
    await asOwner("set session_replication_role = replica; update app.matter_request set step = 'matter_resend'");
    await asOwner("update app.outgoing_mail set kind = 'matter_resend' where kind = 'reply_before_7'");
  };

  test("what a person sends leaves at once, also in the evening", async () => {
    await byHand();
    await run("2027-04-24T02:00:00Z");
    expect(await outcomes()).toEqual(["ines@hnd.example kept kept-here"]);
  });

  test.each([
    ["on another day than it was sent", "select 1", "2027-04-24T07:00:00Z"],
    [
      "to an address that was corrected",
      "update app.outgoing_mail set last_answer = 'address-changed' where kind = 'matter_resend'",
      "2027-04-24T02:00:00Z",
    ],
    [
      "when it is tried again",
      "update app.outgoing_mail set fence = attempts + 1 where kind = 'matter_resend'",
      "2027-04-24T02:00:00Z",
    ],
  ])("what a person sent and leaves later, %s, waits for the hours of its side", async (_, happens, night) => {
    await byHand();
    await asOwner(happens);
    await run(night);
    expect((await outcomes())[0]).toMatch(/^ines@hnd\.example queued/);
    await run("2027-04-26T15:00:00Z");
    expect(await outcomes()).toEqual(["ines@hnd.example kept kept-here"]);
  });

  test.each([
    ["it was answered", (id: string) => reply(id, "HND", "2027-04-23T15:30:00Z"), "matter-settled"],
    ["it is done", (id: string) => stage(id, "done"), "matter-settled"],
    [
      "its day was moved",
      (id: string) => asOwner("update app.commitment set reply_by = '2027-05-30' where matter_id = $1", [id]),
      "date-changed",
    ],
    [
      "its reader acts for another country",
      () => asOwner("update app.app_user set country_code = 'MEX' where email = 'ines@hnd.example'"),
      "matter-settled",
    ],
    [
      "its reader has left",
      () => asOwner("update app.app_user set ended_at = now() where email = 'ines@hnd.example'"),
      "account-ended",
    ],
  ])("it is stopped when %s", async (_, change, outcome) => {
    const matterId = await waiting();
    await change(matterId);
    await run("2027-04-23T16:00:00Z");
    expect(await outcomes()).toEqual([`ines@hnd.example stopped ${outcome}`]);
  });

  test("it is stopped when its day has come meanwhile", async () => {
    await waiting();
    await run("2027-05-03T16:00:00Z");
    expect((await outcomes())[0]).toBe("ines@hnd.example stopped date-changed");
  });

  test("a refused address gets no further request until somebody says that it is right", async () => {
    await waiting();
    const sink = await startMailSink();
    sink.faults.forRecipient("ines@hnd.example", { kind: "reject-recipient", answer: "5.1.1 User unknown" });
    const live = { mailMode: "live", smtpUrl: sink.url, timing: quickTiming } as const;
    const deliver = schedulerByHand({ ...region, log: testLog, config: { ...region.config, ...live } });
    await deliver();
    region.clock.set(after);
    await deliver();
    await sink.close();
    expect((await outcomes()).map((one) => one.replace(/5\d\d.*/, "refused"))).toEqual([
      "ines@hnd.example dead refused",
      "ines@hnd.example dead address-refused",
    ]);
  });
});
