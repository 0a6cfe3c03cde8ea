import { randomUUID } from "node:crypto";
import {
  acceptSubmission,
  arrangeReport,
  assembleReport,
  type BodyInputOf,
  type BodyOf,
  cancelMeeting,
  circulateReport,
  commentOnReport,
  considerReport,
  endorseActivity,
  fileActivity,
  fileVoice,
  finaliseReport,
  getReport,
  getReportDocx,
  getReportFigures,
  getReportHtml,
  getReportPdf,
  getReportVersion,
  getTimeline,
  getVoice,
  holdMeeting,
  type MeetingView,
  planMeeting,
  publishSubmission,
  type ReportView,
  recordAttendance,
  saveActivity,
  saveReportFigures,
  saveReportPoint,
  saveVoice,
  supportActivity,
  withdrawVoice,
} from "@avances/contracts";
import { roles, rolesFor } from "@avances/domain/access";
import { numbered, pointName } from "@avances/domain/network";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDocx } from "../../../../testing/docx-text.ts";
import { textOfPdf } from "../../../../testing/pdf-text.ts";
import { agree, aRound, fill, submit } from "../../../../testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "../../../../testing/start-test-api.ts";
import { whileHeld } from "../../../../testing/while-held.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api?.close());

const as = "secretariat" as const;
let day = 0;
/** A meeting of the Network on a day of its own, which was held unless it is said otherwise. */
async function aMeeting({ isHeld = true, shared = ["CRI"] as readonly string[] } = {}): Promise<MeetingView> {
  day += 1;
  const heldOn = `2025-03-${String(day).padStart(2, "0")}`;
  const body = { body: "LON", heldOn, untilOn: null, place: "San José", host: "CRI", publicSource: null } as const;
  let meeting = (await api.call(planMeeting, { as, body })).body;
  const params = { meetingId: meeting.id };
  const notes = shared.map((participant) => ({ participant, fact: "shared_progress" as const, holds: true }));
  if (notes.length > 0)
    meeting = (await api.call(recordAttendance, { as, params, revision: meeting.revision, body: { notes } })).body;
  return isHeld ? (await api.call(holdMeeting, { as, params, revision: meeting.revision })).body : meeting;
}
async function begun(meeting: MeetingView): Promise<ReportView> {
  const reply = await api.call(assembleReport, { as, params: { meetingId: meeting.id } });
  expect([reply.status, reply.problem]).toEqual([201, null]);
  return reply.body;
}
type Point = BodyOf<typeof saveReportPoint>;
const aPoint = (more: Partial<Point> = {}): Point => ({
  ...{
    level: 1,
    verb: "agrees",
    speaker: null,
    words: { en: "to meet again.", es: "reunirse otra vez." },
    overruled: [],
  },
  ...more,
});
const write = (report: ReportView, point: Point, pointId: string = randomUUID(), more: { as?: Who } = {}) =>
  api.call(saveReportPoint, {
    as,
    params: { reportId: report.id, pointId },
    revision: report.revision,
    body: point,
    ...more,
  });
async function written(report: ReportView, more: Partial<Point> = {}, pointId?: string): Promise<ReportView> {
  const reply = await write(report, aPoint(more), pointId);
  expect(reply.problem).toBeNull();
  return reply.body;
}
const on = ({ id, revision }: ReportView) => ({ as, params: { reportId: id }, revision });
const sent = async (report: ReportView, act: typeof circulateReport | typeof finaliseReport): Promise<ReportView> => {
  const reply = await api.call(act, on(report));
  expect(reply.problem).toBeNull();
  return reply.body;
};
type As = NonNullable<NonNullable<Parameters<TestApi["call"]>[1]>["as"]>;
const read = async (who: As, { meetingId }: ReportView) => {
  const reply = await api.call(getReport, { as: who, params: { meetingId } });
  return reply.status === 200 ? reply.body : null;
};
const faults = ({ problem }: { problem: { details?: unknown } | null }) =>
  (problem?.details as { faults?: unknown } | undefined)?.faults;
const namesOf = ({ content }: ReportView) => numbered(content.points).map(pointName);
const wordsOf = ({ content }: ReportView) => content.points.map(({ words }) => words.en);

