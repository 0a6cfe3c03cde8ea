import { languages } from "@avances/domain/catalogue";
import { expect, test } from "vitest";
import { meetingTable } from "./meeting-table.ts";
import { type MeetingFacts, meetingDocument } from "./meeting-words.ts";

type Board = MeetingFacts["board"];
type Row = Board["countries"][number];

function row(country: string, part: Partial<Row> = {}, asks = 0): Row {
  return {
    country,
    name: { en: country, es: country },
    timeZone: "America/Managua",
    submissionId: "01a20c3b-afc5-7c14-9758-8506565ee526",
    ...{ obligated: true, exempt: false, status: "draft", timeliness: { kind: "not_due", daysLate: -3 } },
    ...{ dueOn: "2026-11-19", extended: false, extensionReason: "canary reason", returnDueOn: null },
    ...{ exemptReason: null, answered: 45, expected: 60, firstSubmittedAt: null, submittedAt: null },
    ...{ lastActivityAt: null, version: 0, revision: 1, history: [] },
    desk: {
      focalPoint: { name: "canary name", address: "canary@example.org", phone: null },
      ...{ invitation: "used", lastSignedInAt: null, asks, lastAskOn: asks === 0 ? null : "2026-11-14" },
      // It was called two days later.
      lastAsk: {
        step: "before_7",
        ordinal: asks,
        at: "2026-11-13T03:00:00Z",
        to: [{ name: "canary name", state: "sent" }],
      },
      ...{ lastOther: null, nextNotice: null, unreached: [], questionSince: null, publicationFrom: null },
    },
    ...part,
  } as Row;
}

const received = { firstSubmittedAt: "2026-11-10T03:00:00Z" };
const board = (countries: readonly Row[], generatedAt = "2026-11-27T15:40:00Z"): Board =>
  ({
    round: {
      ...{ year: 2026, catalogueVersion: "2026.1", referenceStart: "2025-01-01", referenceEnd: "2025-12-31" },
      ...{
        opensOn: "2026-08-23",
        dueOn: "2026-11-19",
        obligatedGroup: "CA-MEX",
        signatureRequired: false,
        revision: 1,
      },
    },
    closesOn: "2027-01-03",
    generatedAt,
    counts: {},
    countries,
  }) as unknown as Board;
const facts = (countries: readonly Row[], generatedAt?: string): MeetingFacts => ({
  board: board(countries, generatedAt),
  group: { en: "Central America and Mexico", es: "Centroamérica y México" },
  timeZone: "America/Costa_Rica",
  clocks: "hora de San José",
  isDemonstration: false,
});

test("says each state in neutral words, in the country's own days, alphabetically and by group", () => {
  const rows = [
    row("Nicaragua", { status: "not_started", timeliness: { kind: "overdue", daysLate: 8 } }, 2),
    row("Canadá", {
      obligated: false,
      status: "published",
      timeliness: { kind: "voluntary", daysLate: 0 },
      ...received,
    }),
    row("Panamá", { extended: true, dueOn: "2026-12-09" }),
    row("Belice", { status: "exempt", exempt: true, timeliness: { kind: "exempt", daysLate: 0 } }),
    row("México", { status: "draft", timeliness: { kind: "received_late", daysLate: 2 }, ...received }),
  ];
  const document = meetingDocument(facts(rows), "es");
  expect(document).toMatchObject({
    title: "Situación de la ronda 2026, datos de 2025",
    warning: null,
    asOf: "Situación al 27 de noviembre de 2026, 09:40 (hora de San José).",
  });
  expect(document.groups).toMatchObject([
    {
      heading: "Centroamérica y México: deben informar",
      rows: [
        { country: "Belice", state: "Exento" },
        {
          ...{ country: "México", receivedOn: "2026-11-09" },
          state: "En preparación; retirado por el país para cambiarlo; recibido después de su fecha",
        },
        { country: "Nicaragua", state: "Sin iniciar; 8 días después de su fecha", asks: 2, lastAskOn: "2026-11-14" },
        { country: "Panamá", state: "En preparación; con prórroga hasta el 9 de diciembre de 2026", lastAskOn: null },
      ],
    },
    {
      heading: "Otros Países Miembros: pueden informar voluntariamente",
      rows: [{ country: "Canadá", state: "Publicado" }],
    },
  ]);
  expect(document.sentence).toMatch(/^Con fecha límite 19 de noviembre de 2026: 1 de 4 recibidos/);
  // After the round has closed a missing report is not late any more.
  const closed = meetingDocument(facts(rows, "2027-02-01T12:00:00Z"), "en");
  expect(closed.groups[0]?.rows.find(({ country }) => country === "Nicaragua")?.state).toBe(
    "Not started; not received",
  );
});

test("tells no reason, no person and no address, in any language, as a table either", () => {
  for (const language of languages) {
    const document = meetingDocument(facts([row("Honduras", { exemptReason: "canary" }, 3)]), language);
    expect(JSON.stringify([document, meetingTable(document, "x")])).not.toContain("canary");
  }
});

test("earlier rounds stand in the order of years, with a word for each kind and a dash where there was none", () => {
  const history = (year: number, kind: string, status = "published") =>
    ({ year, status, timeliness: kind }) as Row["history"][number];
  const rows = [
    row("Belice", { history: [history(2025, "on_time"), history(2023, "overdue", "not_started")] }),
    row("Canadá", { obligated: false, history: [history(2024, "voluntary", "draft"), history(2023, "voluntary")] }),
    row("Honduras", {
      history: [history(2025, "not_due", "draft"), history(2024, "received_late"), history(2023, "exempt")],
    }),
  ];
  const { years, groups } = meetingDocument(facts(rows), "en");
  expect(years.map(({ head }) => head)).toEqual(["Round 2023", "Round 2024", "Round 2025"]);
  expect(groups.flatMap(({ rows: own }) => own.map(({ earlier }) => earlier))).toEqual([
    ["not received", "–", "on time"],
    ["exempt", "after date", "still open"],
    ["received", "–", "–"],
  ]);
  const table = meetingTable(meetingDocument(facts(rows), "en"), "x");
  for (const line of table.lines) expect(line).toHaveLength(table.columns.length);
});
