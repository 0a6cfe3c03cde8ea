import { randomUUID } from "node:crypto";
import {
  addTranslation,
  apiPrefix,
  type BodyInputOf,
  type BodyOf,
  type DocumentView,
  fileDocument,
  fileVoice,
  getDocument,
  listDocuments,
  planMeeting,
  reviseDocument,
  saveAgenda,
  saveDocument,
  saveVoice,
  showDocument,
  tellSeen,
  withdrawDocument,
} from "@avances/contracts";
import { isOfSecretariat, type Role, roles } from "@avances/domain/access";
import { fileLimits, readsLevel, visibilityChoices } from "@avances/domain/network";
import { goodCsv, makePdf } from "@avances/files/testing/good-files";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addFile } from "#testing/add-file.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
let owner: ReturnType<typeof testClient>;
beforeAll(async () => {
  api = await startTestApi();
  owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

type Written = BodyOf<typeof saveDocument>;
const plain: Written = {
  ...{ language: "es", subject: "Antecedentes de la reunión", body: "Lo que se envió antes.", translation: null },
  ...{ overruled: [], links: [], documentKind: "background", meetingId: null, visibility: "network", files: [] },
};
const revision = ({ visibility: _, ...rest }: Written) => rest;

async function drafted(more: Partial<Written> = {}): Promise<DocumentView> {
  const params = { matterId: randomUUID() };
  const reply = await api.call(saveDocument, { as: "secretariat", params, body: { ...plain, ...more }, revision: 0 });
  expect([reply.status, reply.problem]).toEqual([200, null]);
  return reply.body;
}
async function filed(more: Partial<Written> = {}): Promise<DocumentView> {
  const reply = await api.call(fileDocument, on(await drafted(more)));
  expect([reply.status, reply.problem]).toEqual([200, null]);
  return reply.body;
}
const on = ({ id, revision: seen }: DocumentView) => ({
  ...{ as: "secretariat" as const, params: { matterId: id }, revision: seen },
});
const read = async (role: Role, matterId: string) =>
  api.call(getDocument, { as: await api.person(role), params: { matterId } });
const found = async (query: Record<string, string>, role: Role = "focal_point") => {
  const { body } = await api.call(listDocuments, { as: await api.person(role), query });
  return body.documents.map(({ id }) => id);
};
const inNetwork = roles.filter((role) => role !== "contributor");

test("a draft is read by the Secretariat alone; what was filed by exactly those for whom it is, in the list and by itself", async () => {
  for (const visibility of visibilityChoices) {
    const draft = await drafted({ visibility });
    expect(draft).toMatchObject({ state: "draft", version: 0, revision: 1, author: "RCM-TS", seen: [], versions: [] });
    for (const role of inNetwork) {
      const may = isOfSecretariat(role);
      expect([role, (await read(role, draft.id)).status]).toEqual([role, may ? 200 : 404]);
      expect([role, (await found({}, role)).includes(draft.id)]).toEqual([role, may]);
    }
    const { body } = await api.call(fileDocument, on(draft));
    expect(body).toMatchObject({ state: "filed", version: 1, revision: 2, versions: [{ version: 1 }] });
    for (const role of inNetwork) {
      const may = readsLevel(role, visibility);
      const reply = await read(role, draft.id);
      expect([role, visibility, reply.status]).toEqual([role, visibility, may ? 200 : 404]);
      expect([role, (await found({ visibility }, role)).includes(draft.id)]).toEqual([role, may]);
      // That a draft was written, and who has seen it, is its own side's affair.
      if (may && !isOfSecretariat(role))
        expect([role, reply.body.seen, reply.body.record.map(({ act }) => act)]).toEqual([role, null, ["filed"]]);
    }
  }
  expect((await read("contributor", randomUUID())).status).toBe(403);
});

test("nobody else writes, files, revises, shows, withdraws or translates", async () => {
  const document = await filed();
  for (const role of roles.filter((one) => !isOfSecretariat(one))) {
    const call = { ...on(document), as: await api.person(role) };
    const said = { textRevision: 1, language: "en", subject: "Background", body: "", overruled: [] } as const;
    const replies = [
      await api.call(saveDocument, { ...call, body: plain }),
      await api.call(fileDocument, call),
      await api.call(reviseDocument, { ...call, body: revision(plain) }),
      await api.call(showDocument, { ...call, body: { visibility: "members" } }),
      await api.call(withdrawDocument, { ...call, body: { reason: "Because I can" } }),
      await api.call(addTranslation, { ...call, body: said }),
    ];
    expect([role, replies.map(({ status }) => status)]).toEqual([role, replies.map(() => 403)]);
  }
  expect((await read("secretariat", document.id)).body).toEqual(document);
});

test("whoever decides on a document that was changed is shown it; a lost reply is given again, nothing happens twice", async () => {
  const draft = await drafted();
  const call = { ...on(draft), body: { ...plain, subject: "Otro título" }, idempotencyKey: "once-and-no-more" };
  const first = await api.call(saveDocument, call);
  const again = await api.call(saveDocument, call);
  expect([again.status, again.body]).toEqual([200, first.body]);
  const late = await api.call(fileDocument, on(draft));
  expect([late.status, late.problem?.code, late.problem?.details?.current]).toMatchObject([
    ...[412, "revision-stale"],
    { revision: 2, words: { subject: "Otro título" } },
  ]);
  // The id of something that others wrote is not one's own.
  const taken = await api.call(saveDocument, { ...on(draft), revision: 0, body: plain });
  expect(taken.problem?.code).toBe("revision-stale");
});

test("another version is filed at once; earlier ones stay with the files that they held", async () => {
  const one = await addFile(api, "secretariat", { name: "Primera nota.pdf", content: makePdf() });
  const two = await addFile(api, "secretariat", { name: "Segunda nota.csv", content: goodCsv() });
  const first = await filed({ files: [{ fileId: one, language: "es" }] });
  expect(first.files).toMatchObject([{ id: one, name: "Primera nota.pdf", language: "es" }]);
  const body = {
    ...revision(plain),
    ...{ subject: "Antecedentes, corregidos", documentKind: "report" as const },
    files: [two, one].map((fileId) => ({ fileId, language: null })),
  };
  const second = (await api.call(reviseDocument, { ...on(first), body })).body;
  expect(second).toMatchObject({
    ...{ version: 2, revision: 3, documentKind: "report", words: { subject: "Antecedentes, corregidos" } },
    files: [{ id: two }, { id: one }],
    versions: [
      { version: 1, subject: "Antecedentes de la reunión", files: [{ id: one }] },
      { version: 2, subject: "Antecedentes, corregidos", files: [{ id: two }, { id: one }] },
    ],
  });
  expect((await read("observer", first.id)).body.versions).toEqual(second.versions);
  for (const fileId of [one, two]) {
    const { cookie } = await api.person("observer");
    const reply = await api.app.inject({ url: `${apiPrefix}/files/${fileId}/content`, headers: { cookie } });
    expect(reply.statusCode).toBe(200);
  }
  // A draft is no version, and what was filed is no draft.
  const replies = [
    await api.call(saveDocument, { ...on(second), body: plain }),
    await api.call(fileDocument, on(second)),
    await api.call(reviseDocument, { ...on(await drafted()), body: revision(plain) }),
  ];
  expect(replies.map(({ problem }) => problem?.code)).toEqual(replies.map(() => "transition-refused"));
});

test("files of a draft are its own side's, those taken off again too; foreign, missing and doubled ones and the twenty-first are refused", async () => {
  const files = [];
  for (let n = 0; n <= fileLimits.perMatter; n += 1)
    files.push(await addFile(api, "secretariat", { name: `nota ${n}.csv`, content: goodCsv() }));
  const foreign = await addFile(api, "focal_point:CRI", { name: "ajena.csv", content: goodCsv() });
  const of = (...ids: readonly (string | undefined)[]) =>
    ids.map((fileId) => ({ fileId: fileId ?? "", language: null }));
  const draft = await drafted({ files: of(files[0], files[1]) });
  const { body } = await api.call(saveDocument, { ...on(draft), body: { ...plain, files: of(files[1]) } });
  expect(body.files.map(({ id }) => id)).toEqual([files[1]]);
  const { cookie } = await api.person("focal_point");
  const asked = async (id: string | undefined) =>
    (await api.app.inject({ url: `${apiPrefix}/files/${id}/content`, headers: { cookie } })).statusCode;
  expect([await asked(files[0]), await asked(files[1])]).toEqual([404, 404]);
  const released = await api.call(fileDocument, on(body));
  expect(released.status).toBe(200);
  expect([await asked(files[0]), await asked(files[1])]).toEqual([404, 200]);
  const fault = async (...ids: readonly (string | undefined)[]) => {
    const params = { matterId: randomUUID() };
    const call = { as: "secretariat" as const, params, revision: 0, body: { ...plain, files: of(...ids) } };
    const reply = await api.call(saveDocument, call);
    return [reply.status, reply.problem?.code, reply.problem?.details?.faults];
  };
  expect(await fault(foreign)).toEqual([422, "matter-refused", ["file_unknown"]]);
  expect(await fault(randomUUID())).toEqual([422, "matter-refused", ["file_unknown"]]);
  expect(await fault(files[2], files[2])).toEqual([422, "matter-refused", ["file_unknown"]]);
  expect(await fault(...files)).toEqual([422, "matter-refused", ["files_many"]]);
});

describe("two languages", () => {
  test("a translation names the words it says, and is outdated once they are changed; nobody edits the original by it", async () => {
    const document = await filed({ translation: { subject: "Background of the meeting", body: "" } });
    const [english] = document.words.translations;
    expect(english).toMatchObject({ language: "en", subject: "Background of the meeting", state: "translated" });
    const changed = { ...revision(plain), subject: "Antecedentes nuevos" };
    const second = (await api.call(reviseDocument, { ...on(document), body: changed })).body;
    expect(second.words.translations).toMatchObject([{ subject: "Background of the meeting", state: "outdated" }]);
    expect((await read("observer", document.id)).body.words).toEqual(second.words);
    const say = (textRevision: number, more = {}) =>
      api.call(addTranslation, {
        ...{ as: "secretariat#2", params: { matterId: document.id } },
        body: { textRevision, language: "en", subject: "New background", body: "", overruled: [], ...more },
      });
    // Whoever translated words that are no longer there is told so, and so is whoever "translates" into their own language.
    expect((await say(1)).problem?.code).toBe("words-changed");
    expect((await say(2, { language: "es" })).problem?.code).toBe("words-changed");
    const said = await say(2);
    expect([said.status, said.body.subject]).toEqual([201, "Antecedentes nuevos"]);
    expect(said.body.translations).toMatchObject([{ subject: "New background", state: "translated" }]);
    const now = (await read("focal_point", document.id)).body;
    // It is no act on the document: whoever decides on it has read what it says.
    expect([now.revision, now.words]).toEqual([second.revision, said.body]);
  });

  test("of a draft the words that are saved are translated along; the same translation is not written twice", async () => {
    const translation = { subject: "Background", body: "What was sent" };
    const draft = await drafted({ translation });
    const same = (await api.call(saveDocument, { ...on(draft), body: { ...plain, translation } })).body;
    const rows = await owner.query("select text_revision, subject from app.translation where matter_id = $1", [
      draft.id,
    ]);
    expect(rows.rows).toEqual([{ text_revision: 1, subject: "Background" }]);
    const other = { ...plain, subject: "Otros", translation };
    const changed = (await api.call(saveDocument, { ...on(same), body: other })).body;
    expect(changed.words).toMatchObject({ textRevision: 2, translations: [{ state: "translated" }] });
    expect((await read("focal_point", draft.id)).status).toBe(404);
  });

  test("the Secretariat translates what a country wrote, and changes nothing of it", async () => {
    const matterId = randomUUID();
    await owner.query(
      `insert into app.matter (id, kind, author_code, language, subject, body, text_revision, visibility, state, version, revision, filed_at,
         created_at, created_by, created_by_name)
       values ($1, 'document', 'HND', 'es', 'Informe', 'Texto', 1, 'members', 'filed', 1, 1, now(), now(), $2, 'Somebody')`,
      [matterId, randomUUID()],
    );
    await owner.query("insert into app.document (matter_id, document_kind) values ($1, 'report')", [matterId]);
    await owner.query(
      `insert into app.matter_version (matter_id, version, language, subject, body, text_revision, at, by, by_name)
       values ($1, 1, 'es', 'Informe', 'Texto', 1, now(), $2, 'Somebody')`,
      [matterId, randomUUID()],
    );
    const said = { textRevision: 1, language: "en", subject: "Report", body: "Text", overruled: [] } as const;
    const reply = await api.call(addTranslation, { as: "secretariat", params: { matterId }, body: said });
    expect([reply.status, reply.body.translations[0]?.subject]).toEqual([201, "Report"]);
    const seen = (await read("liaison_officer", matterId)).body;
    expect(seen).toMatchObject({ author: "HND", revision: 1, words: { subject: "Informe" } });
    // For every act but this it is a missing one: of another side.
    const call = { as: "secretariat" as const, params: { matterId }, revision: 1 };
    const replies = [
      await api.call(reviseDocument, { ...call, body: revision(plain) }),
      await api.call(showDocument, { ...call, body: { visibility: "network" } }),
      await api.call(withdrawDocument, { ...call, body: { reason: "It is not ours" } }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

test("it is shown to fewer only while nobody of another side has had it on screen; what was seen stays", async () => {
  const document = await filed({ visibility: "network" });
  const show = (now: DocumentView, visibility: "secretariat" | "members" | "network") =>
    api.call(showDocument, { ...on(now), body: { visibility } });
  const members = (await show(document, "members")).body;
  expect(members).toMatchObject({ visibility: "members", revision: 3 });
  expect((await read("observer", document.id)).status).toBe(404);
  expect((await show(members, "members")).problem?.details).toEqual({ faults: ["same"] });
  // The own side looks at its own document without a trace.
  const look = async (role: Role, version: number) =>
    (await api.call(tellSeen, { as: await api.person(role), params: { matterId: document.id }, body: { version } }))
      .status;
  expect(await look("secretariat", 1)).toBe(204);
  expect(await look("observer", 1)).toBe(404);
  expect(await look("focal_point", 2)).toBe(404);
  expect([await look("focal_point", 1), await look("focal_point", 1), await look("rcgm_delegate", 1)]).toEqual([
    ...[204, 204, 204],
  ]);
  const { seen } = (await read("secretariat", document.id)).body;
  expect(seen?.map(({ participant, version }) => [participant, version])).toEqual([
    ["CRI", 1],
    [null, 1],
  ]);
  expect((await show(members, "secretariat")).problem?.details).toEqual({ faults: ["shown_already"] });
  expect((await show(members, "network")).body.visibility).toBe("network");
});

test("what was withdrawn is gone for others and stays with the Secretariat, with who, when and why; a draft is given up in the same way", async () => {
  const document = await filed();
  const reason = "Otro documento lo reemplaza";
  const { body } = await api.call(withdrawDocument, { ...on(document), body: { reason } });
  expect(body).toMatchObject({
    state: "withdrawn",
    withdrawn: { reason },
    record: [{}, {}, { act: "withdrawn", reason }],
  });
  for (const role of inNetwork)
    expect([role, (await read(role, document.id)).status]).toEqual([role, isOfSecretariat(role) ? 200 : 404]);
  const call = on(body);
  const replies = [
    await api.call(reviseDocument, { ...call, body: revision(plain) }),
    await api.call(showDocument, { ...call, body: { visibility: "members" } }),
    await api.call(withdrawDocument, { ...call, body: { reason } }),
  ];
  expect(replies.map(({ problem }) => problem?.code)).toEqual(replies.map(() => "transition-refused"));
  const draft = await drafted();
  const given = await api.call(withdrawDocument, { ...on(draft), body: { reason } });
  expect(given.body).toMatchObject({ state: "withdrawn", version: 0 });
});

describe("the search", () => {
  test("finds words of titles, summaries and names of files in both languages, with their stems, and what is in no file", async () => {
    const fileId = await addFile(api, "secretariat", {
      name: "Lineamientos_regionales-2031.csv",
      content: Buffer.from("palabra;secreta\n1;2\n"),
    });
    const { id } = await filed({
      ...{ subject: "Detección de víctimas en la frontera", body: "Un protocolo común para las instituciones." },
      ...{ translation: { subject: "Detecting victims at the border", body: "One protocol for all agencies." } },
      files: [{ fileId, language: "es" }],
    });
    const finding = ["detección", "deteccion", "víctima", "victimas", "institución", "detect", "agency", "borders"];
    for (const q of [...finding, "lineamientos", "regional 2031", '"protocolo común"', "frontera or nada"])
      expect([q, await found({ q })]).toEqual([q, [id]]);
    for (const q of ["secreta", "frontera -víctimas", "nada que ver", "de la", "the"])
      expect([q, await found({ q })]).toEqual([q, []]);
    // A word of what was never filed, or of a translation that another one has taken the place of, finds nothing.
    const { words } = (await read("secretariat", id)).body;
    const body = {
      textRevision: words.textRevision,
      language: "en",
      subject: "Spotting them",
      body: "",
      overruled: [],
    } as const;
    await api.call(addTranslation, { as: "secretariat", params: { matterId: id }, body });
    expect([await found({ q: "agencies" }), await found({ q: "spotting" })]).toEqual([[], [id]]);
    const draft = await drafted({ subject: "Quetzal" });
    expect([await found({ q: "quetzal" }), await found({ q: "quetzal" }, "secretariat")]).toEqual([[], [draft.id]]);
  });

  test("by meeting, kind and circle of readers, fifty a page", async () => {
    const lon = {
      body: "LON",
      heldOn: "2031-08-02",
      untilOn: null,
      place: "Belmopán",
      host: "BLZ",
      publicSource: null,
    } as const;
    const meetingId = (await api.call(planMeeting, { as: "secretariat", body: lon })).body.id;
    const ofMeeting = await filed({ meetingId, documentKind: "decision", visibility: "members" });
    expect(await found({ meeting: meetingId })).toEqual([ofMeeting.id]);
    expect(await found({ meeting: meetingId, kind: "decision", visibility: "members" })).toEqual([ofMeeting.id]);
    expect(await found({ meeting: meetingId, kind: "report" })).toEqual([]);
    expect(await found({ meeting: meetingId }, "observer")).toEqual([]);
    for (let n = 0; n < 50; n += 1) await filed({ subject: `Ceiba ${n}` });
    api.clock.advance(60_000);
    await filed({ subject: "Ceiba 50" });
    const as = await api.person("focal_point");
    const first = (await api.call(listDocuments, { as, query: { q: "ceiba" } })).body;
    const second = (await api.call(listDocuments, { as, query: { q: "ceiba", page: "2" } as never })).body;
    expect([first.total, first.documents.length, second.documents.length]).toEqual([51, 50, 1]);
    expect(first.documents[0]?.words.subject).toBe("Ceiba 50");
    const unknown = { ...plain, meetingId: randomUUID() };
    const params = { matterId: randomUUID() };
    const reply = await api.call(saveDocument, { as: "secretariat", params, body: unknown, revision: 0 });
    expect(reply.problem?.details).toEqual({ faults: ["meeting_unknown"] });
  });
});

describe("details of persons", () => {
  const said = "La víctima María López vive en la Calle Real 25, tel. 8888 1234";
  const kinds = ["name", "phone", "address"] as const;
  const overruled = async (matterId: string) =>
    (
      await owner.query(
        "select action, object_type, detail from app.audit_event where object_id = $1 and action = 'details.overruled' order by at",
        [matterId],
      )
    ).rows;
  const save = (body: Partial<Written>, matterId = randomUUID()) =>
    api.call(saveDocument, { as: "secretariat", params: { matterId }, body: { ...plain, ...body }, revision: 0 });

  test.each([
    ["a title", { subject: said }],
    ["a summary", { body: said }],
    ["a translation", { translation: { subject: "Report", body: "The victim Mary Jones, phone 555-0100-22" } }],
  ])(
    "in %s are questioned before they are kept, and may be overruled, which is recorded as kinds",
    async (_where, body) => {
      const matterId = randomUUID();
      const asked = await save(body, matterId);
      expect([asked.status, asked.problem?.code]).toEqual([422, "personal-details"]);
      const found = asked.problem?.details?.found as readonly never[];
      expect(found.length).toBeGreaterThan(1);
      expect((await read("secretariat", matterId)).status).toBe(404);
      // Only what was named is overruled: another kind is asked about.
      const part = await save({ ...body, overruled: found.slice(1) }, matterId);
      expect(part.problem?.details?.found).toEqual(found.slice(0, 1));
      expect(await overruled(matterId)).toEqual([]);
      expect((await save({ ...body, overruled: found }, matterId)).status).toBe(200);
      const record = await overruled(matterId);
      expect(record).toEqual([
        { action: "details.overruled", object_type: "matter", detail: { kinds: found.join(" ") } },
      ]);
      expect(JSON.stringify(record)).not.toMatch(/María|Mary|8888|Real/);
    },
  );

  test("also in the name of a file and in a translation that is added later, in both languages", async () => {
    const content = goodCsv();
    const fileId = await addFile(api, "secretariat", { name: "Caso de la víctima Ana Mora.csv", content });
    const asked = await save({ files: [{ fileId, language: null }] });
    expect(asked.problem?.details).toEqual({ found: ["name"] });
    const { id } = await filed();
    const body = {
      textRevision: 1,
      language: "en",
      subject: "Report",
      body: "Call Mr. John Smith, +506 8888 1234",
    } as const;
    const call = { as: "secretariat" as const, params: { matterId: id } };
    const question = await api.call(addTranslation, { ...call, body: { ...body, overruled: [] } });
    expect([question.status, question.problem?.details]).toEqual([422, { found: ["name", "phone"] }]);
    const kept = await api.call(addTranslation, { ...call, body: { ...body, overruled: ["name", "phone"] } });
    expect(kept.status).toBe(201);
    expect((await overruled(id)).map(({ detail }) => detail)).toEqual([{ kinds: "name phone" }]);
    const spanish = await save({ subject: said });
    expect(spanish.problem?.details).toEqual({ found: [...kinds] });
  });
});

describe("what a document belongs to", () => {
  const voice = async (visibility: "network" | "members" | "secretariat", isFiled = true) => {
    const rncom = await api.addPerson({ role: "civil_society", organisation: "RNCOM" });
    const params = { matterId: randomUUID() };
    const body: BodyInputOf<typeof saveVoice> = {
      ...{
        language: "es",
        subject: `Aporte ${visibility}`,
        body: "Texto",
        translation: null,
        overruled: [],
        links: [],
      },
      ...{ kind: "contribution", contributionKind: "challenge", source: null, owner: null, files: [] },
      ...{ addressees: [], meetingId: null, visibility },
    };
    await api.call(saveVoice, { as: rncom, params, body, revision: 0 });
    if (isFiled) await api.call(fileVoice, { as: rncom, params, revision: 1 });
    return params.matterId;
  };

  test("it is found by that, and who may not read a matter does not learn of the link; a point of an agenda makes it one of the meeting", async () => {
    const meeting = await api.call(planMeeting, {
      as: "secretariat",
      body: {
        ...{ body: "LON", heldOn: "2031-05-05", untilOn: null, place: "San José", host: "CRI" },
        publicSource: null,
      },
    });
    const agenda = await api.call(saveAgenda, {
      ...{ as: "secretariat", params: { meetingId: meeting.body.id }, revision: meeting.body.revision },
      body: {
        points: [
          {
            ...{ id: null, number: 1, letter: "", language: "es", title: "Apertura", presenter: null },
            ...{ translation: null, translationHolds: false },
          },
        ],
        ...{ reason: "", overruled: [] },
      },
    });
    expect(agenda.problem).toBeNull();
    const point = agenda.body.agenda[0]?.id ?? "";
    const [open, forMembers] = [await voice("network"), await voice("members")];
    const links: Written["links"] = [
      { kind: "indicator", code: "TIP-PRV-04" },
      { kind: "matter", code: open },
      { kind: "matter", code: forMembers },
      { kind: "matter", code: point },
    ];
    const one = await filed({ links, subject: "Con enlaces" });
    expect(one.links).toHaveLength(4);
    expect(one.matters.map(({ id, kind }) => [id, kind]).sort()).toEqual(
      [
        [open, "contribution"],
        [forMembers, "contribution"],
        [point, "agenda_item"],
      ].sort(),
    );
    const observed = (await read("observer", one.id)).body;
    expect(observed.links.map(({ code }) => code).sort()).toEqual(["TIP-PRV-04", open, point].sort());
    expect(observed.matters.map(({ subject }) => subject)).not.toContain("Aporte members");
    for (const about of ["TIP-PRV-04", open, point]) {
      expect([about, (await found({ about })).includes(one.id)]).toEqual([about, true]);
      expect([about, (await found({ about }, "observer")).includes(one.id)]).toEqual([about, true]);
    }
    expect((await found({ about: forMembers })).includes(one.id)).toBe(true);
    expect(await found({ about: forMembers }, "observer")).toEqual([]);
    expect(await found({ meeting: meeting.body.id }, "observer")).toEqual([one.id]);
    expect(await found({ about: "TIP-PRV-06" })).toEqual([]);
    // Another version says anew to what it belongs.
    const fewer = await api.call(reviseDocument, {
      ...on(one),
      body: { ...revision(plain), links: links.slice(0, 1) },
    });
    expect(fewer.body.links).toEqual(links.slice(0, 1));
    expect(await found({ about: open })).toEqual([]);
  });

  test("it belongs to nothing that is not there, or that the Secretariat cannot read", async () => {
    const draft = await voice("network", false);
    for (const link of [
      { kind: "indicator", code: "TIP-PRV-99" },
      { kind: "matter", code: randomUUID() },
      { kind: "matter", code: "TIP-PRV-04" },
      { kind: "matter", code: draft },
    ] as const) {
      const params = { matterId: randomUUID() };
      const body = { ...plain, links: [link] };
      const reply = await api.call(saveDocument, { as: "secretariat", params, body, revision: 0 });
      expect([link.code, reply.problem?.details?.faults]).toEqual([link.code, ["link_unknown"]]);
    }
    // Nor to itself, once it is there.
    const one = await filed({ subject: "A sí mismo" });
    const links: Written["links"] = [{ kind: "matter", code: one.id }];
    const reply = await api.call(reviseDocument, { ...on(one), body: { ...revision(plain), links } });
    expect(reply.problem?.details?.faults).toEqual(["link_unknown"]);
  });
});
