import {
  assembleReport,
  circulateReport,
  finaliseReport,
  getReportDocx,
  getReportHtml,
  getReportPdf,
  holdMeeting,
  planMeeting,
  type ReportView,
  recordAttendance,
  saveReportPoint,
} from "@avances/contracts";
import { foundingAttendance, foundingMeeting, foundingPoints } from "@avances/demonstration";
import { type Language, languages } from "@avances/domain/catalogue";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DocxParagraph, readDocx } from "../../../../testing/docx-text.ts";
import { textOfPdf } from "../../../../testing/pdf-text.ts";
import { startTestApi, type TestApi } from "../../../../testing/start-test-api.ts";

/**
 * The founding report of the Network, entered as its Secretariat would: its public facts, in our own words. The files have the structure of that
 * report: title block, participants, numbered points with letters, proposals.
 */
let api: TestApi;
let report: ReportView;

beforeAll(async () => {
  api = await startTestApi();
  const as = "secretariat";
  const planned = (await api.call(planMeeting, { as, body: foundingMeeting })).body;
  const params = { meetingId: planned.id };
  const body = { notes: [...foundingAttendance] };
  const noted = (await api.call(recordAttendance, { as, params, revision: planned.revision, body })).body;
  await api.call(holdMeeting, { as, params, revision: noted.revision });
  report = (await api.call(assembleReport, { as, params })).body;
  for (const [place, point] of foundingPoints.entries()) {
    const pointId = `018f0000-0000-7000-8000-0000000001${String(place).padStart(2, "0")}`;
    const reply = await api.call(saveReportPoint, {
      ...{ as, params: { reportId: report.id, pointId }, revision: report.revision },
      body: { ...point, overruled: [] },
    });
    expect([place, reply.status, reply.problem]).toEqual([place, 200, null]);
    report = reply.body;
  }
  for (const act of [circulateReport, finaliseReport]) {
    const reply = await api.call(act, { as, params: { reportId: report.id }, revision: report.revision });
    expect(reply.problem).toBeNull();
    report = reply.body;
  }
});
afterAll(() => api?.close());

const expected: Readonly<
  Record<
    Language,
    {
      readonly title: RegExp;
      readonly day: string;
      readonly version: string;
      readonly opening: string;
      readonly headings: readonly string[];
      readonly shape: readonly string[];
      readonly people: readonly string[];
    }
  >
> = {
  en: {
    title: /^Report of the meeting: Liaison Officer Network to Combat/,
    day: "18 November 2013",
    version: "Final version, ",
    opening: "The Liaison Officer Network to Combat Migrant Smuggling and Trafficking in Persons submits this report",
    headings: ["Participants", "Points", "Proposals"],
    people: [
      "Delegations that attended: Canada, Costa Rica, Dominican Republic, El Salvador, Guatemala, Honduras, Mexico, Nicaragua, Panama and United States of America.",
      "Did not attend: Belize.",
    ],
    shape: [
      "1. The Network thanks the delegations that shared their progress: Canada, Costa Rica, Dominican Republic, El Salvador, Guatemala, Honduras, Nicaragua and United States of America.",
      "2. The indicators that IOM proposed reflect the objectives",
      "3. The Network thanks Costa Rica, as the Technical Secretariat of the Regional Coalition",
      "a) The Network takes note of the role of the Observer Countries",
      "b) Regional Coalition",
      "4. The Network thanks RNCOM",
      "5. The Network thanks IOM",
      "6. The Network proposes new activities.",
      "a) Costa Rica: proposes a workshop on trafficking in persons for labour exploitation",
    ],
  },
  es: {
    title: /^Informe de la reunión: Red de Funcionarios de Enlace para el Combate/,
    day: "18 de noviembre de 2013",
    version: "Versión final, ",
    opening:
      "La Red de Funcionarios de Enlace para el Combate al Tráfico Ilícito de Migrantes y la Trata de Personas somete este informe",
    headings: ["Participantes", "Puntos", "Propuestas"],
    people: [
      "Delegaciones que asistieron: Canadá, Costa Rica, El Salvador, Estados Unidos de América, Guatemala, Honduras, México, Nicaragua, Panamá y República Dominicana.",
      "No asistieron: Belice.",
    ],
    shape: [
      "1. La Red agradece a las delegaciones que compartieron sus avances: Canadá, Costa Rica, El Salvador, Estados Unidos de América, Guatemala, Honduras, Nicaragua y República Dominicana.",
      "2. Los indicadores que propuso la OIM",
      "3. La Red agradece a Costa Rica, a cargo de la Secretaría Técnica de la Coalición Regional",
      "a) La Red toma nota del papel de los Países Observadores",
      "b) Coalición Regional",
      "4. La Red agradece a la RROCM",
      "5. La Red agradece a la OIM",
      "6. La Red propone nuevas actividades.",
      "a) Costa Rica: propone un taller sobre la trata de personas con fines de explotación laboral",
    ],
  },
};

