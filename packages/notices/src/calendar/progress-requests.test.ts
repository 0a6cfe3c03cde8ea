import { randomUUID } from "node:crypto";
import { createTestDatabase, type FixedClock, fixedClock, startMailSink, testClient } from "@avances/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { insertCommitment } from "../../testing/commitments.ts";
import {
  cancelMeeting,
  correctMeeting,
  insertMeeting,
  insertNarrative,
  withdrawNarrative,
} from "../../testing/progress.ts";
import { createTestRegion, quickTiming, type TestRegion, testLog } from "../../testing/region.ts";
import { schedulerByHand } from "../delivery/run-scheduler.ts";
import { planAll } from "./plan-all.ts";
import { planProgress } from "./progress-requests.ts";

let region: TestRegion<FixedClock>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let meetingId: string;
let people: readonly { readonly id: string; readonly country: string | null }[];
beforeAll(async () => {
  database = await createTestDatabase();
  region = await createTestRegion(database, fixedClock(entered));
  for (const [role, country, email] of theirs)
    await region.addPerson({ role, country, email, displayName: email.split("@")[0] as string, language: "es" });
  people = await asOwner("select id, country_code as country from app.app_user");
});
afterAll(() => region?.close());

const asOwner = async <Row>(statement: string, values: unknown[] = []): Promise<readonly Row[]> => {
  const owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    return (await owner.query(statement, values)).rows as Row[];
  } finally {
    await owner.end();
  }
};

const entered = "2026-10-01T15:00:00Z";
/** Who speaks for Costa Rica, Honduras and Guatemala, and some who do not. */
const theirs = [
  ["focal_point", "CRI", "ana@cri.example"],
  ["approver", "CRI", "signs@cri.example"],
  ["contributor", "CRI", "fills@cri.example"],
  ["focal_point", "HND", "ines@hnd.example"],
  ["alternate", "HND", "alba@hnd.example"],
  ["liaison_officer", "GTM", "luz@gtm.example"],
  ["rcgm_delegate", null, "vice@rcgm.example"],
  ["observer", null, "oli@iom.example"],
] as const;
/** What a test may leave behind. */
const written = [
  ...([
    "progress_request",
    "matter_request",
    "outgoing_mail",
    "notice",
    "hold",
    "quiet_period",
    "submission_act",
  ] as const),
  ...(["submission", "round_act", "round", "narrative", "dispatch", "commitment", "matter", "body_term"] as const),
  ...(["meeting_act", "meeting"] as const),
];

/** A meeting on Wednesday, 10 March 2027, entered in October, and nothing else. Rows of ledgers never go, but here. */
beforeEach(async () => {
  const emptied = written.map((table) => `delete from app.${table};`).join(" ");
  await asOwner(
    `set session_replication_role = replica; ${emptied} delete from app.notice_wording; update app.app_user set ended_at = null;`,
  );
  for (const { id, country } of people)
    await asOwner("update app.app_user set country_code = $2 where id = $1 and country_code is distinct from $2", [
      id,
      country,
    ]);
  region.clock.set(entered);
  meetingId = await insertMeeting(asOwner, "2027-03-10", entered);
});

const deps = () => ({ ...region, newId: randomUUID, log: testLog });
const plan = async (now?: string) => {
  if (now !== undefined) region.clock.set(now);
  return (await planProgress(deps())).queued;
};
/** Plans and sends what is due: here, keeps it. */
const run = async (now: string) => {
  region.clock.set(now);
  await schedulerByHand({ ...region, log: testLog })();
};
const nine = (day: string) => `${day}T15:00:00Z`;
const first = nine("2027-02-03");
interface LedgerRow {
  readonly step: string;
  readonly email: string;
  readonly superseded: string | null;
  readonly day: string;
}
const ledger = async () =>
  (
    await asOwner<LedgerRow>(
      `select step, email, superseded, to_char(r.created_at at time zone 'America/Costa_Rica', 'MM-DD') as day
       from app.progress_request r join app.app_user u on u.id = r.user_id order by r.created_at, email, step`,
    )
  ).map(({ step, email, superseded, day }) => `${day} ${email.slice(0, 3)} ${step} ${superseded ?? "written"}`);
const mails = async () => (await region.mails()).filter(({ kind }) => kind.startsWith("progress_"));
const outcomes = async () =>
  (await mails()).map(({ toAddress, state, lastAnswer }) => `${toAddress} ${state} ${lastAnswer}`.trim()).sort();
const tell = (country: string, instrument: "TIP" | "SOM", more: Parameters<typeof insertNarrative>[4] = {}) =>
  insertNarrative(asOwner, meetingId, country, instrument, more);

