import { randomUUID } from "node:crypto";
import {
  assembleReport,
  circulateReport,
  getMeetingPackHtml,
  getMeetingPackPdf,
  holdMeeting,
  type MeetingView,
  planMeeting,
  saveReportFigures,
  saveReportPoint,
} from "@avances/contracts";
import { roles, rolesFor } from "@avances/domain/access";
import { packAudiences, visibilities } from "@avances/domain/network";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textOfPdf } from "#testing/pdf-text.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
let before: MeetingView;
let coming: MeetingView;
const as = "secretariat" as const;
const states = ["draft", "filed", "withdrawn"] as const;
const kinds = ["document", "commitment", "contribution", "recommendation", "activity", "narrative"] as const;
/** A narrative is told by a country, for the meeting of which these are the papers. */
const authors = {
  document: "RCM-TS",
  commitment: "RCM-TS",
  contribution: "RNCOM",
  recommendation: "RNCOM",
  activity: "RCM-TS",
  narrative: "CRI",
};
/** A word that stands in one matter alone. */
const mark = (kind: string, visibility: string, state: string, to = "") =>
  `canary-${kind}-${visibility}-${state}${to}`.replaceAll("_", "-");

beforeAll(async () => {
  api = await startTestApi();
  const plan = { body: "LON", untilOn: null, place: "San José", host: "CRI", publicSource: null } as const;
  const held = (await api.call(planMeeting, { as, body: { ...plan, heldOn: "2026-03-02" } })).body;
  before = (await api.call(holdMeeting, { as, params: { meetingId: held.id }, revision: held.revision })).body;
  coming = (await api.call(planMeeting, { as, body: { ...plan, heldOn: "2031-03-03" } })).body;
  await plantMatters();
});
afterAll(() => api?.close());

/** One matter of every kind, level and state, of the Secretariat; and one for the Secretariat alone that was sent to a country. */
async function plantMatters(): Promise<void> {
  const owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  const plant = async (kind: (typeof kinds)[number], visibility: string, state: string, to: readonly string[] = []) => {
    const id = randomUUID();
    const word = mark(kind, visibility, state, to.join(""));
    await owner.query(
      `insert into app.matter (id, kind, author_code, meeting_id, language, subject, body, text_revision, visibility, state, version, revision,
         filed_at, created_at, created_by, created_by_name, addressees, withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_reason)
       values ($1, $2, $3, $4, 'es', $5, $5, 1, $6, $7, $8, 1, $9, now(), $1, $5, $10, $11, $12, $13, $14)`,
      [
        ...[id, kind, authors[kind], kind === "narrative" ? coming.id : before.id, word, visibility, state],
        ...[state === "draft" ? 0 : 1, state === "draft" ? null : api.clock.now(), to],
        ...(state === "withdrawn" ? [api.clock.now(), id, word, word] : [null, null, null, null]),
      ],
    );
    const inserts = {
      document: ["insert into app.document (matter_id, document_kind) values ($1, 'background')", []],
      contribution: ["insert into app.contribution (matter_id, contribution_kind) values ($1, 'challenge')", []],
      recommendation: ["insert into app.recommendation (matter_id, source_kind) values ($1, 'own')", []],
      activity: [
        "insert into app.activity (matter_id, activity_kind, audience, place, funding, funding_note) values ($1, 'workshop', '{labour}', '', 'sought', '')",
        [],
      ],
      narrative: ["insert into app.narrative (matter_id, instrument) values ($1, 'TIP')", []],
      commitment: [
        `insert into app.commitment (matter_id, point, responsible_code, stage, stage_at, stage_by, stage_by_name, stage_note)
         values ($1, '3b', 'RCM-TS', 'open', now(), $1, $2, $2)`,
        [word],
      ],
    } as const;
    const [sql, more] = inserts[kind];
    await owner.query(sql, [id, ...more]);
  };
  for (const kind of kinds)
    for (const visibility of visibilities.slice(0, 3)) for (const state of states) await plant(kind, visibility, state);
  await plant("commitment", "secretariat", "filed", ["HND"]);
  await owner.query(
    `update app.commitment c set stage = 'done', stage_at = m.filed_at + interval '1 hour'
       from app.matter m where m.id = c.matter_id and m.subject = $1`,
    [mark("commitment", "network", "filed")],
  );
  await owner.end();
}

const pack = async (audience: (typeof packAudiences)[number], language: "en" | "es" = "es", meeting = coming) => {
  const query = { language, audience };
  const call = { as, params: { meetingId: meeting.id }, query };
  const [html, pdf] = [await api.call(getMeetingPackHtml, call), await api.call(getMeetingPackPdf, call)];
  expect([html.problem, pdf.problem]).toEqual([null, null]);
  // Words of a table's cell may be broken into lines.
  return {
    html: html.text,
    pdf: textOfPdf(pdf.bytes).replace(/\s+/g, ""),
    bytes: pdf.bytes,
    name: html.headers["content-disposition"],
  };
};

