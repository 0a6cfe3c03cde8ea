import { createHash } from "node:crypto";
import {
  addComment,
  allContracts,
  askForSection,
  changeSection,
  getOwnPart,
  getSession,
  getSubmission,
  giveBackProposal,
  handInSection,
  listProposals,
  listSections,
  listSubmissions,
  openSectionLink,
  type ProposalView,
  readAnswers,
  removeSection,
  requestSectionLink,
  returnSubmission,
  saveAnswer,
  saveAnswers,
  sendSectionLink,
  takeProposals,
  undoTaking,
  withdrawProposal,
} from "@avances/contracts";
import { rolesFor } from "@avances/domain/access";
import { planAll, ticketHash } from "@avances/notices";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRound, auditOf, fill, sendReport } from "#testing/reporting-round.ts";
import { openSection, sectionToken } from "#testing/section-guest.ts";
import { startTestApi, type TestApi, type TestPerson, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let owner: ReturnType<typeof testClient>;
let ids: Readonly<Record<string, string>>;

const asked = ["TIP-JUS-02", "TIP-PRO-01"];
const reporter: Who = "focal_point:CRI";

beforeAll(async () => {
  api = await startTestApi();
  owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  ids = await aRound(api, 2027, ["CRI", "GTM", "PAN", "HND"]);
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

const idOf = (country: string) => ids[country] as string;
const answer = (reason: string) =>
  ({ state: "not_available", value: null, reason, comment: "", evidence: [] }) as const;

async function ask(
  country = "CRI",
  more: Partial<Parameters<typeof bodyOf>[0]> = {},
  as = `focal_point:${country}` as Who,
) {
  const reply = await api.call(askForSection, {
    as,
    params: { submissionId: idOf(country) },
    body: bodyOf(more),
    headers: {
      "idempotency-key": createHash("sha1")
        .update(JSON.stringify([country, more, Math.random()]))
        .digest("hex"),
    },
  });
  return reply;
}
function bodyOf(more: { address?: string; indicators?: string[]; dueOn?: string; name?: string }) {
  return {
    name: "Rosa Vargas",
    institution: "Ministerio Público",
    address: "rosa.vargas@fiscalia.example",
    language: "es" as const,
    indicators: asked,
    dueOn: "2027-03-15",
    note: "Les pedimos los datos de la fiscalía especializada.",
    ...more,
  };
}

const tokenOf = (sectionId: string) => sectionToken(api, owner, sectionId);
const open = (sectionId: string) => openSection(api, owner, sectionId);

async function guest(country = "CRI", more: Parameters<typeof ask>[1] = {}) {
  const reply = await ask(country, more);
  if (reply.status !== 201) throw new Error(reply.text);
  return { section: reply.body, person: await open(reply.body.id) };
}

async function propose(as: TestPerson | Who, country: string, indicatorCode: string, reason: string, revision = 0) {
  return api.call(saveAnswer, {
    as,
    params: { submissionId: idOf(country), indicatorCode },
    revision,
    body: answer(reason),
  });
}
/** The messages to this address, newest first. */
async function mailsTo(address: string) {
  const { rows } = await owner.query<{ subject: string; body: string; reply: string | null }>(
    `select subject, body_text as body, reply_to as reply from app.outgoing_mail where to_address = $1
     order by created_at desc, id desc`,
    [address],
  );
  return rows;
}
const giveBack = (country: string, { id, revision }: ProposalView, note: string) =>
  api.call(giveBackProposal, {
    as: `focal_point:${country}` as Who,
    params: { submissionId: idOf(country), proposalId: id },
    body: { revision, note },
  });
const proposalsOf = async (country: string) =>
  (await api.call(listProposals, { as: `focal_point:${country}` as Who, params: { submissionId: idOf(country) } })).body
    .proposals;
const sectionsOf = async (country: string) =>
  (await api.call(listSections, { as: `focal_point:${country}` as Who, params: { submissionId: idOf(country) } })).body;
const report = async (as: TestPerson | Who, country: string) =>
  (await api.call(getSubmission, { as, params: { submissionId: idOf(country) } })).body;
const seen = ({ id, revision, present }: ProposalView) => ({ id, revision, answerRevision: present?.revision ?? 0 });
const take = (country: string, proposals: readonly ProposalView[]) =>
  api.call(takeProposals, {
    as: `focal_point:${country}` as Who,
    params: { submissionId: idOf(country) },
    body: { proposals: proposals.map(seen) },
  });

describe("a section is asked for", () => {
  test("its person gets one message with one link, in the own language, and no account", async () => {
    const reply = await ask();
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      name: "Rosa Vargas",
      indicators: ["TIP-PRO-01", "TIP-JUS-02"]
        .filter((code) => asked.includes(code))
        .sort((a, b) => reply.body.indicators.indexOf(a) - reply.body.indicators.indexOf(b)),
      dueOn: "2027-03-15",
      endsAt: "2027-03-31T06:00:00.000Z",
      openedAt: null,
      counts: { asked: 2, proposed: 0, taken: 0, givenBack: 0, missing: 2 },
    });
    const { rows } = await owner.query<{ subject: string; body: string; to: string; reply: string; kind: string }>(
      `select subject, body_text as body, to_address as "to", reply_to as reply, kind from app.outgoing_mail where to_address = 'rosa.vargas@fiscalia.example'`,
    );
    expect(rows).toHaveLength(1);
    const focalPoint = await api.person(reporter);
    expect(rows[0]).toMatchObject({
      kind: "section_link",
      reply: focalPoint.email,
      subject: "2 respuestas para el informe de Costa Rica, datos de 2026",
    });
    expect(rows[0]?.body).toContain("Les pedimos los datos de la fiscalía especializada.");
    expect(rows[0]?.body.match(/\{\{ticket\}\}/g)).toHaveLength(1);
    const { rows: credentials } = await owner.query(
      "select from auth.credential c join app.app_user u on u.id = c.user_id where u.section_id is not null",
    );
    expect(credentials).toEqual([]);
  });

  test("at most sixty in a day by one person: a session in foreign hands makes the portal no sender of mails", async () => {
    const busy = "alternate:CRI#2" as Who;
    for (let number = 0; number < 60; number += 1)
      expect((await ask("CRI", { address: `many${number}@fiscalia.example` }, busy)).status).toBe(201);
    const refused = await ask("CRI", { address: "one.more@fiscalia.example" }, busy);
    expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "86400"]);
    expect((await ask("CRI", { address: "a.colleague@fiscalia.example" })).status).toBe(201);
  });

  test("not for a day that has passed or after the report's, not for an unknown indicator, and only by those who report", async () => {
    for (const more of [
      { dueOn: "2027-02-09" },
      { dueOn: "2027-05-01" },
      { indicators: ["TIP-LEG-99"] },
      { indicators: [] },
    ])
      expect([more, (await ask("CRI", more)).status]).toEqual([more, 400]);
    for (const as of ["contributor:CRI", "approver:CRI", "liaison_officer:CRI", "secretariat"] as const)
      expect([as, (await ask("CRI", {}, as)).status]).toEqual([as, 403]);
    expect((await ask("CRI", {}, "focal_point:GTM")).status).toBe(404);
    expect((await ask("CRI", {}, "alternate:CRI")).status).toBe(201);
    expect((await sectionsOf("CRI")).lastDay).toBe("2027-04-30");
  });

  test("the secretariat and colleagues learn nothing of its person", async () => {
    const section = (await ask("PAN", { address: "canary.person@fiscalia.example", name: "Canary Person" })).body;
    for (const as of [
      "secretariat",
      "contributor:PAN",
      "approver:PAN",
      "liaison_officer:PAN",
      "focal_point:GTM",
    ] as const) {
      const actor = await api.person(as);
      const visible = await api.db.asActor(
        actor,
        async (tx) => (await tx.execute(`select 1 from app.app_user where section_id = '${section.id}'`)).rows,
      );
      expect([as, visible]).toEqual([as, []]);
    }
  });
});