describe.each(languages)("%s", (language) => {
  let paragraphs: readonly DocxParagraph[];
  const ask = async (operation: typeof getReportDocx | typeof getReportPdf | typeof getReportHtml) => {
    const reply = await api.call(operation as typeof getReportDocx, {
      ...{ as: "focal_point:HND" as const, params: { reportId: report.id }, query: { language } },
    });
    expect(reply.status).toBe(200);
    return reply;
  };
  beforeAll(async () => {
    ({ paragraphs } = readDocx((await ask(getReportDocx)).bytes));
  });
  const styled = (style: string) => paragraphs.filter((one) => one.style === style).map(({ text }) => text);

  test("title block: the body that met, the day, place and host, and which version it is", () => {
    const [title] = styled("Title");
    expect(title).toMatch(expected[language].title);
    const block = paragraphs
      .slice(
        0,
        paragraphs.findIndex((one) => one.style === "Heading1"),
      )
      .map(({ text }) => text);
    expect(block).toContain(expected[language].day);
    expect(block.join("\n")).toContain("San José");
    // It is put before the group to which the Network reports.
    expect(block.at(-1)).toContain(expected[language].opening);
    expect(block.join("\n")).toContain(expected[language].version);
  });

  test("participants, then points, then proposals, each under a heading", () => {
    expect(styled("Heading1")).toEqual(expected[language].headings);
    const from = paragraphs.findIndex((one) => one.style === "Heading1");
    const [who = "", ...people] = expected[language].people;
    expect(paragraphs.slice(from + 1, from + 3).map(({ text }) => text)).toEqual([who, ...people]);
  });

  test("the six points with their letters, numbered by the document itself, each with its formal verb", () => {
    const points = paragraphs.filter(({ mark }) => mark !== "").map(({ mark, text }) => `${mark} ${text}`);
    expect(points.map((text, place) => text.slice(0, expected[language].shape[place]?.length))).toEqual(
      expected[language].shape,
    );
    const proposals = paragraphs.findIndex((one) => one.text === expected[language].headings[2]);
    expect(paragraphs.slice(proposals + 1).map(({ mark }) => mark)).toEqual(["6.", "a)"]);
    // The report of 2013 is submitted for consideration, and nothing of it was only translated in part.
    expect(paragraphs.every(({ languages: of, text }) => text === "" || of.length === 1)).toBe(true);
  });

  test("PDF and HTML say the same", async () => {
    const bare = (text: string) => text.replace(/ \d+ \/ \d+ ?/g, " ").replace(/\s+/g, "");
    const pdf = bare(textOfPdf((await ask(getReportPdf)).bytes));
    const html = bare((await ask(getReportHtml)).text.replace(/<[^>]+>/g, "").replaceAll("&quot;", '"'));
    for (const { text } of paragraphs.filter((one) => one.text !== "")) {
      expect(pdf).toContain(bare(text));
      expect(html).toContain(bare(text));
    }
  });
});