describe("planning requests for progress before a meeting", () => {
  test("over the whole time those who speak for a country that has not filed are asked three times, however many planners run", async () => {
    await tell("CRI", "TIP");
    await tell("CRI", "SOM", { visibility: "secretariat" });
    await tell("GTM", "TIP");
    await tell("GTM", "SOM", { state: "draft" });
    for (const day of [0, 13, 14, 15, 31, 33, 34, 36, 37, 48, 49, 50]) {
      region.clock.set(new Date(Date.UTC(2027, 0, 20 + day, 15, 30)).toISOString());
      // Guatemala files on 20 February.
      if (day === 31) await tell("GTM", "SOM");
      const [one, other] = await Promise.all([planProgress(deps()), planProgress(deps())]);
      expect(await plan()).toBe(0);
      expect(one.queued + other.queued).toBe({ 14: 3, 33: 2, 36: 2 }[day] ?? 0);
    }
    expect(await ledger()).toEqual([
      "02-03 alb progress_asked written",
      "02-03 ine progress_asked written",
      "02-03 luz progress_asked written",
      "02-22 alb progress_before_3 written",
      "02-22 ine progress_before_3 written",
      "02-25 alb progress_overdue_1 written",
      "02-25 ine progress_overdue_1 written",
    ]);
  });

  test("the message names the meeting, the last minute in the reader's capital, and what is there and missing; no word, and no draft", async () => {
    await tell("GTM", "TIP");
    await tell("GTM", "SOM", { state: "draft" });
    await plan(first);
    const mail = (await mails()).find(({ toAddress }) => toAddress === "luz@gtm.example");
    expect(mail).toMatchObject({
      ...{ kind: "progress_asked", language: "es", countryCode: "GTM" },
      subject: "Solicitud, faltan 21 días (24 de febrero de 2027): avances para la reunión del 10 de marzo de 2027",
    });
    expect(mail?.bodyText).toContain(
      "se solicita atentamente compartir los avances de Guatemala en materia de tráfico ilícito de migrantes desde la última reunión.",
    );
    expect(mail?.bodyText).toContain("miércoles 24 de febrero de 2027 a las 23:59, hora de Ciudad de Guatemala");
    expect(mail?.bodyText).toContain(
      "– Trata de personas: presentados y compartidos con las demás delegaciones\n– Tráfico ilícito de migrantes: sin presentar",
    );
    expect(mail?.bodyText).toContain(`https://avances.example/es/network/narratives/new?meeting=${meetingId}`);
    expect(JSON.stringify(mail)).not.toContain("canary");
  });

  test("an exemption from a round excuses nobody; who was no member of the body then, and other bodies' meetings, are left out", async () => {
    await region.openRound({ year: 2027, opensOn: "2027-01-11", dueOn: "2027-12-30", countries: ["CRI", "HND"] });
    await region.change(2027, "CRI", { status: "exempt", exemptReason: "An election" });
    await insertMeeting(asOwner, "2027-03-11", "2026-10-01T15:00:00Z", "RCGM");
    await asOwner(
      `insert into app.body_term (id, body_code, participant_code, role, from_on, until_on, source, created_at, created_by, created_by_name)
       values ($1, 'LON', 'HND', 'member', '2013-01-01', '2026-12-31', 'A letter', now(), $1, 'Paula')`,
      [randomUUID()],
    );
    expect(await plan(first)).toBe(2);
    expect((await ledger()).map((line) => line.slice(6, 9))).toEqual(["ana", "luz"]);
  });

  test("days off and holds of the country are kept; one message a person and day, and what is asked about commitments goes before", async () => {
    await region.openRound({
      year: 2027,
      opensOn: "2027-01-11",
      dueOn: "2027-12-30",
      countries: ["CRI", "HND", "GTM"],
    });
    await region.keepQuiet("CRI", "2027-02-03", "2027-02-03");
    await asOwner(
      `insert into app.hold (id, round_year, country_code, last_day, reason, created_at, created_by, created_by_name)
       values ($1, 2027, 'HND', '2027-02-04', 'An election', now(), $1, 'Paula')`,
      [randomUUID()],
    );
    await insertCommitment(asOwner, {
      to: [],
      responsible: "GTM",
      dueOn: "2027-02-17",
      replyBy: null,
      at: nine("2027-01-04"),
    });
    region.clock.set(first);
    expect((await planAll(deps())).queued).toBeGreaterThan(0);
    expect(await mails()).toEqual([]);
    expect(await plan(nine("2027-02-04"))).toBe(2);
    expect(await plan(nine("2027-02-05"))).toBe(2);
    expect((await ledger()).map((line) => line.slice(0, 9))).toEqual([
      "02-04 ana",
      "02-04 luz",
      "02-05 alb",
      "02-05 ine",
    ]);
  });

  test("a meeting that moves is asked for anew, and says so; another place changes nothing", async () => {
    await run(first);
    await correctMeeting(asOwner, meetingId, nine("2027-02-05"), { place: "Colón" });
    expect(await plan(nine("2027-02-08"))).toBe(0);
    await correctMeeting(asOwner, meetingId, nine("2027-02-08"), { heldOn: "2027-03-03" });
    // From then on it is awaited by 17 February.
    expect(await plan(nine("2027-02-09"))).toBe(4);
    const mail = (await mails()).at(-1);
    expect(mail?.subject).toBe(
      "Recordatorio, faltan 8 días (17 de febrero de 2027): avances para la reunión del 3 de marzo de 2027",
    );
    expect(mail?.bodyText).toContain(
      "La fecha de la reunión cambió: en el último mensaje a usted era el 10 de marzo de 2027.",
    );
    expect(mail?.bodyText).toContain("(Colón)");
  });

  test("what was filed and withdrawn is asked for at the next step, and said to be withdrawn", async () => {
    const told = await tell("CRI", "TIP");
    await tell("CRI", "SOM");
    await withdrawNarrative(asOwner, told, nine("2027-02-12"));
    await plan(nine("2027-02-12"));
    expect((await mails()).map(({ toAddress }) => toAddress)).not.toContain("ana@cri.example");
    await plan(nine("2027-02-22"));
    const mail = (await mails()).find(({ toAddress }) => toAddress === "ana@cri.example");
    expect(mail?.kind).toBe("progress_before_3");
    expect(mail?.bodyText).toContain("– Trata de personas: presentados, y retirados después");
  });

  test("a fault with one country leaves the others alone", async () => {
    region.clock.set(first);
    const newId = vi.fn(randomUUID);
    newId.mockImplementationOnce(() => "broken" as ReturnType<typeof randomUUID>);
    const log = { error: vi.fn() };
    expect(await planProgress({ ...region, newId, log })).toEqual({ queued: 3 });
    expect(log.error).toHaveBeenCalledTimes(1);
    // What was not written leaves nothing behind, and is written the next time.
    expect(await plan()).toBe(1);
  });
});

