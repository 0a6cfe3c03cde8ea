import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  addTranslation,
  assessCompletion,
  type BodyInputOf,
  fileDocument,
  fileVoice,
  getPublicFile,
  getPublicVoices,
  linkVoice,
  listPublicDocuments,
  replyToMatter,
  reviseVoice,
  saveDocument,
  saveVoice,
  showVoice,
  takeStance,
  type VoiceView,
  withdrawDocument,
  withdrawReply,
  withdrawVoice,
} from "@avances/contracts";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { addFile } from "#testing/add-file.ts";
import { startTestApi, type TestApi, type TestPerson } from "#testing/start-test-api.ts";

/** What its author shows to everybody is a part of the edition from the same act on, and nothing else of the Network ever is. */
let api: TestApi;
let rncom: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  rncom = await api.addPerson({ role: "civil_society", organisation: "RNCOM", displayName: "Rosa Canary" });
});
afterAll(() => api?.close());

type Written = BodyInputOf<typeof saveVoice>;
const indicator = "TIP-PRV-04";
const recommendation: Written = {
  ...{ language: "es", subject: "Presupuesto para la prevención", body: "Texto", translation: null, overruled: [] },
  ...{ kind: "recommendation", contributionKind: null, source: { kind: "own", name: "" }, owner: null },
  ...{ addressees: ["CRI", "HND"], meetingId: null, visibility: "public", files: [] },
  links: [{ kind: "indicator", code: indicator }],
};
const challenge: Written = {
  ...{ ...recommendation, kind: "contribution", contributionKind: "challenge", source: null, addressees: [] },
};
const say = { language: "es", text: "", overruled: [] } as const;
const at = ({ id, revision }: VoiceView) => ({ params: { matterId: id }, revision });
const here = ({ id }: VoiceView) => ({ params: { matterId: id } });

async function filed(body: Written = recommendation, as: TestPerson | "secretariat" = rncom): Promise<VoiceView> {
  const params = { matterId: randomUUID() };
  const draft = await api.call(saveVoice, { as, params, body, revision: 0 });
  expect([draft.status, draft.problem]).toEqual([200, null]);
  return (await api.call(fileVoice, { as, ...at(draft.body) })).body;
}
const beside = async (about: "indicators" | "countries" | "articles" | "objectives", code: string) =>
  api.call(getPublicVoices, { params: { about, code } });
/** Readers get an edition a moment after its act. */
const waitFor = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 15_000, interval: 30 });
const shown = (voice: VoiceView, look: (one: NonNullable<Awaited<ReturnType<typeof of>>>) => void) =>
  waitFor(async () => {
    const one = await of(voice);
    if (one === undefined) throw new Error("not shown");
    look(one);
    return one;
  });
const of = async ({ id }: VoiceView, code = indicator) =>
  (await beside("indicators", code)).body.voices.find((one) => one.id === id);
const gone = (voice: VoiceView) => waitFor(async () => expect(await of(voice)).toBeUndefined());
/** Every byte of the edition that the public reads. */
const bytes = async () =>
  (
    await query<{ key: string; text: string }>(
      api.ownerUrl,
      `select e.key, convert_from(p.body, 'UTF8') as text from release.edition_entry e join release.payload p on p.hash = e.payload_hash
       where e.edition_id = (select max(id) from release.edition)`,
    )
  )
    .map(({ key, text }) => `${key} ${text}`)
    .join("\n");
const editions = async () =>
  (await query<{ n: number }>(api.ownerUrl, "select count(*)::int as n from release.edition"))[0]?.n;