test("a report begins with what is on record, once, as a draft that the Secretariat alone reads", async () => {
  const meeting = await aMeeting({ shared: ["PAN", "CRI", "MEX"] });
  const report = await begun(meeting);
  const [opening, thanks, ...others] = report.content.points;
  expect(opening).toMatchObject({ level: 0, verb: null, source: null });
  expect(thanks).toMatchObject({
    ...{ level: 1, verb: "thanks", speaker: null, source: { kind: "meeting", id: meeting.id } },
    words: {
      en: "the delegations that shared their progress: Costa Rica, Mexico and Panama.",
      es: "a las delegaciones que compartieron sus avances: Costa Rica, México y Panamá.",
    },
  });
  expect(others).toEqual([]);
  expect(report).toMatchObject({ stage: "draft", shown: null, versions: [], comments: [], considered: null });
  const again = await api.call(assembleReport, { as: "secretariat#2", params: { meetingId: meeting.id } });
  expect(again.problem?.code).toBe("transition-refused");
  for (const role of roles.filter((one) => one !== "secretariat")) {
    const who = await api.person(role);
    const { status } = await api.call(getReport, { as: who, params: { meetingId: meeting.id } });
    expect([role, status]).toEqual([role, rolesFor("network.read").includes(role) ? 404 : 403]);
    expect([role, (await api.call(assembleReport, { as: who, params: { meetingId: meeting.id } })).status]).toEqual([
      role,
      403,
    ]);
    const query = { language: "es" } as const;
    for (const file of [getReportDocx, getReportPdf, getReportHtml]) {
      const reply = await api.call(file as typeof getReportPdf, { as: who, params: { reportId: report.id }, query });
      expect([role, reply.status]).toEqual([role, rolesFor("network.read").includes(role) ? 404 : 403]);
    }
  }
  expect(await read("secretariat#2", report)).toEqual(report);
});

test("what was proposed to the meeting is a point of whoever proposes it, and what the meeting endorsed one of its own, in formal words; what not all read is left out", async () => {
  const meeting = await aMeeting({ shared: [] });
  const before = await aMeeting({ shared: [] });
  const propose = async (more: Partial<BodyInputOf<typeof saveActivity>>) => {
    const body: BodyInputOf<typeof saveActivity> = {
      ...{ language: "es", subject: "Taller regional", body: "Detectar mejor.", overruled: [], files: [] },
      ...{ translation: { subject: "Regional workshop", body: "To detect better." }, activityKind: "workshop" },
      ...{ audience: ["labour"], startsOn: "2031-05-06", endsOn: "2031-05-07", place: "San José", host: "CRI" },
      ...{ funding: { state: "sought", note: "" }, meetingId: meeting.id, visibility: "network" },
      ...{ aims: [{ kind: "indicator", code: "TIP-PRV-04" }], ...more },
    };
    const params = { matterId: randomUUID() };
    const { body: draft } = await api.call(saveActivity, { as: "focal_point:CRI", params, body, revision: 0 });
    await api.call(fileActivity, { as: "focal_point:CRI", params, revision: draft.revision });
    // They stand in the report as they were filed, one after the other.
    api.clock.advance(1);
    return params.matterId;
  };
  const support = (matterId: string) =>
    api.call(supportActivity, { as: "focal_point:HND", params: { matterId }, body: { supports: true } });
  const endorse = (matterId: string, said: "endorsed" | "not_endorsed", meetingId = meeting.id) =>
    api.call(endorseActivity, { as, params: { matterId }, body: { said, meetingId, point: "6a" } });
  const [one, refused, earlier] = [
    await propose({}),
    await propose({ subject: "Estudio", translation: null, activityKind: "study", startsOn: null, endsOn: null }),
    await propose({ meetingId: before.id }),
  ];
  const forMembers = await propose({ visibility: "members" });
  const elsewhere = await propose({ meetingId: before.id });
  // Too late to be a fact of the meeting, which was long before.
  await support(one);
  await endorse(one, "endorsed");
  await endorse(refused, "not_endorsed");
  await endorse(earlier, "endorsed");
  await endorse(forMembers, "endorsed");
  await endorse(elsewhere, "endorsed", before.id);
  const report = await begun(meeting);
  const points = report.content.points.slice(1);
  const proposes = { level: 1, verb: "proposes", speaker: "CRI" } as const;
  expect(points.map(({ level, verb, speaker, source }) => ({ level, verb, speaker, source: source?.id }))).toEqual([
    { ...proposes, source: one },
    { level: 2, verb: "endorses", speaker: null, source: one },
    { ...proposes, source: refused },
    { level: 1, verb: "endorses", speaker: null, source: earlier },
  ]);
  expect(points[0]?.words).toEqual({
    en: "the following activity (workshop, 6 to 7 May 2031, San José): Regional workshop.\nTo detect better.\nIt aims at: TIP-PRV-04.",
    es: "la siguiente actividad (taller, 6 al 7 de mayo de 2031, San José): Taller regional.\nDetectar mejor.\nApunta a: TIP-PRV-04.",
  });
  expect(points[1]?.words.es).toBe("la siguiente actividad: Taller regional.\nPropuesta por: Costa Rica.");
  // Not translated: a person writes it.
  expect(points[2]?.words.en).toBe("");
  expect(report.sources.map(({ id, kind }) => [id, kind]).sort()).toEqual(
    [one, refused, earlier].map((id) => [id, "activity"]).sort(),
  );
  const query = { language: "es" } as const;
  const html = (await api.call(getReportHtml, { as, params: { reportId: report.id }, query })).text;
  expect(html).toMatch(/Costa Rica:\s*<strong>propone\s*<\/strong>\s*la siguiente actividad/);
  expect(html).toMatch(/La Red\s*<strong>avala\s*<\/strong>\s*la siguiente actividad/);
});