/** A new version of the words that the secretariat wrote. */
const write = async (
  kind: string,
  language: "en" | "es",
  version: number,
  words: readonly string[],
): Promise<string> => {
  const id = randomUUID();
  await asOwner(
    `insert into app.notice_wording (id, kind, language, version, subject, opening, closing, created_at, created_by, created_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, now(), $1, 'Paula')`,
    [id, kind, language, version, ...words],
  );
  return id;
};

describe("words that the secretariat wrote for requests for progress", () => {
  test("stand in the mail to a reader of their language, around every fact; a message that is made keeps them on its day", async () => {
    await asOwner("update app.app_user set language = 'en' where email = 'luz@gtm.example'");
    const es = await write("progress_asked", "es", 1, [
      "Atenta solicitud, {{standing}}: {{meeting}}",
      "La Secretaría saluda con aprecio a {{country}}.",
      "Agradecemos de antemano lo que compartan.",
    ]);
    const en = await write("progress_asked", "en", 1, [
      "Kind request, {{standing}}: {{meeting}}",
      "The Secretariat greets {{country}} with esteem before the {{meeting}}.",
      "",
    ]);
    await plan(first);
    const of = async (address: string) => (await mails()).find(({ toAddress }) => toAddress === address);
    const ines = await of("ines@hnd.example");
    expect(ines).toMatchObject({
      wordingId: es,
      subject: "Atenta solicitud, faltan 21 días (24 de febrero de 2027): reunión del 10 de marzo de 2027",
    });
    expect(ines?.bodyText).toContain("La Secretaría saluda con aprecio a Honduras.\n\nCon miras a la reunión");
    expect(ines?.bodyText).toContain("miércoles 24 de febrero de 2027 a las 23:59, hora de Tegucigalpa");
    expect(ines?.bodyText).toContain("/es/network/narratives/new?meeting=");
    expect(ines?.bodyText).toContain("Agradecemos de antemano lo que compartan.\n\nSi entretanto");
    expect(ines?.bodyHtml).toContain("La Secretaría saluda con aprecio a Honduras.");
    const luz = await of("luz@gtm.example");
    expect(luz).toMatchObject({
      wordingId: en,
      subject: "Kind request, 21 days left (24 February 2027): meeting of 10 March 2027",
    });
    expect(luz?.bodyText).toContain(
      "The Secretariat greets Guatemala with esteem before the meeting of 10 March 2027.\n\nWith a view to the meeting",
    );
    expect(luz?.bodyText).toContain("Wednesday, 24 February 2027 at 23:59, Guatemala City time");

    // Edited between writing and sending; meanwhile Honduras has filed one of the two.
    const later = await write("progress_asked", "es", 2, ["Nueva solicitud, {{standing}}: {{meeting}}", "", ""]);
    await tell("HND", "TIP");
    await run("2027-02-03T16:00:00Z");
    const left = await of("ines@hnd.example");
    expect(left).toMatchObject({ state: "kept", wordingId: es, subject: ines?.subject });
    expect(left?.bodyText).toContain("– Trata de personas: presentados y compartidos");
    expect(left?.bodyText).toContain("La Secretaría saluda con aprecio a Honduras.");
    // On another day it is written anew.
    await asOwner("update app.outgoing_mail set state = 'queued', next_attempt_at = $1 where id = $2", [
      nine("2027-02-05"),
      ines?.id,
    ]);
    await run(nine("2027-02-05"));
    expect(await of("ines@hnd.example")).toMatchObject({
      ...{ state: "kept", wordingId: later },
      subject: "Nueva solicitud, faltan 19 días (24 de febrero de 2027): reunión del 10 de marzo de 2027",
    });
  });
});