describe("nothing is shown to everybody but what its author shows to everybody", () => {
  test("drafts and what fewer read make no edition", async () => {
    expect((await beside("indicators", indicator)).body).toEqual({
      edition: null,
      participants: [],
      voices: [],
      documents: [],
    });
    await api.call(saveVoice, { as: rncom, params: { matterId: randomUUID() }, body: recommendation, revision: 0 });
    for (const visibility of ["secretariat", "members", "network"] as const) {
      const voice = await filed({ ...recommendation, visibility });
      await api.call(takeStance, { as: "focal_point:CRI", ...here(voice), body: { ...say, said: "accepts" } });
    }
    expect(await editions()).toBe(0);
    expect((await beside("indicators", indicator)).body.voices).toEqual([]);
  });

  test("what is no such thing is a missing one, and so is a restricted indicator", async () => {
    for (const [about, code] of [
      ["indicators", "TIP-PRV-99"],
      ["indicators", "TIP-JUS-08"],
      ["countries", "PER"],
      ["articles", "tip-99"],
      ["objectives", "X"],
    ] as const)
      expect([code, (await beside(about, code)).status]).toEqual([code, 404]);
    expect((await beside("articles", "tip-9")).status).toBe(200);
    expect((await beside("countries", "CRI")).status).toBe(200);
  });

  test("filed for everybody it is in the edition of that act, beside all that it is about, without the name of a person", async () => {
    const hidden = await filed({ ...challenge, visibility: "network", subject: "Canary of the Network" });
    const voice = await filed({
      ...recommendation,
      links: [
        { kind: "indicator", code: indicator },
        { kind: "indicator", code: "TIP-JUS-08" },
        { kind: "article", code: "tip-9" },
        { kind: "country", code: "PER" },
      ],
    });
    const one = await shown(voice, () => undefined);
    expect(one).toMatchObject({
      ...{ author: "RNCOM", kind: "recommendation", version: 1, noted: [], replies: [], invented: false },
      words: { language: "es", subject: recommendation.subject, translations: [] },
      about: [
        { kind: "article", code: "tip-9", linkedBy: null },
        { kind: "indicator", code: indicator, linkedBy: null },
      ],
      addressees: [
        { participant: "CRI", stance: null, own: null, others: [] },
        { participant: "HND", stance: null, own: null, others: [] },
      ],
    });
    const beCountry = (await beside("countries", "HND")).body;
    expect(beCountry.voices.map(({ id }) => id)).toEqual([voice.id]);
    expect(beCountry.participants.map(({ code }) => code)).toEqual(["CRI", "HND", "RNCOM"]);
    expect(beCountry.edition).not.toBeNull();
    expect((await beside("articles", "tip-9")).body.voices).toHaveLength(1);
    expect((await beside("countries", "MEX")).body.voices).toEqual([]);
    const all = await bytes();
    expect(all).toContain(voice.id);
    expect(all).not.toMatch(/Canary|focal_point|TIP-JUS-08/);
    expect(all).not.toContain(hidden.id);
    // Shown as it is to a reader who signed in.
    expect(
      (await api.call(getPublicVoices, { as: "focal_point:CRI", params: { about: "countries", code: "HND" } })).body,
    ).toEqual(beCountry);
    await api.call(withdrawVoice, { as: rncom, ...at(voice), body: { reason: "It was entered twice" } });
    await gone(voice);
    expect(await bytes()).not.toContain(voice.id);
  });
});