test("two people who begin it at once begin one; of a cancelled meeting there is none; nobody is thanked where nothing is on record", async () => {
  const meeting = await aMeeting({ shared: [] });
  const replies = await Promise.all(
    (["secretariat", "secretariat#2"] as const).map((who) =>
      api.call(assembleReport, { as: who, params: { meetingId: meeting.id } }),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  const report = replies.find(({ status }) => status === 201)?.body;
  expect(report?.content.points.map(({ verb }) => verb)).toEqual([null]);
  const gone = await aMeeting({ isHeld: false, shared: [] });
  const reason = { reason: "A hurricane is coming" };
  await api.call(cancelMeeting, { as, params: { meetingId: gone.id }, revision: gone.revision, body: reason });
  expect((await api.call(assembleReport, { as, params: { meetingId: gone.id } })).problem?.code).toBe(
    "transition-refused",
  );
});

test("the points of the agenda become points, in the languages in which they are written, and keep where they come from", async () => {
  const meeting = await aMeeting({ shared: [] });
  const owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  for (const [place, [number, letter, subject]] of (
    [
      [1, "", "Uno"],
      [3, "", "Tres"],
      [3, "a", "Tres a"],
    ] as const
  ).entries()) {
    await owner.query(
      `insert into app.matter (id, kind, author_code, meeting_id, language, subject, body, text_revision, visibility, state, version, revision,
         filed_at, created_at, created_by, created_by_name)
       values ($1, 'agenda_item', 'RCM-TS', $2, 'es', $3, '', 2, 'network', 'filed', 1, 1, now(), now(), $1, 'x')`,
      [ids[place], meeting.id, subject],
    );
    await owner.query(
      "insert into app.agenda_item (matter_id, meeting_id, place, number, letter) values ($1, $2, $3, $4, $5)",
      [...[ids[place], meeting.id, place + 1, number, letter]],
    );
  }
  const translate = (id: string | undefined, revision: number, subject: string) =>
    owner.query(
      `insert into app.translation (id, matter_id, text_revision, language, subject, body, made_by, participant_code, at, by, by_name)
       values ($1, $2, $3, 'en', $4, '', 'human', 'RCM-TS', now(), $1, 'x')`,
      [randomUUID(), id, revision, subject],
    );
  await translate(ids[0], 2, "One");
  // It says words that have been changed since: nobody has written the present ones in English.
  await translate(ids[1], 1, "Three, as it was");
  await owner.end();
  const report = await begun(meeting);
  expect(report.content.points.slice(1)).toMatchObject([
    { level: 1, verb: null, words: { es: "Uno", en: "One" }, source: { kind: "matter", id: ids[0] } },
    { level: 1, verb: null, words: { es: "Tres", en: "" }, source: { kind: "matter", id: ids[1] } },
    { level: 2, verb: null, words: { es: "Tres a", en: "" }, source: { kind: "matter", id: ids[2] } },
  ]);
});

test("points are written, changed and put in order; their numbers follow", async () => {
  const report = await begun(await aMeeting());
  const [second, letter] = [randomUUID(), randomUUID()];
  let now = await written(report, {}, second);
  now = await written(now, { level: 2, verb: "requests", speaker: "COALITION" }, letter);
  expect(namesOf(now)).toEqual(["", "1", "2", "2a"]);
  now = await written(now, { words: { en: " Others. ", es: "" } }, second);
  expect(wordsOf(now).at(2)).toBe("Others.");
  expect(now.content.points).toHaveLength(4);
  const [opening, thanks] = now.content.points.map(({ id, level }) => ({ id, level }));
  const arrange = (points: BodyOf<typeof arrangeReport>["points"], of = now) =>
    api.call(arrangeReport, { ...on(of), body: { points, withSubmissions: false } });
  const two = { id: second, level: 1 } as const;
  const a = { id: letter, level: 2 } as const;
  const arranged = await arrange([opening as never, two, a, thanks as never]);
  expect(namesOf(arranged.body)).toEqual(["", "1", "1a", "2"]);
  now = arranged.body;
  expect(faults(await arrange([a, two, opening as never, thanks as never]))).toEqual(["letter_first"]);
  expect((await arrange([two, { id: randomUUID(), level: 1 }])).problem?.code).toBe("not-found");
  expect((await arrange([two, two])).problem?.code).toBe("not-found");
  now = (await arrange([two, a])).body;
  expect(namesOf(now)).toEqual(["1", "1a"]);
  // What was taken out is not written any more, and its id is nobody else's.
  expect((await write(now, aPoint(), thanks?.id)).status).toBe(404);
  expect((await write(await begun(await aMeeting()), aPoint(), second)).status).toBe(404);
});

test("what cannot be so of a point is refused with every reason, and personal details are asked about first", async () => {
  const report = await begun(await aMeeting());
  const refused = async (more: Partial<Point>) => faults(await write(report, aPoint(more)));
  expect(await refused({ words: { en: " ", es: "" }, speaker: "ZZZ" })).toEqual(["words", "speaker"]);
  const opening = report.content.points[0]?.id;
  expect(faults(await write(report, aPoint({ level: 2 }), opening))).toEqual(["letter_first"]);
  const words = { en: "to write to ana.perez@example.org.", es: "escribir a ana.perez@example.org." };
  const asked = await write(report, aPoint({ words }));
  expect([asked.problem?.code, asked.problem?.details?.found]).toEqual(["personal-details", ["mail"]]);
  expect((await write(report, aPoint({ words, overruled: ["mail"] }))).status).toBe(200);
});

test("whoever decides on a report that somebody else changed is shown it first", async () => {
  const report = await begun(await aMeeting());
  const changed = await written(report);
  const late = await write(report, aPoint(), undefined, { as: "secretariat#2" });
  expect(late.problem?.code).toBe("revision-stale");
  expect(late.problem?.details?.current).toEqual(changed);
  for (const act of [circulateReport, finaliseReport])
    expect((await api.call(act, on(report))).problem?.code).toBe("revision-stale");
});

test("circulated, it is before the members, who comment on it; the working copy goes on; final, the Network reads it", async () => {
  const meeting = await aMeeting({ isHeld: false });
  let report = await begun(meeting);
  expect(faults(await api.call(circulateReport, on(report)))).toEqual(["not_held"]);
  await api.call(holdMeeting, { as, params: { meetingId: meeting.id }, revision: meeting.revision });
  expect(faults(await api.call(finaliseReport, on(report)))).toEqual(["not_circulated"]);
  report = await written(report, { words: { en: "", es: "reunirse otra vez." } });
  report = await sent(report, circulateReport);
  expect(report).toMatchObject({ stage: "circulated", shown: null, versions: [{ version: 1, stage: "circulated" }] });

  // Members read what was sent, and nobody else anything.
  const forMembers = await read("focal_point:HND", report);
  expect(forMembers).toMatchObject({ shown: 1, content: report.content, comments: [] });
  for (const outside of ["observer", "civil_society", "coalition"] as const)
    expect(await read(outside, report)).toBeNull();
  const changed = randomUUID();
  report = await written(report, { verb: "takes_note" }, changed);
  expect((await read("approver:HND", report))?.content).toEqual(forMembers?.content);

  const comment = (who: Who, more: Partial<BodyOf<typeof commentOnReport>> = {}) =>
    api.call(commentOnReport, {
      ...{ as: who, params: { reportId: report.id } },
      body: { version: 1, pointId: null, language: "es", text: "Conforme", overruled: [], ...more },
    });
  const pointId = forMembers?.content.points[1]?.id ?? "";
  expect((await comment("focal_point:HND", { pointId })).status).toBe(201);
  expect((await comment("liaison_officer:MEX")).body.comments).toMatchObject([
    { participant: "HND", pointId, version: 1, text: "Conforme", byName: null },
    { participant: "MEX", pointId: null, byName: "liaison_officer MEX" },
  ]);
  // Names of a country's people are told to its own side and the Secretariat.
  const namesFor = async (who: Who) => (await read(who, report))?.comments.map(({ byName }) => byName);
  expect(await namesFor("secretariat")).toEqual(["focal_point HND", "liaison_officer MEX"]);
  expect(await namesFor("approver:HND")).toEqual(["focal_point HND", null]);
  expect(await namesFor("rcgm_delegate")).toEqual([null, null]);
  for (const silent of ["approver:HND", "secretariat", "observer", "rcgm_delegate", "presidency"] as const)
    expect([silent, (await comment(silent)).status]).toEqual([silent, 403]);
  // Of what is in the working copy alone nobody outside knows.
  expect((await comment("focal_point:HND", { pointId: changed })).status).toBe(404);
  expect((await comment("focal_point:HND", { text: "Llame al 8888-1234, Ana Pérez" })).problem?.code).toBe(
    "personal-details",
  );
  expect((await read("secretariat", report))?.comments).toHaveLength(2);

  report = await sent(report, circulateReport);
  expect((await comment("focal_point:HND", { version: 1 })).problem?.code).toBe("revision-stale");
  const version = (who: Who, number: number) =>
    api.call(getReportVersion, { as: who, params: { reportId: report.id, version: number } });
  expect((await version("focal_point:HND", 1)).body.content).toEqual(forMembers?.content);

  expect(faults(await api.call(finaliseReport, on(report)))).toEqual(["words_missing"]);
  const missing = report.content.points.find(({ words }) => words.en === "");
  report = await written(report, {}, missing?.id);
  report = await sent(report, finaliseReport);
  expect(report).toMatchObject({ stage: "final", shown: 3 });
  const forNetwork = await read("observer", report);
  expect(forNetwork).toMatchObject({ shown: 3, comments: [], versions: [{ version: 3, stage: "final" }] });
  expect(forNetwork?.content).toEqual(report.content);
  for (const number of [1, 2]) expect((await version("observer", number)).status).toBe(404);
  expect((await version("liaison_officer:HND", 1)).status).toBe(200);

  // What is final stays so.
  expect((await write(report, aPoint())).problem?.code).toBe("transition-refused");
  expect((await comment("focal_point:HND", { version: 3 })).problem?.code).toBe("transition-refused");
  for (const act of [circulateReport, finaliseReport])
    expect((await api.call(act, on(report))).problem?.code).toBe("transition-refused");
  const arrangement = { points: [], withSubmissions: false };
  expect((await api.call(arrangeReport, { ...on(report), body: arrangement })).problem?.code).toBe(
    "transition-refused",
  );

  const consider = (day: string, response = " Lo consideró. ") =>
    api.call(considerReport, { ...on(report), body: { on: day, language: "es", response, overruled: [] } });
  const personal = await consider(meeting.heldOn, "Escribir a ana.perez@example.org.");
  expect([personal.problem?.code, personal.problem?.details?.found]).toEqual(["personal-details", ["mail"]]);
  expect(faults(await consider("2025-01-01"))).toEqual(["day"]);
  expect(faults(await consider("2030-01-01"))).toEqual(["day"]);
  report = (await consider(meeting.heldOn)).body;
  expect(report.considered).toEqual({ on: meeting.heldOn, language: "es", response: "Lo consideró." });
  expect((await consider(meeting.heldOn)).problem?.code).toBe("transition-refused");
  const considered = { meetingId: meeting.id, consideredOn: meeting.heldOn, invented: false };
  expect((await api.call(getTimeline, { as: "observer" })).body.reports).toEqual([considered]);
  const query = { language: "en" } as const;
  const file = await api.call(getReportPdf, { as: "observer", params: { reportId: report.id }, query });
  expect(textOfPdf(file.bytes)).toContain("Lo consideró.");
});

test("whoever comments while the report becomes final waits, and is then refused", async () => {
  const report = await sent(await written(await begun(await aMeeting())), circulateReport);
  const body = { version: 1, pointId: null, language: "es", text: "Tarde", overruled: [] } as const;
  const [late] = await whileHeld(api, report.id, {
    calls: () => [api.call(commentOnReport, { as: "focal_point:HND", params: { reportId: report.id }, body })],
    change: "update app.report set stage = 'final' where matter_id = $1",
  });
  expect([late?.status, late?.problem?.code]).toEqual([409, "transition-refused"]);
});

test("the files are what the reader reads, in the language asked for, and say which version it is", async () => {
  const meeting = await aMeeting();
  let report = await begun(meeting);
  report = await written(report, { words: { en: "", es: "reunirse otra vez." } });
  const file = (who: Who, language: "en" | "es", more: object = {}) =>
    api.call(getReportDocx, { as: who, params: { reportId: report.id }, query: { language, ...more } as never });
  const draft = await file("secretariat", "en");
  const text = readDocx(draft.bytes)
    .paragraphs.map((one) => one.text)
    .join("\n");
  expect(draft.headers["content-disposition"]).toBe(`attachment; filename="report-${meeting.heldOn}.docx"`);
  expect(text).toMatch(
    /Working copy of the Technical Secretariat, as it stood on \d+ \w+ \d{4}, \d\d:\d\d \([^)]+ time\)\./,
  );
  expect(text).toContain("The Network agrees [not written in English yet]\nLa Red acuerda reunirse otra vez.");
  report = await sent(report, circulateReport);
  const circulated = await file("focal_point:CRI", "es");
  expect(circulated.headers["content-disposition"]).toBe(`attachment; filename="informe-${meeting.heldOn}-v1.docx"`);
  const spanish = readDocx(circulated.bytes)
    .paragraphs.map((one) => one.text)
    .join("\n");
  expect(spanish).toContain("No es la definitiva.");
  expect(spanish).toContain("La Red acuerda reunirse otra vez.");
  expect(spanish).not.toContain("Copia de trabajo");
  expect((await file("observer", "es")).status).toBe(404);
  expect((await file("focal_point:CRI", "es", { version: "2" })).status).toBe(404);
  expect((await file("focal_point:CRI", "es", { version: "0" })).status).toBe(400);
  const html = await api.call(getReportHtml, { ...on(report), as: "focal_point:CRI", query: { language: "es" } });
  expect(html.headers["content-type"]).toMatch(/^text\/html/);
  expect(html.headers["content-disposition"]).toMatch(/^attachment/);
  expect(html.text).toContain("<strong>acuerda </strong>");
});

test("who had submitted indicators is shown if the Secretariat chooses it, as it was at the end of the meeting", async () => {
  const rounds = await aRound(api, 2027, ["CRI", "HND"]);
  await fill(api, "focal_point:CRI", rounds.CRI as string);
  await submit(api, "focal_point:CRI", rounds.CRI as string);
  const heldOn = api.clock.now().toISOString().slice(0, 10);
  const body = { body: "LON", heldOn, untilOn: null, place: "San José", host: "CRI", publicSource: null } as const;
  const planned = (await api.call(planMeeting, { as, body })).body;
  await api.call(holdMeeting, { as, params: { meetingId: planned.id }, revision: planned.revision });
  let report = await written(await begun(planned));
  expect(report.content.submissions).toBeNull();
  const points = report.content.points.map(({ id, level }) => ({ id, level }));
  report = (await api.call(arrangeReport, { ...on(report), body: { points, withSubmissions: true } })).body;
  const submitted = (code: string) => report.content.submissions?.rows.find(({ participant }) => participant === code);
  expect(report.content.submissions?.round).toBe(2027);
  expect([submitted("CRI")?.submitted, submitted("HND")?.submitted]).toEqual([true, false]);
  await sent(report, circulateReport);
  const query = { language: "en" } as const;
  const pdf = await api.call(getReportPdf, { as: "focal_point:HND", params: { reportId: report.id }, query });
  expect(textOfPdf(pdf.bytes)).toMatch(/Annex Indicators, round 2027: submitted by the end of the meeting/);
});

test("charts show what is published; a version that was sent keeps its figures whatever is published afterwards", async () => {
  const rounds = await aRound(api, 2026, ["CRI", "HND"]);
  const publish = async (country: string) => {
    const submissionId = rounds[country] as string;
    await fill(api, `focal_point:${country}`, submissionId, { seed: country === "CRI" ? 1 : 2 });
    await submit(api, `focal_point:${country}`, submissionId);
    await api.call(acceptSubmission, { as, params: { submissionId } });
    await agree(api, `focal_point:${country}`, submissionId);
    expect((await api.call(publishSubmission, { as, params: { submissionId } })).problem).toBeNull();
  };
  const figures = (who: Who, version?: number) =>
    api.call(getReportFigures, {
      ...{ as: who, params: { reportId: report.id } },
      query: (version === undefined ? {} : { version: String(version) }) as never,
    });
  const cellsOf = async (who: Who, version?: number) => {
    const [figure] = (await figures(who, version)).body.figures;
    return Object.fromEntries((figure?.lines ?? []).map(({ code, cells }) => [code, cells[0]?.state]));
  };
  const point = randomUUID();
  let report = await written(await begun(await aMeeting()), {}, point);
  const chart = {
    ...{ id: randomUUID(), pointId: point, code: "TIP-LEG-01", roundYear: 2026, countries: [] },
    ...({ subject: "indicator", form: "bars" } as const),
  };
  const choose = (list: BodyOf<typeof saveReportFigures>["figures"], of = report) =>
    api.call(saveReportFigures, { ...on(of), body: { figures: list } });
  expect(faults(await choose([{ ...chart, code: "TIP-LEG-99" }]))).toEqual(["figure_unknown"]);
  await publish("CRI");
  expect(faults(await choose([chart, chart, { ...chart, id: randomUUID(), subject: "country", code: "CRI" }]))).toEqual(
    ["figure_twice", "figure_form"],
  );
  expect((await choose([{ ...chart, pointId: randomUUID() }])).problem?.code).toBe("not-found");
  report = (await choose([chart])).body;
  expect(report.content.figures).toEqual([chart]);
  await expect.poll(() => cellsOf(as)).toMatchObject({ CRI: "reported", HND: "not_published" });
  const { edition } = (await figures(as)).body;

  report = await sent(report, circulateReport);
  await publish("HND");
  await expect.poll(() => cellsOf(as)).toMatchObject({ CRI: "reported", HND: "reported" });
  // What was sent says what it said, with the edition that it is from; and the file of it too.
  expect(await cellsOf("focal_point:HND")).toMatchObject({ CRI: "reported", HND: "not_published" });
  expect((await figures("focal_point:HND", 1)).body.edition).toEqual(edition);
  expect((await figures("observer")).status).toBe(404);
  const file = async (version: number) => {
    const query = { language: "en", version: String(version) } as never;
    const { bytes } = await api.call(getReportDocx, { as, params: { reportId: report.id }, query });
    return readDocx(bytes).parts["word/document.xml"] ?? "";
  };
  const before = await file(1);
  expect(before).toContain(`edition ${edition?.id} of`);
  expect(before).toMatch(/descr="TIP-LEG-01[^"]*Honduras: Not published/);
  report = await sent(report, circulateReport);
  expect(await file(2)).not.toMatch(/Honduras: Not published/);
  expect(await file(1)).toMatch(/Honduras: Not published/);
  // A chart of a point that is gone stands in the annex.
  const points = report.content.points.filter(({ id }) => id !== point).map(({ id, level }) => ({ id, level }));
  report = (await api.call(arrangeReport, { ...on(report), body: { points, withSubmissions: false } })).body;
  expect(report.content.figures).toEqual([chart]);
  const query = { language: "en" } as const;
  const html = (await api.call(getReportHtml, { as, params: { reportId: report.id }, query })).text;
  expect(html.indexOf("<h2>Annex</h2>")).toBeLessThan(html.indexOf("<figure>"));
});

