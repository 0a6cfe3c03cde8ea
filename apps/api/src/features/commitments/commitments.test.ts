import { randomUUID } from "node:crypto";
import {
  type BodyOf,
  type CommitmentView,
  concludeCommitment,
  dispatchCommitment,
  fileCommitment,
  fileDocument,
  getAsks,
  getCommitment,
  getCommitmentsCsv,
  getCommitmentsWorkbook,
  getDocument,
  getFileView,
  getOwnNetwork,
  holdMeeting,
  listCommitments,
  listMatterAsks,
  type MeetingView,
  moveCommitment,
  planMeeting,
  previewDispatch,
  previewResendOfCommitment,
  replyToMatter,
  resendCommitment,
  reviseCommitment,
  saveCommitment,
  saveDocument,
  saveTemplate,
  showDocument,
  tellSeen,
  withdrawDocument,
  withdrawReply,
} from "@avances/contracts";
import { isOfSecretariat, roles } from "@avances/domain/access";
import { readsLevel, visibilityChoices } from "@avances/domain/network";
import { goodCsv } from "@avances/files/testing/good-files";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addFile } from "#testing/add-file.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";
import { aRound } from "../../../testing/reporting-round.ts";

let api: TestApi;
let owner: ReturnType<typeof testClient>;
let made: MeetingView;
let reported: MeetingView;
beforeAll(async () => {
  api = await startTestApi();
  owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  // The clock of this API stands at 10 February 2027.
  made = await meeting("2027-02-01", null);
  reported = await meeting("2013-11-18", "RCM-LON-2013");
  for (const who of ["focal_point:CRI", "focal_point:HND", "focal_point:GTM", "liaison_officer:HND"] as const)
    await api.person(who);
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

async function meeting(heldOn: string, publicSource: string | null): Promise<MeetingView> {
  const body = { body: "LON", heldOn, untilOn: null, place: "San José", host: "CRI", publicSource } as const;
  return (await api.call(planMeeting, { as: "secretariat", body })).body;
}

type Written = BodyOf<typeof saveCommitment>;
const promise = (): Written => ({
  ...{ language: "es", subject: "Enviar los antecedentes", body: "", translation: null, overruled: [] },
  ...{ meetingId: made.id, point: "3b", responsible: "RCM-TS", to: [], dueOn: null, visibility: "members" },
  ...{ stage: "open", isInReport: false },
});

async function drafted(more: Partial<Written> = {}): Promise<CommitmentView> {
  const params = { matterId: randomUUID() };
  const body = { ...promise(), ...more };
  const reply = await api.call(saveCommitment, { as: "secretariat", params, body, revision: 0 });
  expect([reply.status, reply.problem]).toEqual([200, null]);
  return reply.body;
}
async function filed(more: Partial<Written> = {}): Promise<CommitmentView> {
  const reply = await api.call(fileCommitment, on(await drafted(more)));
  expect([reply.status, reply.problem]).toEqual([200, null]);
  return reply.body;
}
const on = ({ id, revision }: Pick<CommitmentView, "id" | "revision">) => ({
  ...{ as: "secretariat" as const, params: { matterId: id }, revision },
});
const read = async (as: Who, { id }: Pick<CommitmentView, "id">) =>
  api.call(getCommitment, { as, params: { matterId: id } });
const sending = { to: ["CRI", "HND", "GTM"], replyBy: "2027-03-12", documents: [] };
async function dispatched(more: Partial<BodyOf<typeof dispatchCommitment>> = {}, of: Partial<Written> = {}) {
  const one = await filed(of);
  const reply = await api.call(dispatchCommitment, { ...on(one), body: { ...sending, ...more } });
  expect([reply.status, reply.problem]).toEqual([200, null]);
  return (await read("secretariat", one)).body;
}
const answer = (as: Who, { id }: Pick<CommitmentView, "id">, more: Partial<BodyOf<typeof replyToMatter>> = {}) =>
  api.call(replyToMatter, {
    ...{ as, params: { matterId: id } },
    body: { said: "reply", language: "es", text: "Estamos de acuerdo.", files: [], overruled: [], ...more },
  });
const faults = (reply: { problem: { details?: Record<string, unknown> | undefined } | null }) =>
  reply.problem?.details?.faults;
const mailsOf = async (id: string) =>
  (
    await owner.query<{ to_address: string; kind: string }>(
      "select m.to_address, m.kind from app.outgoing_mail m join app.matter_request r on r.id = m.id where r.matter_id = $1 order by m.created_at, m.to_address",
      [id],
    )
  ).rows;
const why = { overruled: [] as const };

describe("what is entered", () => {
  test("a draft is read by the Secretariat alone; what was filed by exactly those for whom it is", async () => {
    for (const visibility of visibilityChoices) {
      const draft = await drafted({ visibility });
      expect(draft).toMatchObject({
        state: "draft",
        point: "3b",
        stage: "open",
        overdueDays: null,
        sides: [],
        sent: 0,
      });
      for (const role of roles) {
        const status = (await read(role, draft)).status;
        expect([role, status]).toEqual([role, isOfSecretariat(role) ? 200 : role === "contributor" ? 403 : 404]);
      }
      const { body } = await api.call(fileCommitment, on(draft));
      expect(body).toMatchObject({ state: "filed", version: 1 });
      for (const role of roles) {
        const may = readsLevel(role, visibility);
        expect([role, visibility, (await read(role, body)).status === 200]).toEqual([role, visibility, may]);
        if (role === "contributor") continue;
        const { commitments } = (await api.call(listCommitments, { as: role })).body;
        expect([role, commitments.some(({ id }) => id === body.id)]).toEqual([role, may]);
      }
    }
  });

  test("the file holds what the reader may read, in both languages, and runs nothing", async () => {
    const mark = `=HYPERLINK("x") ${randomUUID()}`;
    const one = await filed({ subject: mark, visibility: "secretariat", to: ["CRI"] });
    const csv = async (as: Who, language: "es" | "en") =>
      (await api.call(getCommitmentsCsv, { as, query: { language } })).text;
    for (const [who, language, found] of [
      ["secretariat", "en", true],
      ["focal_point:CRI", "es", true],
      ["focal_point:MEX", "es", false],
      ["observer", "es", false],
    ] as const)
      expect([who, (await csv(who, language)).includes(mark.slice(-36))]).toEqual([who, found]);
    const lines = (await csv("secretariat", "en")).split("\r\n");
    expect(lines[0]).toContain("Commitment");
    const [line = ""] = lines.filter((each) => each.includes(one.id));
    expect(line).toContain(`"'=HYPERLINK(""x"")`);
    expect((await csv("secretariat", "es")).split("\r\n")[0]).toContain("Responsable");
    const workbook = await api.call(getCommitmentsWorkbook, { as: "focal_point:CRI", query: {} });
    expect([workbook.status, workbook.headers["content-type"]]).toEqual([
      ...[200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ]);
    expect((await api.call(getCommitmentsCsv, { as: "contributor:CRI", query: {} })).status).toBe(403);
  });

  test("nobody else enters, files, corrects, sends or concludes one", async () => {
    const one = await filed({ visibility: "network" });
    const { visibility: _, stage: __, isInReport: ___, ...words } = promise();
    for (const role of roles.filter((each) => !isOfSecretariat(each))) {
      const call = { ...on(one), as: role };
      const replies = [
        await api.call(saveCommitment, { ...call, body: promise(), revision: 0 }),
        await api.call(fileCommitment, call),
        await api.call(reviseCommitment, { ...call, body: words }),
        await api.call(previewDispatch, { as: role, params: call.params, body: sending }),
        await api.call(dispatchCommitment, { ...call, body: sending }),
        await api.call(previewResendOfCommitment, { as: role, params: call.params, body: { to: ["CRI"] } }),
        await api.call(resendCommitment, { ...call, body: { to: [{ participant: "CRI", count: 0 }] } }),
        await api.call(concludeCommitment, {
          ...call,
          body: { meetingId: made.id, language: "es", text: "Se concluyó", stage: "done", ...why },
        }),
      ];
      expect([role, replies.map(({ status }) => status)]).toEqual([role, Array(8).fill(403)]);
    }
    expect((await read("secretariat", one)).body).toEqual(one);
  });

  test("what cannot be so is refused with every reason", async () => {
    const refused = async (more: Partial<Written>) => {
      const params = { matterId: randomUUID() };
      const reply = await api.call(saveCommitment, {
        ...{ as: "secretariat", params, revision: 0, body: { ...promise(), ...more } },
      });
      return [reply.status, faults(reply)];
    };
    expect(await refused({ dueOn: "2027-01-31", isInReport: true })).toEqual([
      422,
      ["due_before_meeting", "report_missing"],
    ]);
    expect(await refused({ stage: "not_recorded" })).toEqual([422, ["stage"]]);
    expect(await refused({ stage: "done" })).toEqual([422, ["stage"]]);
    expect(await refused({ responsible: "ZZZ" })).toEqual([422, ["addressee_unknown", "responsible_unknown"]]);
    expect(await refused({ to: ["ZZZ"] })).toEqual([422, ["addressee_unknown"]]);
    expect(await refused({ meetingId: randomUUID() })).toEqual([422, ["meeting_unknown"]]);
    expect((await refused({ subject: " " }))[0]).toBe(400);
    const params = { matterId: randomUUID() };
    const body = { ...promise(), subject: "Llamar a la señora Rosa Vargas, cédula 1-0987-0654" };
    const asked = await api.call(saveCommitment, { as: "secretariat", params, revision: 0, body });
    expect([asked.status, asked.problem?.code]).toEqual([422, "personal-details"]);
  });

  test("of what stands in a published report nothing need be on record, and it says from where it was entered", async () => {
    const one = await filed({ meetingId: reported.id, isInReport: true, stage: "not_recorded" });
    expect(one).toMatchObject({
      stage: "not_recorded",
      publicSource: "RCM-LON-2013",
      overdueDays: null,
      carriedOver: [],
    });
    const moved = await api.call(moveCommitment, { ...on(one), body: { stage: "done", note: "", ...why } });
    const back = await api.call(moveCommitment, {
      ...on(moved.body),
      body: { stage: "not_recorded", note: "", ...why },
    });
    expect(back.body.stage).toBe("not_recorded");
    const own = await filed();
    const other = await api.call(moveCommitment, { ...on(own), body: { stage: "not_recorded", note: "", ...why } });
    expect(faults(other)).toEqual(["stage"]);
  });

  test("a correction is another version, outdates the translation, and keeps whoever was addressed", async () => {
    const one = await filed({ to: ["CRI"], translation: { subject: "Send the background", body: "" } });
    const { visibility: _, stage: __, isInReport: ___, ...words } = promise();
    const body = { ...words, subject: "Enviar todos los antecedentes", responsible: "GTM", dueOn: "2027-02-09" };
    const changed = (await api.call(reviseCommitment, { ...on(one), body })).body;
    expect(changed).toMatchObject({ version: 2, responsible: "GTM", addressees: ["CRI", "GTM"], overdueDays: 1 });
    expect(changed.words.translations).toMatchObject([{ language: "en", state: "outdated" }]);
    // What was promised before is still read: the words as they were filed, the rest in the record.
    const { versions, record, stageByName } = (await read("focal_point:CRI", one)).body;
    expect(versions.map(({ version, subject }) => [version, subject])).toEqual([
      [1, one.words.subject],
      [2, "Enviar todos los antecedentes"],
    ]);
    expect(record.at(-1)).toMatchObject({
      before: { responsible: one.responsible, dueOn: one.dueOn },
      after: { version: 2, responsible: "GTM", dueOn: "2027-02-09" },
    });
    // Nor does whoever owes it now learn who of the side before said how far it had come.
    expect([stageByName, (await read("focal_point:GTM", one)).body.stageByName]).toEqual([null, null]);
    expect((await api.call(reviseCommitment, { ...on(one), body })).problem?.code).toBe("revision-stale");
  });
});

describe("what is sent", () => {
  test("the preview shows every message; sending writes exactly these, and whoever is sent it reads it", async () => {
    const one = await filed({ visibility: "secretariat" });
    expect((await read("focal_point:HND", one)).status).toBe(404);
    const params = { matterId: one.id };
    const seen = (
      await api.call(previewDispatch, { as: "secretariat", params, body: { ...sending, to: ["HND", "SLV"] } })
    ).body;
    expect(seen.messages.map(({ participant, role }) => [participant, role])).toEqual([
      ["HND", "focal_point"],
      ["HND", "liaison_officer"],
    ]);
    expect(seen.unreached).toEqual(["SLV"]);
    expect(seen.messages[0]?.bodyText).toContain(`/network/commitments/${one.id}`);
    expect(JSON.stringify(seen)).not.toContain("antecedentes");
    expect(await mailsOf(one.id)).toEqual([]);

    const key = `key-${randomUUID()}`;
    const call = { ...on(one), body: { ...sending, to: ["HND", "SLV"] }, idempotencyKey: key };
    const reply = (await api.call(dispatchCommitment, call)).body;
    expect(reply).toEqual({ id: one.id, revision: 3, to: ["HND", "SLV"] });
    expect((await api.call(dispatchCommitment, call)).body).toEqual(reply);
    const { body } = await read("secretariat", one);
    expect((await mailsOf(one.id)).map(({ kind }) => kind)).toEqual(["matter_sent", "matter_sent"]);
    expect(body).toMatchObject({
      replyBy: "2027-03-12",
      addressees: ["HND", "SLV"],
      sent: 2,
      answered: 0,
      revision: 3,
    });
    expect(body.dispatches).toMatchObject([{ to: ["HND", "SLV"], documents: [] }]);
    const side = body.sides.find(({ participant }) => participant === "HND");
    expect(side).toMatchObject({
      ...{ mayAnswer: true, replyId: null, seenAt: null, requests: 1, lastRequest: { step: "matter_sent" } },
      next: { step: "reply_before_7", goesAt: "2027-03-05T15:00:00.000Z" },
    });
    // Who was asked how often, and who has looked, is told to the author and to that side.
    const asHonduras = (await read("focal_point:HND", body)).body;
    expect(asHonduras.sides.map(({ participant, requests }) => [participant, requests])).toEqual([
      ["HND", 1],
      ["SLV", null],
    ]);
    expect(asHonduras.messages).toBeNull();
    expect((await read("focal_point:CRI", body)).status).toBe(404);
    await api.call(tellSeen, { as: "focal_point:HND", params, body: { version: 1 } });
    const after = (await read("secretariat", body)).body;
    expect(after.sides.find(({ participant }) => participant === "HND")?.seenAt).not.toBeNull();
    expect(after.messages?.map(({ state }) => state)).toEqual(["queued", "queued"]);
  });

  test("an organisation is sent it, answers it and says how far what it owes has come, as a country does; another one does neither", async () => {
    const observer = await api.addPerson({ role: "observer", country: null });
    await owner.query("update app.app_user set organisation_code = 'IOM' where id = $1", [observer.userId]);
    const one = await dispatched({ to: ["IOM"] }, { visibility: "secretariat" });
    expect(one).toMatchObject({ sent: 1, answered: 0, sides: [{ participant: "IOM", mayAnswer: true, requests: 1 }] });
    const asIom = { ...observer, organisation: "IOM" };
    const params = { matterId: one.id };
    expect((await api.call(getCommitment, { as: asIom, params })).status).toBe(200);
    const answer = { said: "reply", language: "es", text: "La OIM lo envía", files: [], overruled: [] } as const;
    const stranger = await api.addPerson({ role: "civil_society", country: null });
    await owner.query("update app.app_user set organisation_code = 'RNCOM' where id = $1", [stranger.userId]);
    for (const as of [{ ...stranger, organisation: "RNCOM" }, await api.addPerson({ role: "observer", country: null })])
      expect((await api.call(replyToMatter, { as, params, body: answer })).status).toBe(404);
    const replied = await api.call(replyToMatter, { as: asIom, params, body: answer, idempotencyKey: "of-the-iom" });
    expect(replied.body).toMatchObject({ participant: "IOM", text: "La OIM lo envía" });
    const now = (await api.call(getCommitment, { as: "secretariat", params })).body;
    expect(now).toMatchObject({ answered: 1, sides: [{ replyId: replied.body.id, next: null }] });
    // What was sent to it is not its own to move; what it owes is.
    const moved = { stage: "in_progress", note: "", overruled: [] } as const;
    const move = (matterId: string, revision: number, as: Who | typeof asIom = asIom) =>
      api.call(moveCommitment, { as: as as never, params: { matterId }, revision, body: moved });
    expect((await move(one.id, now.revision)).status).toBe(404);
    const owed = await filed({ responsible: "IOM", to: ["IOM"] });
    expect((await move(owed.id, owed.revision)).body).toMatchObject({ stage: "in_progress", responsible: "IOM" });
    expect((await move(owed.id, owed.revision + 1, "focal_point:CRI")).status).toBe(404);
    // Asked again under the same key once it acts for another side, it is not shown what it was answered.
    await owner.query("update app.app_user set organisation_code = 'RNCOM' where id = $1", [observer.userId]);
    const again = await api.call(replyToMatter, {
      ...{ as: { ...observer, organisation: "RNCOM" }, params, body: answer, idempotencyKey: "of-the-iom" },
    });
    expect([again.problem?.code, again.text.includes("La OIM lo envía")]).toEqual(["idempotency-key-reused", false]);
  });

  test("only filed documents go with it, and only to those who may read them", async () => {
    const written = { language: "es", subject: "Un documento", body: "", translation: null, overruled: [] } as const;
    const document = async (visibility: "secretariat" | "members", isFiled = true) => {
      const params = { matterId: randomUUID() };
      const body = { ...written, documentKind: "background", meetingId: null, visibility, files: [] } as const;
      await api.call(saveDocument, { as: "secretariat", params, body, revision: 0 });
      if (isFiled) await api.call(fileDocument, { as: "secretariat", params, revision: 1 });
      return { matterId: params.matterId, version: 1 };
    };
    const one = await filed();
    const attempt = async (to: readonly string[], documents: { matterId: string; version: number }[]) =>
      faults(await api.call(previewDispatch, { ...on(one), body: { ...sending, to: [...to], documents } }));
    const members = await document("members");
    expect(await attempt(["CRI"], [members])).toBeUndefined();
    expect(await attempt(["CRI", "IOM"], [members])).toEqual(["document"]);
    expect(await attempt(["CRI"], [await document("secretariat")])).toEqual(["document"]);
    expect(await attempt(["CRI"], [await document("members", false)])).toEqual(["document"]);
    expect(await attempt(["CRI"], [{ ...members, version: 2 }])).toEqual(["document"]);
    // The message says how many documents there are.
    expect(await attempt(["CRI"], [members, members])).toEqual(["document"]);
    expect(await attempt(["CRI"], [{ matterId: one.id, version: 1 }])).toEqual(["document"]);
    await api.call(dispatchCommitment, { ...on(one), body: { ...sending, documents: [members] } });
    const { body } = await read("secretariat", one);
    const sent = { ...members, title: { language: "es", subject: "Un documento" } };
    expect(body.dispatches[0]?.documents).toEqual([{ ...sent, isWithdrawn: false }]);
    // What was sent cannot be unsent: from then on it is shown to nobody less, also if nobody has looked yet.
    const fewer = await api.call(showDocument, {
      ...{
        as: "secretariat",
        params: { matterId: members.matterId },
        revision: 2,
        body: { visibility: "secretariat" },
      },
    });
    expect(faults(fewer)).toEqual(["shown_already"]);
    // Its page says so before somebody tries.
    const { matterId } = members;
    const sentAlong = async (who: Who) =>
      (await api.call(getDocument, { as: who, params: { matterId } })).body.sentAlong;
    expect([await sentAlong("secretariat"), await sentAlong("focal_point:CRI")]).toEqual([true, null]);
    // Withdrawn it is gone for who was not sent it; who was goes on reading it, with the reason, and the record of the dispatch stays.
    await api.call(withdrawDocument, {
      ...{ as: "secretariat", params: { matterId }, revision: 2, body: { reason: "A figure in it is wrong" } },
    });
    const look = (who: Who) => api.call(getDocument, { as: who, params: { matterId } });
    expect((await look("focal_point:MEX")).status).toBe(404);
    expect((await look("focal_point:CRI")).body).toMatchObject({
      ...{ state: "withdrawn", withdrawn: { reason: "A figure in it is wrong" } },
    });
    const titles = async (who: Who) => (await read(who, one)).body.dispatches[0]?.documents;
    expect(await titles("focal_point:CRI")).toEqual([{ ...sent, isWithdrawn: true }]);
  });

  test("it is sent to nobody twice, not to the Secretariat, not by a day that has passed, and not once it is closed", async () => {
    const one = await filed();
    const attempt = async (body: Partial<typeof sending>) =>
      faults(await api.call(dispatchCommitment, { ...on(one), body: { ...sending, ...body } }));
    expect(await attempt({ to: [] })).toEqual(["to_nobody"]);
    expect(await attempt({ to: ["CRI", "CRI"] })).toEqual(["to_nobody"]);
    expect(await attempt({ to: ["ZZZ"] })).toEqual(["to_nobody", "to_nobody"]);
    expect(await attempt({ to: ["RCM-TS"] })).toEqual(["to_itself"]);
    expect(await attempt({ replyBy: "2027-02-09" })).toEqual(["reply_by"]);
    const done = (await api.call(moveCommitment, { ...on(one), body: { stage: "done", note: "", ...why } })).body;
    expect(faults(await api.call(dispatchCommitment, { ...on(done), body: sending }))).toEqual(["closed"]);
    expect((await api.call(dispatchCommitment, { ...on(await drafted()), body: sending })).problem?.code).toBe(
      "transition-refused",
    );
    expect(await mailsOf(one.id)).toEqual([]);
  });
});

describe("what is answered", () => {
  test("those to whom it was put answer it; others, and those who only read, do not", async () => {
    const one = await dispatched({ to: ["CRI", "HND"] });
    for (const [who, status] of [
      ["focal_point:HND", 201],
      ["liaison_officer:HND", 201],
      ["approver:HND", 403],
      ["contributor:HND", 403],
      ["focal_point:GTM", 404],
      ["rcgm_delegate", 403],
      ["observer", 404],
      ["secretariat", 403],
    ] as const) {
      const reply = await answer(who, one);
      expect([who, reply.status]).toEqual([who, status]);
    }
    const { body } = await read("focal_point:GTM", one);
    expect(body.replies).toHaveLength(2);
    // Who wrote it is for the own side and the Secretariat.
    const names = async (as: Who) => (await read(as, one)).body.replies.map(({ byName }) => byName !== null);
    expect(await names("focal_point:GTM")).toEqual([false, false]);
    expect(await names("rcgm_delegate")).toEqual([false, false]);
    expect(await names("approver:HND")).toEqual([true, true]);
    expect(await names("secretariat")).toEqual([true, true]);
    expect(body).toMatchObject({ sent: 2, answered: 1 });
    expect(body.sides.find(({ participant }) => participant === "HND")?.replyId).toBe(body.replies[1]?.id);
  });

  test("no comment is an answer without words; an answer with details of a person is questioned, and recorded as overruled", async () => {
    const one = await dispatched({ to: ["CRI"] });
    expect(faults(await answer("focal_point:CRI", one, { said: "no_comment" }))).toEqual(["text"]);
    expect(faults(await answer("focal_point:CRI", one, { text: " " }))).toEqual(["text"]);
    const text = "Pregunte a la señora Rosa Vargas, teléfono +506 2222 3333.";
    const asked = await answer("focal_point:CRI", one, { text });
    expect([asked.problem?.code, asked.problem?.details?.found]).toEqual(["personal-details", ["name", "phone"]]);
    expect((await answer("focal_point:CRI", one, { text, overruled: ["name", "phone"] })).status).toBe(201);
    expect((await answer("focal_point:CRI", one, { said: "no_comment", text: "" })).body).toMatchObject({ text: "" });
  });

  test("files go with it, only stored ones of the own side", async () => {
    const one = await dispatched({ to: ["CRI", "HND"] });
    const fileId = await addFile(api, "focal_point:CRI", { name: "respuesta.csv", content: goodCsv() });
    const files = [{ fileId, language: null }];
    expect(faults(await answer("focal_point:HND", one, { files }))).toEqual(["file_unknown"]);
    expect((await answer("focal_point:CRI", one, { files })).body.files).toMatchObject([{ name: "respuesta.csv" }]);
    const { body } = await read("focal_point:HND", one);
    expect(body.replies[0]?.files).toMatchObject([{ id: fileId }]);
    // Whoever reads the answer reads its file; who sent it is told to the own side and the Secretariat.
    const senderFor = async (as: Who) => (await api.call(getFileView, { as, params: { fileId } })).body.byName;
    expect([
      await senderFor("secretariat"),
      await senderFor("approver:CRI"),
      await senderFor("focal_point:HND"),
    ]).toEqual([...["focal_point CRI", "focal_point CRI"], null]);
  });

  test("an answer is taken back by its own side; then it is awaited again, and others see it no more", async () => {
    const one = await dispatched({ to: ["CRI", "HND"] });
    const given = (await answer("focal_point:HND", one)).body;
    const params = { matterId: one.id, replyId: given.id };
    expect((await api.call(withdrawReply, { as: "focal_point:CRI", params })).status).toBe(404);
    expect((await api.call(withdrawReply, { as: "secretariat", params })).status).toBe(403);
    const taken = await api.call(withdrawReply, { as: "liaison_officer:HND", params });
    expect(taken.body.withdrawn).not.toBeNull();
    expect((await api.call(withdrawReply, { as: "focal_point:HND", params })).problem?.code).toBe("transition-refused");
    expect((await read("focal_point:CRI", one)).body.replies).toEqual([]);
    const asDesk = (await read("secretariat", one)).body;
    expect([asDesk.answered, asDesk.replies.length]).toEqual([0, 1]);
  });
});

describe("who is reminded", () => {
  test("only those who have not answered; what happened since the preview is said, and nothing is sent", async () => {
    const one = await dispatched();
    await answer("focal_point:HND", one);
    const params = { matterId: one.id };
    const to = ["CRI", "HND", "GTM"];
    const seen = (await api.call(previewResendOfCommitment, { as: "secretariat", params, body: { to } })).body;
    expect([...new Set(seen.messages.map(({ participant }) => participant))]).toEqual(["CRI", "GTM"]);
    expect(seen.answered).toEqual(["HND"]);
    expect(seen.requests).toEqual(to.map((participant) => ({ participant, count: 1 })));
    const resend = (codes: readonly string[], count: number, current = one) =>
      api.call(resendCommitment, {
        ...on(current),
        body: { to: codes.map((participant) => ({ participant, count })) },
      });
    expect((await resend(to, 1)).problem?.details).toEqual({ participants: ["HND"] });
    expect((await resend(["CRI"], 0)).problem?.details).toEqual({ participants: ["CRI"] });
    const twice = await api.call(previewResendOfCommitment, {
      as: "secretariat",
      params,
      body: { to: ["GTM", "GTM"] },
    });
    expect([twice.body.requests.length, twice.body.messages.length]).toEqual([1, 1]);
    // The Secretariat edits the words between the look and the press: nothing is sent unseen, neither a reminder nor at first.
    const words = { subject: "{{commitment}} for {{country}}", opening: "Greetings to {{country}}.", closing: "" };
    for (const kind of ["matter_resend", "matter_sent"] as const)
      await api.call(saveTemplate, {
        ...{ as: "secretariat", params: { kind, language: "en" } },
        body: {
          words: { ...words, ...(kind === "matter_resend" && { subject: "{{standing}}: {{commitment}}" }) },
          basedOn: 0,
        },
      });
    expect(seen.wordings).toEqual([]);
    const unseen = { to: [{ participant: "GTM", count: 1 }], wordings: seen.wordings };
    expect((await api.call(resendCommitment, { ...on(one), body: unseen })).problem?.code).toBe("words-changed");
    const again = { ...on(one), body: { ...sending, wordings: seen.wordings } };
    expect((await api.call(dispatchCommitment, again)).problem?.code).toBe("words-changed");
    const looked = await api.call(previewDispatch, { as: "secretariat", params, body: sending });
    expect(looked.body.wordings).toHaveLength(1);
    expect(looked.body.messages.find(({ participant }) => participant === "GTM")).toMatchObject({
      subject: "Commitment, meeting of 1 February 2027 (point 3b) for Guatemala",
      bodyText: expect.stringContaining("Greetings to Guatemala."),
    });
    const sent = await resend(["CRI", "GTM", "GTM"], 1);
    expect([sent.status, sent.problem]).toEqual([200, null]);
    const { body } = await read("secretariat", one);
    expect((await resend(["CRI"], 1, body)).problem?.code).toBe("asked-meanwhile");
    const kinds = (await mailsOf(one.id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "matter_resend")).toHaveLength(seen.messages.length);
    expect(body.record.at(-1)).toMatchObject({ act: "resent", after: { to: ["CRI", "GTM"] } });
    // Whom a reminder went to is told to whoever sent it; each side is told how often it was asked itself.
    for (const as of ["focal_point:CRI", "approver:CRI", "focal_point:NIC", "rcgm_delegate"] as const) {
      const told = (await read(as, one)).body;
      expect([as, told.record.filter(({ act }) => act === "resent")]).toEqual([as, []]);
      const own = told.sides
        .filter(({ requests }) => requests !== null)
        .map(({ participant, requests }) => [participant, requests]);
      expect([as, own]).toEqual([as, as.endsWith(":CRI") ? [["CRI", 2]] : []]);
    }
  });

  test("a country reads its own messages, each commitment counted for itself and never among the requests for its report", async () => {
    await aRound(api, 2027, ["CRI", "HND", "GTM"]);
    const before = (await api.call(getAsks, { as: "secretariat", params: { country: "GTM" } })).body;
    const asksBefore = (await api.call(listMatterAsks, { as: "secretariat", params: { country: "GTM" } })).body.asks;
    const one = await dispatched({ to: ["GTM"] });
    await api.call(resendCommitment, { ...on(one), body: { to: [{ participant: "GTM", count: 1 }] } });
    const asks = async (as: Who, country = "GTM") => api.call(listMatterAsks, { as, params: { country } });
    const own = (await asks("secretariat")).body.asks.filter(({ matterId }) => matterId === one.id);
    expect(own.map(({ step, nth }) => [step, nth])).toEqual([
      ["matter_resend", 2],
      ["matter_sent", 1],
    ]);
    expect(own[1]).toMatchObject({ point: "3b", meeting: { body: "LON", heldOn: "2027-02-01" } });
    expect(own[1]?.recipients.map(({ state }) => state)).toEqual(["queued"]);
    const asGuatemala = (await asks("focal_point:GTM")).body.asks;
    expect(asGuatemala).toHaveLength(asksBefore.length + 2);
    // So does whoever signs its reports and speaks for it nowhere: none would be untrue.
    expect((await asks("approver:GTM")).body.asks).toEqual(asGuatemala);
    // What became of a mail is for the Secretariat.
    expect(asGuatemala[0]?.recipients.map(({ state }) => state)).toEqual([null]);
    expect((await asks("focal_point:HND")).status).toBe(404);
    expect((await asks("rcgm_delegate")).status).toBe(403);
    const after = (await api.call(getAsks, { as: "secretariat", params: { country: "GTM" } })).body;
    expect(after).toEqual(before);
  });
});

describe("how it stands", () => {
  test("whoever owes it, and the Secretariat, say how far it has come; nobody else, and nothing else", async () => {
    const one = await filed({ responsible: "HND", dueOn: "2027-02-05" });
    expect(one.overdueDays).toBe(5);
    const move = (as: Who, current: CommitmentView, body: Partial<BodyOf<typeof moveCommitment>> = {}) =>
      api.call(moveCommitment, { ...on(current), as, body: { stage: "in_progress", note: "", ...why, ...body } });
    for (const [who, status] of [
      ["focal_point:CRI", 404],
      ["approver:HND", 403],
      ["rcgm_delegate", 403],
      ["observer", 404],
    ] as const)
      expect([who, (await move(who, one)).status]).toEqual([who, status]);
    const moved = await move("liaison_officer:HND", one, { note: "Esperamos el reglamento." });
    expect(moved.body).toMatchObject({ stage: "in_progress", stageNote: "Esperamos el reglamento.", overdueDays: 5 });
    expect(moved.body.record.at(-1)).toMatchObject({
      ...{ act: "moved", by: "HND", before: { stage: "open" }, after: { stage: "in_progress" } },
    });
    const others = (await read("focal_point:CRI", moved.body)).body;
    expect([others.stageByName, others.record.at(-1)?.byName]).toEqual([null, null]);
    expect(others.record[0]?.byName).not.toBeNull();
    expect((await move("secretariat", one)).problem?.code).toBe("revision-stale");
    expect(faults(await move("focal_point:HND", moved.body))).toEqual(["same"]);
    expect(faults(await move("secretariat", moved.body, { stage: "dropped", note: "no" }))).toEqual(["reason"]);
    const dropped = await move("secretariat", moved.body, { stage: "dropped", note: "La Red lo decidió" });
    expect(dropped.body).toMatchObject({ stage: "dropped", overdueDays: null });
    expect((await move("focal_point:HND", await drafted({ responsible: "HND" }))).status).toBe(404);
  });

  test("a later meeting says what became of it; until then it is carried over each that was held", async () => {
    const one = await filed();
    const [planned, later] = [await meeting("2027-02-20", null), await meeting("2027-02-09", null)];
    expect((await read("observer", await filed({ visibility: "network" }))).body.carriedOver).toEqual([]);
    const held = await api.call(holdMeeting, {
      ...{ as: "secretariat", params: { meetingId: later.id }, revision: later.revision },
    });
    expect(held.status).toBe(200);
    expect((await read("secretariat", one)).body.carriedOver).toEqual([later.id]);
    const conclude = (meetingId: string, more: Partial<BodyOf<typeof concludeCommitment>> = {}) =>
      api.call(concludeCommitment, {
        ...on(one),
        body: { meetingId, language: "es", text: "La Red tomó nota.", stage: "done", ...why, ...more },
      });
    expect(faults(await conclude(made.id))).toEqual(["meeting_not_later"]);
    expect(faults(await conclude(planned.id))).toEqual(["meeting_to_come"]);
    expect((await conclude(randomUUID())).status).toBe(404);
    const { body } = await conclude(later.id);
    expect(body).toMatchObject({
      ...{
        stage: "done",
        carriedOver: [],
        outcome: { meetingId: later.id, language: "es", text: "La Red tomó nota." },
      },
    });
    expect(body.record.at(-1)).toMatchObject({ act: "concluded", reason: "La Red tomó nota." });
  });
});

test("on a demonstration what stands in no published report is marked as invented", async () => {
  const demonstration = await startTestApi({ demonstration: true });
  try {
    const params = { matterId: randomUUID() };
    const body: Written = { ...promise(), meetingId: null };
    const reply = await demonstration.call(saveCommitment, { as: "secretariat", params, body, revision: 0 });
    expect(reply.body.invented).toBe(true);
  } finally {
    await demonstration.close();
  }
});

describe("what waits for a side", () => {
  const own = async (as: Who) => (await api.call(getOwnNetwork, { as })).body;
  const waits = async (as: Who, { id }: Pick<CommitmentView, "id">) =>
    (await own(as)).tasks.filter(({ matterId }) => matterId === id).map(({ kind, dueOn }) => `${kind} ${dueOn}`);

  test("a commitment is owed until it is done, an answer is awaited until it is there; others and readers have none of it", async () => {
    const one = await dispatched({}, { responsible: "HND", to: ["HND"], dueOn: "2027-02-01", visibility: "network" });
    expect(await waits("focal_point:HND", one)).toEqual(["owed 2027-02-01", "reply 2027-03-12"]);
    expect((await own("liaison_officer:HND")).tasks.find(({ matterId }) => matterId === one.id)).toMatchObject({
      ...{ kind: "owed", overdueDays: 9, matterKind: "commitment", author: "RCM-TS" },
      titles: [{ language: "es", subject: "Enviar los antecedentes" }],
    });
    expect(await waits("focal_point:CRI", one)).toEqual(["reply 2027-03-12"]);
    for (const as of ["focal_point:MEX", "approver:HND", "rcgm_delegate", "secretariat"] as const)
      expect([as, await waits(as, one)]).toEqual([as, []]);
    const said = await answer("focal_point:CRI", one);
    expect(await waits("focal_point:CRI", one)).toEqual([]);
    await api.call(withdrawReply, { as: "focal_point:CRI", params: { matterId: one.id, replyId: said.body.id } });
    expect(await waits("focal_point:CRI", one)).toEqual(["reply 2027-03-12"]);
    const now = (await read("secretariat", one)).body;
    await api.call(moveCommitment, { ...on(now), body: { stage: "done", note: "Se envió", ...why } });
    for (const as of ["focal_point:HND", "focal_point:CRI"] as const) expect(await waits(as, one)).toEqual([]);
  });

  test("a document that was sent waits until somebody of the side has had it on screen; what the Secretariat owes waits for it", async () => {
    const params = { matterId: randomUUID() };
    const document: BodyOf<typeof saveDocument> = {
      ...{ language: "es", subject: "Antecedentes", body: "", translation: null, overruled: [], links: [], files: [] },
      ...{ documentKind: "background", meetingId: null, visibility: "members" },
    };
    await api.call(saveDocument, { as: "secretariat", params, body: document, revision: 0 });
    // What was written and not filed waits for its own side, and nobody else hears of it.
    const isDraft = async (as: Who) =>
      (await own(as)).tasks.some(({ kind, matterId }) => kind === "draft" && matterId === params.matterId);
    expect([await isDraft("secretariat"), await isDraft("focal_point:CRI")]).toEqual([true, false]);
    await api.call(fileDocument, { as: "secretariat", params, revision: 1 });
    expect(await isDraft("secretariat")).toBe(false);
    const sentAlong = [{ matterId: params.matterId, version: 1 }];
    const one = await dispatched({ documents: sentAlong, replyBy: null }, { dueOn: "2027-02-28" });
    expect(await waits("secretariat", one)).toEqual(["owed 2027-02-28"]);
    const unread = async (as: Who) =>
      (await own(as)).tasks.filter(({ kind, matterId }) => kind === "read" && matterId === params.matterId).length;
    expect([await unread("focal_point:GTM"), await unread("focal_point:MEX")]).toEqual([1, 0]);
    await api.call(tellSeen, { as: "focal_point:GTM", params, body: { version: 1 } });
    expect([await unread("focal_point:GTM"), await unread("focal_point:HND")]).toEqual([0, 1]);
    const latest = async (as: Who) => (await own(as)).latest.some(({ matterId }) => matterId === params.matterId);
    expect([await latest("rcgm_delegate"), await latest("observer"), await latest("secretariat")]).toEqual([
      ...[true, false, false],
    ]);
    expect(await own("rcgm_delegate")).toMatchObject({ side: null, writes: false, tasks: [] });
  });
});