describe("answers", () => {
  test("what was answered while fewer read it is not told; said again, it is, and to take note is no agreement", async () => {
    const voice = await filed({ ...recommendation, visibility: "network" });
    const early = { ...say, text: "Said to the Network" };
    await api.call(takeStance, { as: "focal_point:CRI", ...here(voice), body: { ...early, said: "accepts" } });
    await api.call(assessCompletion, { as: rncom, ...here(voice), body: { ...early, of: "CRI", step: "limited" } });
    await api.call(replyToMatter, {
      as: "focal_point:CRI",
      ...here(voice),
      body: { ...early, said: "reply", files: [] },
    });
    api.clock.advance(1_000);
    const open = await api.call(showVoice, { as: rncom, ...at(voice), body: { visibility: "public" } });
    expect([open.status, open.body.visibility]).toEqual([200, "public"]);
    await shown(voice, (one) => {
      expect(one.addressees).toEqual([
        { participant: "CRI", stance: null, own: null, others: [] },
        { participant: "HND", stance: null, own: null, others: [] },
      ]);
      expect(one.replies).toEqual([]);
    });
    expect(await bytes()).not.toContain("Said to the Network");

    api.clock.advance(1_000);
    const late = { ...say, text: "Dicho a todas las personas" };
    await api.call(takeStance, { as: "focal_point:CRI", ...here(voice), body: { ...late, said: "took_note" } });
    await api.call(assessCompletion, {
      as: "focal_point:CRI",
      ...here(voice),
      body: { ...late, of: "CRI", step: "substantial" },
    });
    await api.call(assessCompletion, { as: rncom, ...here(voice), body: { ...late, of: "CRI", step: "not_started" } });
    const reply = await api.call(replyToMatter, {
      ...{ as: "focal_point:HND", ...here(voice), body: { ...late, said: "reply", files: [] } },
    });
    const one = await shown(voice, ({ replies }) => expect(replies).toHaveLength(1));
    expect(one.addressees[0]).toMatchObject({
      stance: { participant: "CRI", said: "took_note", text: late.text },
      own: { by: "CRI", step: "substantial" },
      others: [{ by: "RNCOM", step: "not_started" }],
    });
    expect(one.replies).toMatchObject([{ participant: "HND", said: "reply" }]);
    expect(await bytes()).not.toContain("byName");
    await api.call(withdrawReply, {
      ...{ as: "focal_point:HND", params: { matterId: voice.id, replyId: reply.body.id } },
    });
    await shown(voice, ({ replies }) => expect(replies).toEqual([]));

    // Nobody knows who of the public has read it.
    const narrower = await api.call(showVoice, { as: rncom, ...at(open.body), body: { visibility: "network" } });
    expect(narrower.problem?.details?.faults).toEqual(["shown_already"]);
  });

  test("who takes note of a contribution is told as that; the Secretariat's links place it, and say whose they are", async () => {
    const voice = await filed({ ...challenge, links: [] });
    await waitFor(async () => expect(await bytes()).toContain(voice.id));
    expect(await of(voice)).toBeUndefined();
    const links = [{ kind: "indicator", code: indicator }] as const;
    expect((await api.call(linkVoice, { as: "secretariat", ...here(voice), body: { links } })).status).toBe(200);
    await api.call(takeStance, { as: "focal_point:MEX", ...here(voice), body: { ...say, said: "took_note" } });
    await shown(voice, (one) =>
      expect(one).toMatchObject({
        ...{ addressees: [], about: [{ ...links[0], linkedBy: "RCM-TS" }] },
        noted: [{ participant: "MEX", said: "took_note" }],
      }),
    );
    await api.call(linkVoice, { as: "secretariat", ...here(voice), body: { links: [] } });
    await gone(voice);
  });
});

test("another version takes the place of the first at once; a translation says which words it says", async () => {
  const voice = await filed({ ...recommendation, translation: { subject: "Budget for prevention", body: "Text" } });
  await shown(voice, ({ words }) =>
    expect(words.translations).toEqual([
      { language: "en", subject: "Budget for prevention", body: "Text", state: "translated" },
    ]),
  );
  const { visibility: _, ...rest } = recommendation;
  const revised = await api.call(reviseVoice, { as: rncom, ...at(voice), body: { ...rest, body: "Otro texto" } });
  expect(revised.status).toBe(200);
  await shown(voice, (one) => {
    expect([one.version, one.words.body]).toEqual([2, "Otro texto"]);
    expect(one.words.translations.map(({ state }) => state)).toEqual(["outdated"]);
  });
  const said = {
    textRevision: 2,
    language: "en",
    subject: "Budget for prevention",
    body: "Other text",
    overruled: [],
  } as const;
  expect((await api.call(addTranslation, { as: "secretariat", ...here(voice), body: said })).status).toBe(201);
  const one = await shown(voice, ({ words }) => expect(words.translations[0]?.state).toBe("translated"));
  expect(one.publicSince).toBe(voice.filedAt);
});