describe("a link", () => {
  test("works once, is kept as a hash alone, and a newer one replaces it", async () => {
    const section = (await ask("CRI", { address: "once@fiscalia.example" })).body;
    const first = await tokenOf(section.id);
    const { rows } = await owner.query("select token_hash from auth.ticket where token_hash = $1", [ticketHash(first)]);
    expect(rows).toHaveLength(1);
    api.clock.advance(1_000);
    const again = await api.call(sendSectionLink, {
      as: reporter,
      params: { submissionId: idOf("CRI"), sectionId: section.id },
    });
    expect(again.status).toBe(202);
    expect((await api.call(openSectionLink, { body: { token: first } })).status).toBe(410);
    const token = await tokenOf(section.id);
    const both = await Promise.all([1, 2].map(() => api.call(openSectionLink, { body: { token } })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    const opened = both.find(({ status }) => status === 200);
    expect(opened?.body.person).toMatchObject({ section: idOf("CRI"), role: "contributor", country: "CRI" });
  });

  test("a fresh one goes to the stored address, and the reply does not tell whether there is one", async () => {
    const section = (await ask("CRI", { address: "fresh@fiscalia.example" })).body;
    const count = async () =>
      Number(
        (await owner.query("select count(*) from app.outgoing_mail where to_address = 'fresh@fiscalia.example'"))
          .rows[0]?.count,
      );
    const before = await count();
    const known = await api.call(requestSectionLink, { body: { email: " Fresh@Fiscalia.Example" } });
    const unknown = await api.call(requestSectionLink, { body: { email: "nobody@fiscalia.example" } });
    expect([known.status, known.text, known.headers["set-cookie"]]).toEqual([unknown.status, unknown.text, undefined]);
    expect(known.status).toBe(202);
    expect(await count()).toBe(before + 1);
    // While one works it is sent again, and only a few times.
    for (let n = 0; n < 4; n += 1) await api.call(requestSectionLink, { body: { email: "fresh@fiscalia.example" } });
    expect(await count()).toBe(before + 3);
    await open(section.id);
  });
});

describe("what a contributor writes is proposed", () => {
  test("nothing of it is in the report until it is taken; its author reads it back, and the report's readers do not", async () => {
    const { person, section } = await guest("GTM");
    const saved = await propose(person, "GTM", "TIP-JUS-02", "PLANTED reason of the prosecution");
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ status: "not_started", answered: 1, answer: { revision: 1 } });
    expect((await report(person, "GTM")).answers).toMatchObject([{ indicatorCode: "TIP-JUS-02", revision: 1 }]);
    const present = await api.call(readAnswers, {
      as: person,
      params: { submissionId: idOf("GTM") },
      query: { indicators: "TIP-JUS-02,TIP-LEG-01" },
    });
    expect(present.body).toMatchObject({ answers: [{ revision: 1 }], byReader: ["TIP-JUS-02"], answered: 1 });
    for (const as of [
      "focal_point:GTM",
      "alternate:GTM",
      "approver:GTM",
      "liaison_officer:GTM",
      "secretariat",
    ] as const) {
      const read = await api.call(getSubmission, { as, params: { submissionId: idOf("GTM") } });
      expect([as, read.text.includes("PLANTED")]).toEqual([as, false]);
      expect(read.body.submission).toMatchObject({ status: "not_started", answered: 0, revision: 1 });
      expect(read.body.progress.answered).toBe(0);
    }
    // Another contributor of the same country, for the same indicator, neither.
    const colleague = await api.addPerson({ role: "contributor", country: "GTM", assignedIndicators: ["TIP-JUS-02"] });
    expect((await report(colleague, "GTM")).answers).toEqual([]);
    const { rows } = await owner.query("select from app.answer where submission_id = $1", [idOf("GTM")]);
    expect(rows).toEqual([]);
    expect((await sectionsOf("GTM")).sections[0]?.counts).toEqual({
      ...{ asked: 2, proposed: 1, taken: 0, givenBack: 0, missing: 1 },
    });

    // A report that is submitted is made without it.
    await fill(api, "focal_point:GTM", idOf("GTM"));
    const sent = await sendReport(api, "focal_point:GTM", idOf("GTM"));
    expect(sent.status).toBe(200);
    const { rows: frozen } = await owner.query("select reason from app.version_answer where submission_id = $1", [
      idOf("GTM"),
    ]);
    expect(frozen.length).toBeGreaterThan(5);
    expect(JSON.stringify(frozen)).not.toContain("PLANTED");
    expect((await propose(person, "GTM", "TIP-PRO-01", "Too late")).status).toBe(409);
    const [proposal] = await proposalsOf("GTM");
    expect((await take("GTM", [proposal as ProposalView])).status).toBe(409);
    expect(section.counts.missing).toBe(2);
  });

  test("the database itself lets no contributor write an answer, nor a reporter change the words of a proposal", async () => {
    const contributor = await api.addPerson({
      role: "contributor",
      country: "PAN",
      assignedIndicators: ["TIP-LEG-01"],
    });
    expect((await propose(contributor, "PAN", "TIP-LEG-01", "From an account")).status).toBe(200);
    const insert = (as: TestPerson, code: string) =>
      api.db.asActor(as, (tx) =>
        tx.execute(
          `insert into app.answer (submission_id, indicator_code, country_code, state, revision, updated_at, updated_by, updated_by_name)
           values ('${idOf("PAN")}', '${code}', 'PAN', 'not_available', 1, now(), '${as.userId}', 'x')`,
        ),
      );
    await expect(insert(contributor, "TIP-LEG-01")).rejects.toThrow();
    const focal = await api.person("focal_point:PAN");
    const update = (set: string) =>
      api.db.asActor(focal, (tx) =>
        tx.execute(`update app.proposed_answer set ${set} where submission_id = '${idOf("PAN")}'`),
      );
    await expect(update("reason = 'other words', revision = revision + 1")).rejects.toThrow();
    await expect(update("note = 'same revision'")).rejects.toThrow();
    const mine = await proposalsOf("PAN");
    expect(mine).toMatchObject([
      { sectionId: null, state: "open", proposed: { reason: "From an account" }, present: null },
    ]);
  });
});