test("the papers hold what their audience may read, and nothing of a narrower level, no draft and nothing that was sent to one side", async () => {
  const levels = { members: ["members", "network"], network: ["network"] } as const;
  for (const audience of packAudiences) {
    const { html, pdf } = await pack(audience);
    const expected = kinds.flatMap((kind) => levels[audience].map((level) => mark(kind, level, "filed"))).sort();
    expect([...new Set(html.match(/canary-[a-z-]+/g))].sort()).toEqual(expected);
    for (const word of expected) expect(pdf).toContain(word);
    expect(
      [
        ...new Set(
          pdf.match(
            /canary-(?:document|commitment|contribution|recommendation|activity|narrative)-(?:secretariat|members|network)-(?:draft|filed|withdrawn)/g,
          ),
        ),
      ].sort(),
    ).toEqual(expected);
    expect(html).not.toContain("HND");
    // That it was shared is a fact for the whole Network; what was told to the Secretariat alone was not.
    expect(html).toContain("Compartidos aquí con las demás delegaciones por: Costa Rica.");
    // Of a meeting before which nobody has told anything yet the papers say so.
    expect((await pack(audience, "es", before)).html).toContain(
      "Ningún país ha compartido aquí sus avances para esta reunión.",
    );
  }
});

test("only the Secretariat puts them together", async () => {
  for (const role of roles) {
    const query = { language: "es", audience: "network" } as const;
    const call = { as: await api.person(role), params: { meetingId: coming.id }, query };
    const expected = rolesFor("network.manage").includes(role) ? 200 : 403;
    expect([role, (await api.call(getMeetingPackHtml, call)).status]).toEqual([role, expected]);
  }
  const params = { meetingId: randomUUID() };
  const query = { language: "es", audience: "network" } as const;
  expect((await api.call(getMeetingPackPdf, { as, params, query })).status).toBe(404);
});

test("one file that loads nothing and runs nothing, small, in the language asked for", async () => {
  const { html, bytes, name } = await pack("members", "en");
  expect(name).toBe('attachment; filename="papers-2031-03-03-members-en.html"');
  expect((await pack("members", "es")).name).toContain("carpeta-2031-03-03-integrantes-es.html");
  expect(html).toMatch(/Put together on [^<]* \(San José time\)\./);
  // It was recorded since the last meeting and is done since: both are said.
  const done = mark("commitment", "network", "filed");
  expect(html).toMatch(new RegExp(`<h3>Commitments recorded</h3>[\\s\\S]*${done}[^<]*\\(RCM Technical Secretariat`));
  expect(html).toMatch(
    new RegExp(`<h3>Commitments of which something else is said</h3>[\\s\\S]*?${done}[^<]*: done \\(`),
  );
  expect(html).toContain('<html lang="en">');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(
    /<script|<link|<img|<iframe|<form|url\((?!data:font)|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg)/i,
  );
  for (const heading of [
    "Who has reported",
    "Progress",
    "Progress since the last meeting, as countries tell it",
    "Since the meeting before, 2 March 2026",
    "Open commitments",
    "Open recommendations",
    "Report",
  ])
    expect(html).toContain(`<h2>${heading}</h2>`);
  // What is written in one language alone is said to be.
  expect(html).toContain(`${mark("document", "members", "filed")} [written in Spanish]`);
  expect(html).toContain("For the members.");
  for (const size of [html.length, bytes.length]) expect(size).toBeLessThan(3_000_000);
});

test("the report is the last version that the audience may read, never the working copy", async () => {
  const params = { meetingId: before.id };
  let report = (await api.call(assembleReport, { as, params })).body;
  const write = async (words: string) => {
    const reply = await api.call(saveReportPoint, {
      ...{ as, params: { reportId: report.id, pointId: randomUUID() }, revision: report.revision },
      body: { level: 1, verb: "agrees", speaker: null, words: { en: words, es: words }, overruled: [] },
    });
    expect(reply.problem).toBeNull();
    report = reply.body;
  };
  await write("lo primero");
  expect((await pack("members")).html).toContain("No hay una versión de un informe");
  const chart = { id: randomUUID(), pointId: null, code: "", roundYear: null, countries: [] };
  const on = () => ({ as, params: { reportId: report.id }, revision: report.revision });
  const body = { figures: [{ ...chart, subject: "index" as const, form: "bars" as const }] };
  report = (await api.call(saveReportFigures, { ...on(), body })).body;
  report = (await api.call(circulateReport, on())).body;
  await write("lo de después");
  const [members, network] = [await pack("members"), await pack("network")];
  expect(members.html).toContain("lo primero");
  expect(members.html).toContain("No es la definitiva");
  expect(members.html).not.toContain("lo de después");
  expect(network.html).not.toContain("lo primero");
  // The papers of its own meeting have it as well.
  expect((await pack("members", "es", before)).html).toContain("lo primero");
});