test("counts of few people are asked about in what everybody will read, and only there", async () => {
  const few = "Se identificó a tres niñas.";
  const params = { matterId: randomUUID() };
  const save = (more: Partial<Written>) =>
    api.call(saveVoice, { as: rncom, params, body: { ...recommendation, body: few, ...more }, revision: 0 });
  const asked = await save({});
  expect(asked.problem).toMatchObject({ code: "personal-details", details: { found: ["few_people"] } });
  expect((await save({ visibility: "network" })).status).toBe(200);
  const draft = await api.call(fileVoice, { as: rncom, params, revision: 1 });
  const show = (overruled?: ["few_people"]) =>
    api.call(showVoice, {
      as: rncom,
      ...at(draft.body),
      body: { visibility: "public", ...(overruled && { overruled }) },
    });
  expect((await show()).problem?.code).toBe("personal-details");
  expect((await show(["few_people"])).status).toBe(200);
  const reply = { ...say, text: few, said: "reply" as const, files: [] };
  const answered = await api.call(replyToMatter, { as: "focal_point:CRI", params, body: reply });
  expect(answered.problem?.details).toEqual({ found: ["few_people"] });
  const noted = await api.call(takeStance, {
    as: "focal_point:CRI",
    params,
    body: { ...say, text: few, said: "accepts" },
  });
  expect(noted.problem?.code).toBe("personal-details");
  const events = await query<{ detail: { kinds: string } }>(
    api.ownerUrl,
    `select detail from app.audit_event where action = 'details.overruled' and object_id = '${params.matterId}'`,
  );
  expect(events.map(({ detail }) => detail.kinds)).toEqual(["few_people"]);
});

test("a document is shown with its file, whose bytes everybody gets from the edition until it is withdrawn", async () => {
  const csv = Buffer.from("a;b\r\n1;2\r\n");
  const fileId = await addFile(api, "secretariat", { name: "Datos.csv", content: csv });
  const other = await addFile(api, "secretariat", { name: "Interno.csv", content: Buffer.from("a;b\r\n3;4\r\n") });
  const written = (visibility: "public" | "network", file: string): BodyInputOf<typeof saveDocument> => ({
    ...{ language: "es", subject: `Documento ${visibility}`, body: "", translation: null, overruled: [] },
    ...{ documentKind: "background", meetingId: null, visibility, files: [{ fileId: file, language: "es" }] },
    links: [
      { kind: "indicator", code: indicator },
      { kind: "indicator", code: "TIP-JUS-08" },
    ],
  });
  for (const [visibility, file] of [
    ["public", fileId],
    ["network", other],
  ] as const) {
    const params = { matterId: randomUUID() };
    const as = "secretariat";
    await api.call(saveDocument, { as, params, body: written(visibility, file), revision: 0 });
    expect((await api.call(fileDocument, { as, params, revision: 1 })).status).toBe(200);
  }
  await waitFor(async () =>
    expect((await api.call(listPublicDocuments, {})).body.documents).toMatchObject([
      {
        ...{ words: { subject: "Documento public" }, files: [{ id: fileId, name: "Datos.csv" }] },
        // A restricted indicator is named nowhere.
        about: [{ kind: "indicator", code: indicator }],
      },
    ]),
  );
  const { documents } = (await beside("indicators", indicator)).body;
  expect(documents.map(({ words }) => words.subject)).toEqual(["Documento public"]);
  const got = await api.call(getPublicFile, { params: { fileId } });
  expect([got.status, got.body]).toEqual([200, csv.toString()]);
  // What somebody changed where the bytes are kept is told to nobody.
  const [{ key } = { key: "" }] = await query<{ key: string }>(
    api.ownerUrl,
    `select store_key as key from app.file where id = '${fileId}'`,
  );
  const stored = join(api.deps.config.filesDir, key.slice(0, 2), key);
  writeFileSync(stored, csv.toString().replace("1", "2"));
  expect((await api.call(getPublicFile, { params: { fileId } })).status).toBe(500);
  writeFileSync(stored, csv);
  for (const id of [other, randomUUID()])
    expect((await api.call(getPublicFile, { params: { fileId: id } })).status).toBe(404);
  expect(await bytes()).not.toMatch(/Interno|Documento network/);
  const [{ id = "" } = {}] = (await api.call(listPublicDocuments, {})).body.documents;
  const withdrawn = { as: "secretariat", params: { matterId: id }, revision: 2 } as const;
  const reason = { reason: "It was the wrong file" };
  expect((await api.call(withdrawDocument, { ...withdrawn, body: reason })).status).toBe(200);
  await waitFor(async () => expect((await api.call(getPublicFile, { params: { fileId } })).status).toBe(404));
  expect((await api.call(listPublicDocuments, {})).body.documents).toEqual([]);
});