describe("proposals are decided", () => {
  test("taken beside the present answer, undone, taken again; a later change is never undone", async () => {
    const { person } = await guest("CRI", { address: "decide@fiscalia.example" });
    const put = await api.call(saveAnswers, {
      as: person,
      params: { submissionId: idOf("CRI") },
      body: {
        answers: asked.map((indicatorCode) => ({ ...answer(`Said of ${indicatorCode}`), indicatorCode, revision: 0 })),
      },
    });
    expect(put.status).toBe(200);
    await propose(reporter, "CRI", "TIP-PRO-01", "The country's own words");
    const [first, second] = await proposalsOf("CRI");
    const by = (code: string) => [first, second].find((one) => one?.proposed.indicatorCode === code) as ProposalView;
    expect(by("TIP-PRO-01")).toMatchObject({
      institution: "Ministerio Público",
      proposed: { reason: "Said of TIP-PRO-01", updatedByName: "Rosa Vargas" },
      present: { reason: "The country's own words" },
    });
    // What was not seen is not replaced.
    const stale = await api.call(takeProposals, {
      as: reporter,
      params: { submissionId: idOf("CRI") },
      body: { proposals: [{ ...seen(by("TIP-PRO-01")), answerRevision: 0 }] },
    });
    expect([stale.status, stale.problem?.code]).toEqual([412, "revision-stale"]);

    const taken = await take("CRI", [by("TIP-PRO-01"), by("TIP-JUS-02")]);
    expect(taken.status).toBe(200);
    expect(taken.body).toMatchObject({ status: "draft", answered: 2 });
    expect(taken.body.proposals.map(({ state, mayUndo }) => [state, mayUndo])).toEqual([
      ["taken", true],
      ["taken", true],
    ]);
    const focal = await api.person(reporter);
    const answers = (await report(reporter, "CRI")).answers;
    expect(answers.map(({ reason }) => reason).sort()).toEqual(["Said of TIP-JUS-02", "Said of TIP-PRO-01"]);
    expect(new Set(answers.map(({ updatedByName }) => updatedByName))).toEqual(new Set([focal.displayName]));
    expect((await auditOf(api, idOf("CRI"))).map(({ action }) => action)).toContain("proposals.taken");
    // The author works on with what the report says now.
    const readBack = (await report(person, "CRI")).answers;
    expect(readBack.map(({ revision }) => revision).every((revision) => revision > 1)).toBe(true);

    const undo = (proposal: ProposalView) =>
      api.call(undoTaking, { as: reporter, params: { submissionId: idOf("CRI"), proposalId: proposal.id } });
    const undone = await undo(by("TIP-PRO-01"));
    expect(undone.body.proposals).toMatchObject([{ state: "open", present: { reason: "The country's own words" } }]);
    expect((await undo(by("TIP-PRO-01"))).status).toBe(409);
    const gone = await undo(by("TIP-JUS-02"));
    expect(gone.body.proposals).toMatchObject([{ state: "open", present: { state: "not_reported" } }]);
    expect(gone.body.answered).toBe(1);
    const again = await take("CRI", await proposalsOf("CRI"));
    expect(again.body.answered).toBe(2);
    const present = again.body.proposals.find(({ proposed }) => proposed.indicatorCode === "TIP-JUS-02")?.present;
    await propose(reporter, "CRI", "TIP-JUS-02", "Changed afterwards", present?.revision);
    expect((await undo(by("TIP-JUS-02"))).status).toBe(409);
    expect((await report(reporter, "CRI")).answers).toContainEqual(
      expect.objectContaining({ reason: "Changed afterwards" }),
    );
  });

  test("given back with a note that its author reads; handing in is open again; of two for one indicator one is taken", async () => {
    const { person, section } = await guest("PAN", { address: "back@fiscalia.example" });
    await propose(person, "PAN", "TIP-JUS-02", "First words");
    const handed = await api.call(handInSection, { as: person, params: { submissionId: idOf("PAN") } });
    expect(handed.body.section?.handedInAt).not.toBeNull();
    const mine = (await proposalsOf("PAN")).find(({ sectionId }) => sectionId === section.id) as ProposalView;
    const back = (note: string, revision = mine.revision) =>
      api.call(giveBackProposal, {
        as: "focal_point:PAN",
        params: { submissionId: idOf("PAN"), proposalId: mine.id },
        body: { revision, note },
      });
    expect((await back("")).status).toBe(400);
    expect((await back("Please say which register", mine.revision + 7)).status).toBe(412);
    api.clock.advance(1_000);
    const used = await mailsTo("back@fiscalia.example");
    const given = await back("Please say which register");
    expect([given.status, given.body.isTold]).toEqual([200, true]);
    const [message, ...before] = await mailsTo("back@fiscalia.example");
    expect(before).toEqual(used);
    expect(message?.subject).toBe("Se le devuelve su respuesta a TIP-JUS-02: informe de Panamá, datos de 2026");
    expect(message?.body).not.toContain("Please say which register");
    expect(message?.reply).toBe((await api.person("focal_point:PAN")).email);
    // The link in it is a fresh one, which works.
    await open(section.id);
    const own = (await api.call(getOwnPart, { as: person, params: { submissionId: idOf("PAN") } })).body;
    expect(own).toMatchObject({
      section: { handedInAt: null, counts: { asked: 2, givenBack: 1, missing: 1 } },
      proposals: [{ indicatorCode: "TIP-JUS-02", state: "given_back", note: "Please say which register" }],
    });
    const now = (await report(person, "PAN")).answers[0];
    expect(now?.reason).toBe("First words");
    expect((await propose(person, "PAN", "TIP-JUS-02", "Better words", now?.revision)).status).toBe(200);
    const colleague = await api.addPerson({ role: "contributor", country: "PAN", assignedIndicators: ["TIP-JUS-02"] });
    await propose(colleague, "PAN", "TIP-JUS-02", "Words of a colleague");
    const two = (await proposalsOf("PAN")).filter(({ proposed }) => proposed.indicatorCode === "TIP-JUS-02");
    expect(two).toHaveLength(2);
    expect((await take("PAN", two)).status).toBe(422);
    expect((await api.call(handInSection, { as: colleague, params: { submissionId: idOf("PAN") } })).status).toBe(409);
  });

  test("nobody is told whom no message reaches: an account, a section taken back, and a person after five messages in a day", async () => {
    const colleague = await api.addPerson({ role: "contributor", country: "PAN", assignedIndicators: ["TIP-LEG-04"] });
    await propose(colleague, "PAN", "TIP-LEG-04", "Words of an account");
    const mine = async (userId: string) =>
      (await proposalsOf("PAN")).find(({ authorId, state }) => authorId === userId && state === "open") as ProposalView;
    const account = await giveBack("PAN", await mine(colleague.userId), "Which law is it?");
    expect([account.status, account.body.isTold]).toEqual([200, false]);
    expect(await mailsTo(colleague.email)).toEqual([]);

    const address = "many@fiscalia.example";
    const { person } = await guest("PAN", { address, indicators: ["TIP-LEG-05"] });
    const told: boolean[] = [];
    for (let n = 0; n < 6; n += 1) {
      api.clock.advance(1_000);
      const revision = (await report(person, "PAN")).answers[0]?.revision ?? 0;
      expect((await propose(person, "PAN", "TIP-LEG-05", `Words ${n}`, revision)).status).toBe(200);
      const given = await giveBack("PAN", await mine(person.userId), `Note ${n}`);
      expect(given.status).toBe(200);
      told.push(given.body.isTold);
    }
    expect(told).toEqual([true, true, true, true, true, false]);
    expect(await mailsTo(address)).toHaveLength(6);

    const left = await guest("PAN", { address: "left@fiscalia.example", indicators: ["TIP-LEG-05"] });
    await propose(left.person, "PAN", "TIP-LEG-05", "Last words");
    await api.call(removeSection, {
      as: "focal_point:PAN",
      params: { submissionId: idOf("PAN"), sectionId: left.section.id },
    });
    const gone = await giveBack("PAN", await mine(left.person.userId), "Nobody reads this by mail");
    expect([gone.status, gone.body.isTold]).toEqual([200, false]);
    expect(await mailsTo("left@fiscalia.example")).toHaveLength(1);
  });

  test("a proposal of nothing where there is nothing waits for nobody", async () => {
    const { person, section } = await guest("CRI", { address: "nothing@fiscalia.example", indicators: ["TIP-LEG-03"] });
    await propose(person, "CRI", "TIP-LEG-03", "Typed by mistake");
    const cleared = await api.call(saveAnswer, {
      as: person,
      params: { submissionId: idOf("CRI"), indicatorCode: "TIP-LEG-03" },
      revision: 1,
      body: { state: "not_reported", value: null, reason: "", comment: "", evidence: [] },
    });
    expect(cleared.body).toMatchObject({ answer: { state: "not_reported", revision: 2 }, answered: 0 });
    expect((await proposalsOf("CRI")).filter(({ sectionId }) => sectionId === section.id)).toEqual([]);
  });
});

