import {
  getOutgoingMail,
  getTemplate,
  listOutgoingMail,
  listTemplates,
  previewTemplate,
  resendNotices,
  restoreTemplate,
  saveTemplate,
} from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { type WordingKind, wordingKinds } from "@avances/domain/wording";
import { builtInWording, previewStatesOf, runScheduler } from "@avances/notices";
import { insertCommitment } from "@avances/notices/testing/commitments";
import { insertMeeting } from "@avances/notices/testing/progress";
import { query } from "@avances/testing/query";
import { afterAll, beforeEach, expect, test } from "vitest";
import { aRound } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
const round = { year: 2027 };
const params = { kind: "resend_before", language: "es" } as const;
const words = {
  subject: "Atento recordatorio, {{standing}}: {{country}}, ronda {{round}}",
  opening: "La Secretaría Técnica saluda con aprecio a {{country}}.",
  closing: "Agradecemos de antemano su colaboración.",
};

beforeEach(async () => {
  await api?.close();
  api = await startTestApi({ now: "2027-02-10T15:00:00Z", config: { streamSeconds: 600 } });
  for (const who of ["focal_point:HND", "focal_point:MEX", "secretariat#2"] as const) await api.person(who);
  await query(api.ownerUrl, "update app.app_user set language = 'es' where country_code = 'HND'");
  await aRound(api, 2027, ["HND", "MEX"]);
});
afterAll(() => api.close());

const save = (patch: Partial<typeof words> = {}, basedOn = 0, as: Who = "secretariat") =>
  api.call(saveTemplate, { as, params, body: { words: { ...words, ...patch }, basedOn } });
const read = async (as: Who = "secretariat") => (await api.call(getTemplate, { as, params })).body;
const resend = (more: object = {}) =>
  api.call(resendNotices, {
    as: "secretariat",
    params: round,
    body: { countries: ["HND"], seen: [{ country: "HND", asksWritten: 9 }], preview: false, ...more },
  });