test("a point names the contributions and recommendations of which it speaks; whoever may not read one does not learn of it", async () => {
  const rncom = await api.addPerson({ role: "civil_society", organisation: "RNCOM" });
  const iom = await api.addPerson({ role: "observer", organisation: "IOM" });
  const voice = async (visibility: "members" | "network", isFiled = true) => {
    const body: BodyInputOf<typeof saveVoice> = {
      ...{ language: "es", subject: `Para ${visibility}`, body: "Texto", translation: null, overruled: [], links: [] },
      ...{ kind: "recommendation", contributionKind: null, source: { kind: "own", name: "" }, owner: null, files: [] },
      ...{ addressees: ["HND"], meetingId: null, visibility },
    };
    const params = { matterId: randomUUID() };
    const { body: draft } = await api.call(saveVoice, { as: rncom, params, body, revision: 0 });
    if (isFiled) await api.call(fileVoice, { as: rncom, params, revision: draft.revision });
    return params.matterId;
  };
  const [forMembers, forAll, draft] = [await voice("members"), await voice("network"), await voice("network", false)];
  const spokenOf = async (who: As, matterId: string) =>
    (await api.call(getVoice, { as: who, params: { matterId } })).body.spokenOf;
  let report = await begun(await aMeeting());
  for (const unknown of [draft, randomUUID()])
    expect(faults(await write(report, aPoint({ voices: [forAll, unknown] })))).toEqual(["voices"]);
  const pointId = randomUUID();
  report = await written(report, { voices: [forMembers, forAll] }, pointId);
  const named = ({ voices, content }: ReportView) => ({
    listed: voices.map(({ subject }) => subject).sort(),
    ofPoint: content.points.find(({ id }) => id === pointId)?.voices.toSorted(),
  });
  const both = { listed: ["Para members", "Para network"], ofPoint: [forMembers, forAll].toSorted() };
  expect(named(report)).toEqual(both);
  const here = { meetingId: report.meetingId, pointId, body: "LON", number: 2, letter: "" };
  expect(await spokenOf("secretariat", forAll)).toMatchObject([{ ...here, version: null }]);
  expect(await spokenOf("focal_point:CRI", forAll)).toEqual([]);
  // Other words, and the point still speaks of them.
  report = await written(report, { words: { en: "to meet soon.", es: "reunirse pronto." } }, pointId);
  expect(named(report)).toEqual(both);

  report = await sent(report, circulateReport);
  expect(await spokenOf("focal_point:CRI", forMembers)).toMatchObject([{ ...here, version: 1 }]);
  expect(await spokenOf("secretariat", forMembers)).toMatchObject([{ ...here, version: null }]);
  expect(await spokenOf(rncom, forAll)).toEqual([]);
  report = await sent(report, finaliseReport);
  expect(await spokenOf(rncom, forMembers)).toMatchObject([{ ...here, version: 2 }]);
  expect(named((await read("focal_point:CRI", report)) as ReportView)).toEqual(both);
  expect(named((await read(iom, report)) as ReportView)).toEqual({ listed: ["Para network"], ofPoint: [forAll] });
  const { text } = await api.call(getReportVersion, { as: iom, params: { reportId: report.id, version: 2 } });
  expect([text.includes(forAll), text.includes(forMembers)]).toEqual([true, false]);

  const { body: now } = await api.call(getVoice, { as: rncom, params: { matterId: forAll } });
  const why = { reason: "It was entered twice" };
  await api.call(withdrawVoice, { as: rncom, params: { matterId: forAll }, revision: now.revision, body: why });
  expect(named((await read(iom, report)) as ReportView)).toEqual({ listed: [], ofPoint: [] });
});