describe("a section is changed", () => {
  type Body = { revision?: number; dueOn?: string; indicators?: string[] };
  const change = (sectionId: string, body: Body, as: Who = "focal_point:PAN") =>
    api.call(changeSection, {
      as,
      params: { submissionId: idOf("PAN"), sectionId },
      body: { revision: 1, dueOn: "2027-03-20", indicators: ["TIP-PRO-01", "TIP-PRO-02"], ...body },
    });

  test("its person is told what changed, writes what is asked now, and what was proposed for the rest can still be taken", async () => {
    const address = "changed@fiscalia.example";
    const { person, section } = await guest("PAN", { address });
    await propose(person, "PAN", "TIP-JUS-02", "Said before it was changed");
    await api.call(handInSection, { as: person, params: { submissionId: idOf("PAN") } });
    api.clock.advance(1_000);
    const reply = await change(section.id, {}, "alternate:PAN");
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      ...{ isTold: true, revision: 2, dueOn: "2027-03-20", handedInAt: null, changedByName: "alternate PAN" },
      indicators: ["TIP-PRO-01", "TIP-PRO-02"],
      counts: { asked: 2, proposed: 0, missing: 2 },
      reminders: { next: { step: "section_before", notBefore: "2027-03-17T14:00:00.000Z" } },
    });
    const [mail] = await mailsTo(address);
    expect(mail?.subject).toBe(
      "Su parte ha cambiado: 2 respuestas hasta el 20 de marzo de 2027, informe de Panamá, datos de 2026",
    );
    expect(mail?.body).toMatch(/Se agrega:\nTIP-PRO-02, .+\n\nYa no se solicita:\nTIP-JUS-02, /);
    expect(mail?.body).toContain("en vez del lunes 15 de marzo de 2027");
    expect(mail?.body).toContain("Lo que usted propuso ahí queda con quienes informan por el país.");
    expect(mail?.body).not.toContain("Said before");
    expect(mail?.reply).toBe((await api.person("alternate:PAN")).email);
    // The open session knows it at once, and the link of the message works.
    expect((await propose({ ...person, assignedIndicators: null }, "PAN", "TIP-JUS-02", "No longer")).status).toBe(404);
    const again = await open(section.id);
    expect((await propose(again, "PAN", "TIP-PRO-02", "Asked later")).status).toBe(200);
    const left = (await proposalsOf("PAN")).find(
      ({ sectionId, proposed }) => sectionId === section.id && proposed.indicatorCode === "TIP-JUS-02",
    ) as ProposalView;
    expect((await take("PAN", [left])).status).toBe(200);
    const audited = await owner.query("select detail from app.audit_event where action = 'section.changed'");
    expect(audited.rows).toEqual([{ detail: { dueOn: "2027-03-20", wasDueOn: "2027-03-15", added: 1, removed: 1 } }]);
  });

  test("not what was not seen, not to a day that has passed or after the report's, and only by those who report", async () => {
    const { section } = await guest("PAN", { address: "changed2@fiscalia.example" });
    for (const body of [
      { dueOn: "2027-02-09" },
      { dueOn: "2027-05-01" },
      { indicators: ["TIP-LEG-99"] },
      { indicators: [] },
    ])
      expect([body, (await change(section.id, body)).status]).toEqual([body, 400]);
    for (const as of ["contributor:PAN", "approver:PAN", "liaison_officer:PAN", "secretariat"] as const)
      expect([as, (await change(section.id, {}, as)).status]).toEqual([as, 403]);
    expect((await change(section.id, {}, "focal_point:GTM")).status).toBe(404);
    expect((await mailsTo("changed2@fiscalia.example")).length).toBe(1);
    // Nothing changed: nobody is told.
    const same = await change(section.id, { dueOn: "2027-03-15", indicators: asked });
    expect([same.status, same.body.isTold, same.body.revision]).toEqual([200, false, 1]);
    const both = await Promise.all([change(section.id, {}), change(section.id, { dueOn: "2027-03-22" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const stale = both.find(({ status }) => status === 412);
    expect(stale?.problem).toMatchObject({ code: "revision-stale", details: { section: { revision: 2 } } });
    await api.call(removeSection, {
      as: "focal_point:PAN",
      params: { submissionId: idOf("PAN"), sectionId: section.id },
    });
    expect((await change(section.id, { revision: 2 })).problem?.code).toBe("not-available-now");
  });

  test("a date alone opens nothing that was handed in; after five messages in a day it is changed and nobody is told", async () => {
    const address = "changed3@fiscalia.example";
    const { person, section } = await guest("PAN", { address });
    await api.call(handInSection, { as: person, params: { submissionId: idOf("PAN") } });
    const told: boolean[] = [];
    for (let n = 1; n <= 6; n += 1) {
      api.clock.advance(1_000);
      const reply = await change(section.id, { revision: n, dueOn: `2027-03-1${n}`, indicators: asked });
      expect([reply.status, reply.body.revision, reply.body.handedInAt === null]).toEqual([200, n + 1, false]);
      told.push(reply.body.isTold);
    }
    expect(told).toEqual([true, true, true, true, true, false]);
    expect(await mailsTo(address)).toHaveLength(6);
    // The last change was told to nobody, so its reminders still go.
    const known = await owner.query("select changed_at - told_at as since from app.section where id = $1", [
      section.id,
    ]);
    expect(known.rows).toEqual([{ since: expect.objectContaining({ seconds: 1 }) }]);
  });
});

describe("reminders of a section", () => {
  test("those who asked read when the last one went and when the next one goes, and its link opens the section", async () => {
    const before = api.clock.now().toISOString();
    const { section } = await guest("PAN", { address: "reminded@fiscalia.example" });
    const view = async () => {
      const found = (await sectionsOf("PAN")).sections.find(({ id }) => id === section.id);
      return found?.reminders;
    };
    expect(section.reminders).toEqual({
      last: null,
      next: { step: "section_before", notBefore: "2027-03-12T14:00:00.000Z" },
    });
    const plan = (now: string) => {
      api.clock.set(now);
      const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
      return planAll({ ...api.deps, config });
    };
    await plan("2027-03-12T14:00:00Z");
    const [mail] = await mailsTo("reminded@fiscalia.example");
    expect(mail?.subject).toMatch(/^Recordatorio, faltan 3 días \(15 de marzo de 2027\): 2 respuestas/);
    expect(mail?.reply).toBe((await api.person("focal_point:PAN")).email);
    expect(await view()).toEqual({
      last: { step: "section_before", dueOn: "2027-03-15", at: "2027-03-12T14:00:00.000Z", state: "queued" },
      next: { step: "section_overdue", notBefore: "2027-03-16T14:00:00.000Z" },
    });
    const person = await open(section.id);
    expect((await api.call(handInSection, { as: person, params: { submissionId: idOf("PAN") } })).status).toBe(200);
    expect((await view())?.next).toBeNull();
    await plan("2027-03-16T14:00:00Z");
    expect(await mailsTo("reminded@fiscalia.example")).toHaveLength(2);
    api.clock.set(before);
  });
});

describe("a contributor proposes nothing", () => {
  const code = "TIP-LEG-06";
  const withdraw = (as: TestPerson | Who, revision: number, indicatorCode = code) =>
    api.call(withdrawProposal, { as, params: { submissionId: idOf("CRI"), indicatorCode }, body: { revision } });
  const own = async (as: TestPerson) =>
    (await api.call(getOwnPart, { as, params: { submissionId: idOf("CRI") } })).body.proposals[0];

  test("the report stays as it is, the author reads it again, and can propose anew", async () => {
    await propose(reporter, "CRI", code, "The country's own words");
    const { person, section } = await guest("CRI", { address: "withdraw@fiscalia.example", indicators: [code] });
    const before = (await report(person, "CRI")).answers[0]?.revision ?? 0;
    expect((await propose(person, "CRI", code, "PLANTED and taken back", before)).status).toBe(200);
    const mine = await own(person);
    expect(mine).toMatchObject({ indicatorCode: code, state: "open" });
    const reply = await withdraw(person, mine?.revision ?? 0);
    expect([reply.status, reply.body.proposals[0]?.state]).toEqual([200, "withdrawn"]);
    expect(reply.body.section?.counts).toMatchObject({ proposed: 0, missing: 1 });
    expect((await proposalsOf("CRI")).filter(({ sectionId }) => sectionId === section.id)).toEqual([]);
    const [now] = (await report(person, "CRI")).answers;
    expect(now).toMatchObject({ state: "not_available", reason: "The country's own words" });
    // What its author sees never falls, so an older tab cannot bring it back.
    expect(now?.revision).toBeGreaterThan(mine?.revision ?? 0);
    expect((await withdraw(person, mine?.revision ?? 0)).problem?.code).toBe("not-available-now");
    expect((await propose(person, "CRI", code, "Second thoughts", now?.revision)).status).toBe(200);
    const [again] = (await proposalsOf("CRI")).filter(({ sectionId }) => sectionId === section.id);
    expect(again).toMatchObject({ state: "open", proposed: { reason: "Second thoughts" } });
    const audited = await owner.query("select action from app.audit_event where object_id = $1", [again?.id]);
    expect(audited.rows).toContainEqual({ action: "proposal.withdrawn" });
  });

  test("nothing of it stays where the report has no answer", async () => {
    const indicators = ["TIP-PRO-02"];
    const { person } = await guest("CRI", { address: "withdraw2@fiscalia.example", indicators });
    await propose(person, "CRI", "TIP-PRO-02", "PLANTED and taken back");
    expect((await withdraw(person, 1, "TIP-PRO-02")).status).toBe(200);
    const read = await api.call(getSubmission, { as: person, params: { submissionId: idOf("CRI") } });
    expect(read.text).not.toContain("PLANTED");
    expect(read.body.answers).toMatchObject([{ state: "not_reported", revision: 2 }]);
    expect((await propose(person, "CRI", "TIP-PRO-02", "Anew", 2)).status).toBe(200);
  });

  test("not what was decided about, not another's answer, and nobody who reports", async () => {
    const { person, section } = await guest("CRI", { address: "withdraw3@fiscalia.example", indicators: [code] });
    const before = (await report(person, "CRI")).answers[0]?.revision ?? 0;
    await propose(person, "CRI", code, "Taken meanwhile", before);
    const open = await own(person);
    const mine = (await proposalsOf("CRI")).find(({ sectionId }) => sectionId === section.id) as ProposalView;
    expect((await withdraw(person, (open?.revision ?? 0) + 1)).status).toBe(409);
    expect((await take("CRI", [mine])).status).toBe(200);
    expect((await withdraw(person, open?.revision ?? 0)).problem?.code).toBe("not-available-now");
    expect((await withdraw(person, 1, "TIP-LEG-01")).status).toBe(404);
    expect((await withdraw(reporter, 1)).status).toBe(403);
  });
});

describe("a session of a section link", () => {
  test("may do its part and nothing else, over every operation", async () => {
    const { person } = await guest("CRI", { address: "only@fiscalia.example", indicators: ["TIP-JUS-02"] });
    const other = idOf("PAN");
    const known = allContracts.filter(({ bySection }) => bySection === true).map(({ operationId }) => operationId);
    expect(known.sort()).toEqual(
      [
        "followSubmission",
        "getOwnPart",
        "getSubmission",
        "handInSection",
        "listSubmissions",
        "readAnswers",
        "saveAnswer",
        "saveAnswers",
        "tellPlace",
        "withdrawProposal",
      ].sort(),
    );
    const params = {
      ...{ submissionId: idOf("CRI"), indicatorCode: "TIP-LEG-01", year: 2027, iso3: "CRI" },
      ...{ personId: person.userId, requestId: person.userId, mailId: person.userId },
      ...{ sectionId: person.userId, proposalId: person.userId, streamId: person.userId },
      ...{ roundYear: 2027, earlierRoundYear: 2026 },
    };
    let refused = 0;
    for (const contract of allContracts) {
      if (rolesFor(contract.action).includes("public")) continue;
      const call = (submissionId: string) =>
        api.call(contract, { as: person, params: { ...params, submissionId } as never, revision: 1 });
      if (contract.bySection !== true) {
        const reply = await call(idOf("CRI"));
        expect([contract.operationId, reply.status, reply.problem?.code]).toEqual([
          contract.operationId,
          403,
          "not-allowed",
        ]);
        refused += 1;
      } else if (contract.path.includes(":submissionId")) {
        const reply = await call(other);
        expect([contract.operationId, reply.status, reply.problem?.code]).toEqual([
          contract.operationId,
          404,
          "not-found",
        ]);
      }
    }
    expect(refused).toBeGreaterThan(30);
    // The report lists nothing but its part: no answer, remark, version, act or count of the rest.
    await propose(reporter, "CRI", "TIP-LEG-02", "CANARY of another section");
    const read = await api.call(getSubmission, { as: person, params: { submissionId: idOf("CRI") } });
    expect(read.text).not.toContain("CANARY");
    expect(read.body.answers.map(({ indicatorCode }) => indicatorCode)).toEqual(["TIP-JUS-02"]);
    expect(read.body.submission).toMatchObject({ answered: 1, expected: 1 });
    expect(read.body).toMatchObject({ versions: [], acts: [], comments: [], publication: null });
    expect((await propose(person, "CRI", "TIP-LEG-01", "Not mine")).status).toBe(404);
    const listed = await api.call(listSubmissions, { as: person });
    expect(listed.body.submissions.map(({ id, expected }) => [id, expected])).toEqual([[idOf("CRI"), 1]]);
  });

  test("ends when the section is taken back, and with its last day", async () => {
    const { person, section } = await guest("CRI", { address: "ends@fiscalia.example", dueOn: "2027-02-12" });
    const part = () => api.call(getOwnPart, { as: person, params: { submissionId: idOf("CRI") } });
    expect((await part()).status).toBe(200);
    const { rows } = await owner.query("select absolute_expires_at as at from auth.session where id = $1", [
      person.sessionId,
    ]);
    expect(rows[0].at.valueOf() - api.clock.now().valueOf()).toBeLessThanOrEqual(12 * 3_600_000);
    const taken = await api.call(removeSection, {
      as: reporter,
      params: { submissionId: idOf("CRI"), sectionId: section.id },
    });
    expect(taken.body.removedAt).not.toBeNull();
    expect((await part()).status).toBe(401);
    expect((await api.call(getSession, { as: person })).body.person).toBeNull();

    const late = (await ask("CRI", { address: "late@fiscalia.example", dueOn: "2027-02-12" })).body;
    const token = await tokenOf(late.id);
    const before = api.clock.now().toISOString();
    // 27 February is its last day in San José; a link of seven days would be over anyway, so a fresh one is made shortly before.
    api.clock.set("2027-02-28T05:00:00Z");
    expect((await api.call(openSectionLink, { body: { token } })).status).toBe(410);
    await api.call(requestSectionLink, { body: { email: "late@fiscalia.example" } });
    const last = await open(late.id);
    expect((await propose(last, "CRI", "TIP-JUS-02", "On the last evening")).status).toBe(412);
    api.clock.set("2027-02-28T06:00:01Z");
    expect((await api.call(getOwnPart, { as: last, params: { submissionId: idOf("CRI") } })).status).toBe(401);
    await api.call(requestSectionLink, { body: { email: "late@fiscalia.example" } });
    const { rows: open2 } = await owner.query(
      "select from auth.ticket t join app.app_user u on u.id = t.user_id where u.section_id = $1 and t.expires_at > $2",
      [late.id, api.clock.now()],
    );
    expect(open2).toEqual([]);
    api.clock.set(before);
  });
});

describe("a returned report", () => {
  test("keeps what nobody asks about: it is neither asked for, nor taken, nor given back", async () => {
    const country = "HND";
    const account = await api.addPerson({ role: "contributor", country, assignedIndicators: asked });
    for (const code of asked) await propose(account, country, code, `Said of ${code}`);
    await fill(api, `focal_point:${country}`, idOf(country));
    expect((await sendReport(api, `focal_point:${country}`, idOf(country))).status).toBe(200);
    api.clock.advance(60_000);
    const [locked, free] = ["TIP-JUS-02", "TIP-PRO-01"];
    const returned = await api.call(returnSubmission, {
      as: "secretariat",
      params: { submissionId: idOf(country) },
      body: { comments: [{ indicatorCode: free as string, body: "Does this include victims abroad?" }] },
    });
    expect(returned.status).toBe(200);
    expect((await report(`focal_point:${country}`, country)).inQuestion).not.toContain(locked);

    const refused = { code: "answer-not-in-question", details: { indicators: [locked] } };
    const dueOn = (await sectionsOf(country)).lastDay;
    expect((await ask(country, { indicators: [locked as string, free as string], dueOn })).problem).toMatchObject(
      refused,
    );
    const asking = await ask(country, { indicators: [free as string], dueOn, address: "returned@fiscalia.example" });
    expect(asking.status).toBe(201);

    const of = async (code: string | undefined) =>
      (await proposalsOf(country)).find(({ proposed }) => proposed.indicatorCode === code) as ProposalView;
    // All or none: what is free is not taken with what is locked.
    expect((await take(country, [await of(locked), await of(free)])).problem).toMatchObject(refused);
    expect((await giveBack(country, await of(locked), "Look again")).problem).toMatchObject(refused);
    expect((await of(free)).state).toBe("open");
    expect((await take(country, [await of(free)])).status).toBe(200);
    expect((await of(locked)).state).toBe("open");
  });

  test("offers whoever came by a link its questions to read, and no conversation", async () => {
    const country = "HND";
    const section = (await sectionsOf(country)).sections.at(-1);
    const person = await open(section?.id ?? "");
    const note = { indicatorCode: "TIP-PRO-01", audience: "country", body: "Who knows?" } as const;
    await api.call(addComment, {
      as: `focal_point:${country}`,
      params: { submissionId: idOf(country) },
      body: note,
    });
    const account = await api.addPerson({ role: "contributor", country, assignedIndicators: ["TIP-PRO-01"] });
    const mayClose = async (as: TestPerson) =>
      Object.fromEntries((await report(as, country)).threads.map((each) => [each.audience, each.mayClose]));
    expect((await report(person, country)).comments.map(({ body }) => body)).toContain(
      "Does this include victims abroad?",
    );
    expect(await mayClose(account)).toEqual({ shared: false, country: true });
    // What the country's team says among itself is not even there.
    expect(await mayClose(person)).toEqual({ shared: false });
  });

  test("lets a link be taken back also while it is with the Secretariat", async () => {
    const country = "GTM";
    expect((await report(`focal_point:${country}`, country)).submission.status).toBe("submitted");
    const [section] = (await sectionsOf(country)).sections;
    const reply = await api.call(removeSection, {
      as: `focal_point:${country}`,
      params: { submissionId: idOf(country), sectionId: section?.id ?? "" },
    });
    expect([reply.status, reply.body.removedAt === null]).toEqual([200, false]);
  });
});