describe("a request for progress right before it leaves", () => {
  const waiting = async (at = first) => {
    await asOwner(
      "update app.app_user set ended_at = now() where email not in ('ines@hnd.example', 'ana@cri.example')",
    );
    await tell("CRI", "TIP");
    await tell("CRI", "SOM");
    expect(await plan(at)).toBe(1);
  };

  test("it leaves in its hours, and waits for them after an outage, with the words of its day", async () => {
    await waiting();
    await run("2027-02-04T02:00:00Z");
    expect(await outcomes()).toEqual(["ines@hnd.example queued"]);
    await tell("HND", "TIP");
    await run(nine("2027-02-05"));
    expect(await outcomes()).toEqual(["ines@hnd.example kept kept-here"]);
    const [mail] = await mails();
    expect(mail?.subject).toMatch(/^Solicitud, faltan 19 días/);
    expect(mail?.bodyText).toContain("– Trata de personas: presentados y compartidos");
  });

  test.each([
    ["it was filed", () => Promise.all([tell("HND", "TIP"), tell("HND", "SOM")]), "progress-settled"],
    ["the meeting was cancelled", () => cancelMeeting(asOwner, meetingId), "progress-settled"],
    [
      "the meeting was moved",
      () => correctMeeting(asOwner, meetingId, nine("2027-02-03"), { heldOn: "2027-03-17" }),
      "date-changed",
    ],
    [
      "its reader acts for another country",
      () => asOwner("update app.app_user set country_code = 'MEX' where email = 'ines@hnd.example'"),
      "progress-settled",
    ],
    [
      "its reader has left",
      () => asOwner("update app.app_user set ended_at = now() where email = 'ines@hnd.example'"),
      "account-ended",
    ],
  ])("it is stopped when %s", async (_, change, outcome) => {
    await waiting();
    await change();
    await run("2027-02-03T16:00:00Z");
    expect((await outcomes()).filter((one) => one.startsWith("ines"))).toEqual([`ines@hnd.example stopped ${outcome}`]);
  });

  test("what was written before the day does not leave after it, and nothing leaves once the meeting has begun", async () => {
    await waiting(nine("2027-02-22"));
    await run(nine("2027-02-25"));
    expect(await outcomes()).toEqual(["ines@hnd.example kept kept-here", "ines@hnd.example stopped date-changed"]);
    const [, after] = await mails();
    expect(after?.subject).toMatch(/^Solicitud, 1 día después de su fecha/);
    await asOwner("update app.outgoing_mail set state = 'queued', next_attempt_at = $1 where id = $2", [
      nine("2027-03-10"),
      after?.id,
    ]);
    await run(nine("2027-03-10"));
    expect(await outcomes()).toContain("ines@hnd.example stopped progress-settled");
  });

  test("a refused address gets no further request until somebody says that it is right", async () => {
    await waiting(nine("2027-02-22"));
    const sink = await startMailSink();
    sink.faults.forRecipient("ines@hnd.example", { kind: "reject-recipient", answer: "5.1.1 User unknown" });
    const live = { mailMode: "live", smtpUrl: sink.url, timing: quickTiming } as const;
    const deliver = schedulerByHand({ ...region, log: testLog, config: { ...region.config, ...live } });
    await deliver();
    region.clock.set(nine("2027-02-25"));
    await deliver();
    await sink.close();
    expect((await outcomes()).map((one) => one.replace(/5\d\d.*/, "refused")).sort()).toEqual([
      "ines@hnd.example dead address-refused",
      "ines@hnd.example dead refused",
    ]);
  });
});