async function runSchedulerOnce(): Promise<void> {
  const stop = new AbortController();
  const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
  const scheduler = runScheduler({ ...api.deps, config }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
}

/** The last message of this kind to the country, as the secretariat reads it. */
async function lastMail(kind: string, country = "HND") {
  const list = await api.call(listOutgoingMail, { as: "secretariat", query: { country } });
  const id = list.body.messages.find((one) => one.kind === kind)?.id ?? "";
  return (await api.call(getOutgoingMail, { as: "secretariat", params: { mailId: id } })).body;
}

test("words are written, kept version by version, and taken back; who wrote what stays", async () => {
  const before = await read();
  expect(before).toMatchObject({ version: 0, isBuiltIn: true, at: null, versions: [], step: "resend" });
  expect(before.words).toEqual(before.builtIn);
  const saved = await save({ opening: `  ${words.opening}\r\n\r\n\r\n\r\nSaludos.  ` });
  expect(saved).toMatchObject({ status: 201, body: { version: 1, isBuiltIn: false } });
  expect(saved.body.words.opening).toBe(`${words.opening}\n\nSaludos.`);
  await save({}, 1, "secretariat#2");
  const restore = (version: number, basedOn: number) =>
    api.call(restoreTemplate, { as: "secretariat", params, body: { version, basedOn } });
  expect((await restore(1, 2)).body).toMatchObject({ version: 3, words: saved.body.words });
  const builtIn = (await restore(0, 3)).body;
  expect(builtIn).toMatchObject({ version: 4, isBuiltIn: true, words: before.builtIn });
  expect(builtIn.versions.map(({ version, restores, words: kept }) => [version, restores, kept === null])).toEqual([
    [4, 0, true],
    [3, 1, false],
    [2, null, false],
    [1, null, false],
  ]);
  const [first, second] = [await api.person("secretariat"), await api.person("secretariat#2")];
  expect(builtIn.versions.map(({ byName }) => byName)).toEqual(
    [first, first, second, first].map(({ displayName }) => displayName),
  );
  // What is in force already, and a version that never was.
  expect(await restore(0, 4)).toMatchObject({ status: 409, problem: { code: "transition-refused" } });
  expect(await restore(9, 4)).toMatchObject({ status: 404 });
  // The built-in words, typed, are the built-in words.
  await save({}, 4);
  expect((await save(before.builtIn, 5)).body).toMatchObject({ version: 6, isBuiltIn: true });
  const list = await api.call(listTemplates, { as: "secretariat" });
  expect(list.body.templates).toHaveLength(wordingKinds.length * languages.length);
  expect(list.body.templates.find((one) => one.kind === "resend_before" && one.language === "es")).toMatchObject({
    version: 6,
    isBuiltIn: true,
    byName: first.displayName,
  });
});

test("what would state a fact, or lacks its placeholder, is refused at its part; nothing is kept", async () => {
  const refused = await save({
    subject: "Recordatorio: {{pais}}\r\nBcc: x@evil.example",
    opening: "Hoy vence el plazo de Honduras.",
    closing: "Lea https://evil.example, {{standing}}.",
  });
  expect(refused).toMatchObject({ status: 422, problem: { code: "wording-refused" } });
  const faults = refused.problem?.details?.faults as { field: string; fault: string; word: string }[];
  expect(faults.map(({ field, fault, word }) => `${field} ${fault} ${word}`)).toEqual([
    "subject line_break ",
    "subject unknown_placeholder {{pais}}",
    "subject missing_placeholder {{country}}",
    "subject missing_placeholder {{round}}",
    "subject missing_placeholder {{standing}}",
    "subject address x@evil.example",
    "opening time_word Hoy",
    "opening country_name Honduras",
    "closing not_in_this_part {{standing}}",
    "closing address https://evil.example,",
  ]);
  expect(await save({ subject: "" })).toMatchObject({ status: 422 });
  expect(await save({ closing: "muy ".repeat(400) })).toMatchObject({ status: 422 });
  expect((await read()).versions).toEqual([]);
});

test("two people at once: the second is told who wrote what is in force", async () => {
  const both = await Promise.all([save({}, 0, "secretariat"), save({ closing: "" }, 0, "secretariat#2")]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const late = both.find(({ status }) => status === 409);
  const { displayName } = await api.person(late === both[0] ? "secretariat#2" : "secretariat");
  expect(late?.problem).toMatchObject({ code: "edited-meanwhile", details: { version: 1, byName: displayName } });
  expect((await read()).versions).toHaveLength(1);
  expect(await save({}, 7)).toMatchObject({ status: 409 });
});

test("only the Secretariat reads and writes them", async () => {
  for (const as of ["focal_point:HND", "presidency"] as const) {
    expect(await api.call(getTemplate, { as, params })).toMatchObject({ status: 403 });
    expect(await save({}, 0, as)).toMatchObject({ status: 403 });
    const body = { words, country: "HND", state: "plain" } as const;
    expect(await api.call(previewTemplate, { as, params, body })).toMatchObject({ status: 403 });
  }
});

test("a message keeps the words with which it was made; those made later have the new ones", async () => {
  await save();
  await resend();
  const made = await lastMail("resend");
  expect(made.subject).toContain("Atento recordatorio, faltan 79 días: Honduras, ronda 2027");
  expect(made.bodyText).toContain(
    "La Secretaría Técnica saluda con aprecio a Honduras.\n\nLe rogamos enviar el informe",
  );
  expect(made.bodyText).toContain("Agradecemos de antemano su colaboración.");
  expect(made.wording).toEqual({ kind: "resend_before", version: 1 });
  // Saved between writing and sending.
  await save({ opening: "Nuevas palabras para {{country}}." }, 1);
  await runSchedulerOnce();
  expect(await lastMail("resend")).toMatchObject({ bodyText: made.bodyText, state: "kept", wording: made.wording });
  api.clock.set("2027-02-12T15:00:00Z");
  await resend();
  const later = await lastMail("resend");
  expect(later.bodyText).toContain("Nuevas palabras para Honduras.");
  expect(later.wording).toEqual({ kind: "resend_before", version: 2 });
});

test("the planner writes what the Secretariat wrote, to readers of that language and no others", async () => {
  const own = { kind: "opening", language: "es" } as const;
  const invitation = {
    subject: "Atenta invitación: {{country}}, ronda {{round}}",
    opening: "Con mucho gusto invitamos a {{country}} a la ronda {{round}}.",
    closing: "",
  };
  await api.call(saveTemplate, { as: "secretariat", params: own, body: { words: invitation, basedOn: 0 } });
  await runSchedulerOnce();
  const mail = await lastMail("opening");
  expect(mail.subject).toContain("Atenta invitación: Honduras, ronda 2027");
  expect(mail.bodyText).toContain(
    "Con mucho gusto invitamos a Honduras a la ronda 2027.\n\nLe rogamos enviar el informe",
  );
  expect(mail.bodyText).not.toContain("tiene el honor");
  expect(mail.wording).toEqual({ kind: "opening", version: 1 });
});

test("what is sent by hand is what was shown: words edited since refuse it", async () => {
  const preview = await resend({ preview: true });
  expect(preview.body.wordings).toEqual([]);
  await save();
  expect(await resend({ wordings: preview.body.wordings })).toMatchObject({
    status: 409,
    problem: { code: "words-changed" },
  });
  expect((await api.call(listOutgoingMail, { as: "secretariat", query: { country: "HND" } })).body.messages).toEqual(
    [],
  );
  const anew = await resend({ preview: true });
  expect(anew.body.wordings).toHaveLength(1);
  expect(await resend({ wordings: anew.body.wordings })).toMatchObject({ status: 200 });
});

test("a preview is the whole message for each state, says what it assumes, and stores nothing", async () => {
  const asOwner = (statement: string, values: unknown[] = []) => query(api.ownerUrl, statement, values);
  // Of the Network nothing is there yet.
  for (const kind of ["progress_asked", "matter_sent"] as const) {
    const which = { kind, language: "es" } as const;
    const body = { words: builtInWording(kind, "es"), country: "HND", state: "plain" } as const;
    expect(await api.call(previewTemplate, { as: "secretariat", params: which, body })).toMatchObject({ status: 404 });
  }
  await insertMeeting(asOwner, "2027-06-10", "2027-02-01T15:00:00Z");
  await insertCommitment(asOwner, { to: ["HND"], at: "2027-02-01T15:00:00Z" });
  for (const kind of wordingKinds)
    for (const state of previewStatesOf(kind)) {
      const which = { kind, language: "es" } as const;
      const { body: template } = await api.call(getTemplate, { as: "secretariat", params: which });
      expect(template.states).toContain(state);
      const body = { words: template.words, country: "HND", state };
      const shown = await api.call(previewTemplate, { as: "secretariat", params: which, body });
      expect([kind, state, shown.status]).toEqual([kind, state, 200]);
      const stands = state !== "withdrawn" && state !== "voluntary";
      expect([kind, state, shown.body.wordsStand]).toEqual([kind, state, stands]);
      expect(shown.body.bodyText).not.toMatch(/\{\{|undefined|null/);
      expect(shown.body.bodyText).toContain("Honduras");
      expect(shown.body.assumed.includes("moment")).toBe(shown.body.writtenAt !== "2027-02-10T15:00:00.000Z");
    }
  // Of requests of the Network as little is assumed as their kind needs.
  const assumed = async (kind: WordingKind) => {
    const body = { words: builtInWording(kind, "es"), country: "HND", state: "plain" } as const;
    const shown = await api.call(previewTemplate, { as: "secretariat", params: { kind, language: "es" }, body });
    return [...shown.body.assumed, shown.body.round, shown.body.recipient.length > 0];
  };
  expect(await assumed("progress_by_hand")).toEqual([null, true]);
  expect(await assumed("progress_before_3")).toEqual(["moment", null, true]);
  expect(await assumed("progress_by_hand_undated")).toEqual(["awaited_by", "moment", null, true]);
  expect(await assumed("matter_resend")).toEqual([null, true]);
  expect(await assumed("matter_resend_undated")).toEqual(["awaited_by", null, true]);
  expect(await assumed("commitment_overdue_1")).toEqual(["owed", "awaited_by", "moment", null, true]);
  const plain = await api.call(previewTemplate, {
    as: "secretariat",
    params,
    body: { words, country: "HND", state: "plain" },
  });
  expect(plain.body).toMatchObject({ round: 2027, assumed: [], wordsStand: true });
  expect(plain.body.blocks.map(({ kind }) => kind)).toContain("action");
  expect(plain.body.bodyText).toContain("enlace retirado");
  await resend({ preview: true });
  const none = { words, country: "CAN", state: "plain" } as const;
  expect(await api.call(previewTemplate, { as: "secretariat", params, body: none })).toMatchObject({ status: 404 });
  expect((await read()).versions).toEqual([]);
});

test("a preview of a day that has passed knows nothing of what was written since", async () => {
  const which = { kind: "opening", language: "es" } as const;
  const { body: template } = await api.call(getTemplate, { as: "secretariat", params: which });
  const body = { words: template.words, country: "HND", state: "plain" } as const;
  const preview = async () => (await api.call(previewTemplate, { as: "secretariat", params: which, body })).body;
  const first = await preview();
  expect(first.assumed).toContain("moment");
  await runSchedulerOnce();
  await query(
    api.ownerUrl,
    "update app.notice set state = 'sent', settled_at = '2027-02-10T15:01:00Z' where country_code = 'HND'",
  );
  const { body: next } = await resend({ preview: true });
  expect(next.countries).toMatchObject([{ country: "HND", asks: 1 }]);
  // It was the first request then, and stays that.
  expect((await preview()).bodyText).toBe(first.bodyText);
});
