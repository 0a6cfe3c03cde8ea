import type { ApiUser } from "./support/api-user.ts";
import { describeAccessibility, type Layer, year } from "./support/describe-accessibility.ts";

/** A round in which nobody has done anything, and one that was cancelled. */
const [planned, cancelled] = [year + 1, year + 2];

async function openTwoRounds(secretariat: ApiUser): Promise<void> {
  for (const round of [planned, cancelled])
    await secretariat.send("POST", "/rounds", {
      year: round,
      opensOn: `${round}-02-01`,
      dueOn: `${round}-04-30`,
      obligatedGroup: "CA-MEX",
      obligatedCountries: ["CRI", "GTM"],
    });
  const reason = "Opened for the wrong year";
  await secretariat.send("POST", `/rounds/${cancelled}/cancel`, { reason }, { "if-match": '"v1"' });
}

/** So that no table of the desk is empty: a letter, a hold, a reminder for later, a reply. The demonstration has none of them. */
async function fillTables(secretariat: ApiUser): Promise<void> {
  const at = `/rounds/${year}`;
  const { countries } = await secretariat.get<{ countries: { country: string; kinds: string[] }[] }>(`${at}/letters`);
  const [first] = countries;
  const addressee = {
    name: "María de los Ángeles Fernández-Villalobos",
    title: "Directora General de Migración y Extranjería",
    institution: "Ministerio de Gobernación, Justicia y Derechos Humanos",
    salutation: "",
  };
  const wanted = { country: first?.country, kind: first?.kinds[0], language: "es", addressee };
  const { subject, paragraphs } = await secretariat.send<{ subject: string; paragraphs: string[] }>(
    "POST",
    `${at}/letters/preview`,
    wanted,
  );
  await secretariat.send("POST", `${at}/letters`, { ...wanted, seen: { subject, paragraphs } });
  await secretariat.send("POST", `${at}/scheduled-reminders`, {
    ...{ countries: ["NIC"], moment: { day: "2026-12-01", time: "10:00", timeZone: null } },
  });
  const holds = await secretariat.get<{ ranges: { country: string; earliest: string }[] }>(`${at}/holds`);
  const [held] = holds.ranges;
  await secretariat.send("POST", `${at}/holds`, {
    ...{ country: held?.country, lastDay: held?.earliest, reason: "Elecciones generales y cambio de gobierno" },
  });
  await secretariat.send("POST", `${at}/exchanges`, {
    ...{ country: "NIC", channel: "telephone", happenedOn: "2026-11-20", withWhom: "Dirección de Migración" },
    ...{ isAsk: true, said: "waits_for", promisedOn: null, detail: "Fiscalía General de la República" },
  });
}

/** The coming meeting with a report that has a chart of each form, a table, and a version that was sent. */
async function writeReport(secretariat: ApiUser): Promise<string> {
  const { meetings } = await secretariat.get<{
    meetings: { id: string; publicSource: string | null; state: string }[];
  }>("/meetings");
  const meeting = meetings.find(({ state }) => state === "planned")?.id ?? "";
  type Report = { id: string; revision: number; content: { points: { id: string; level: number }[] } };
  const report = await secretariat.send<Report>("POST", `/meetings/${meeting}/report`);
  const pointId = report.content.points.find(({ level }) => level > 0)?.id ?? null;
  const chosen = [
    { subject: "index", code: "", form: "bars", pointId },
    { subject: "instrument", code: "TIP", form: "lines", pointId: null, countries: ["CRI", "HND"] },
    { subject: "objective", code: "TIP-OBJ-03", form: "table", pointId: null },
  ];
  const figures = chosen.map((one, place) => ({
    ...{ id: `01a22198-ba5a-7d6e-88d6-4502ba24e57${place}`, roundYear: null, countries: [], ...one },
  }));
  await secretariat.send("PUT", `/reports/${report.id}/figures`, { figures }, { "if-match": `"v${report.revision}"` });
  return meeting;
}

const pages = [
  "/home",
  "/rounds#all",
  `/rounds/${year}`,
  `/rounds/${year}?country=NIC`,
  `/rounds/${planned}`,
  `/rounds/${cancelled}/reminders?tab=ledger`,
  `/rounds/${year}/reminders`,
  `/rounds/${year}/reminders?tab=send`,
  `/rounds/${year}/reminders?tab=scheduled`,
  `/rounds/${year}/reminders?tab=ledger`,
  `/rounds/${year}/reminders?tab=replies`,
  `/rounds/${year}/reminders?tab=days&country=NIC`,
  `/rounds/${year}/reminders?tab=closing`,
  `/rounds/${year}/reminders?tab=letters`,
  "/asks/NIC",
  "/words",
  "/words?message=resend_before-es",
  "/mail",
  "/people",
  "/people?country=GTM",
  "/network",
  "/network/meetings/{meeting}",
  "/network/meetings/{meeting}/report",
  "/network/timeline",
  "/network/library",
  "/network/library/new",
  "/network/library?q=programa&kind=background",
  "/network/bodies/COALITION",
  "/network/bodies/RCGM",
  "/network/commitments",
  "/network/commitments/new",
  "/network/contributions",
  "/network/contributions/new",
  "/network/activities",
  "/network/activities/new",
  "/network/recommendations",
  "/network/recommendations/new",
  "/reviews",
  "/reviews/{GTM}",
  "/reviews/{SLV}",
] as const;

/** Dialogs and other layers over a page, and the buttons that open them. */
const layers: readonly Layer[] = [
  {
    person: "ts",
    path: "/network/meetings/{meeting}/report",
    press: [{ en: "Add a chart or table", es: "Añadir un gráfico o cuadro" }],
  },
  { person: "ts", path: `/rounds/${year}`, press: [{ en: "Correct the dates", es: "Corregir las fechas" }] },
  { person: "ts", path: `/rounds/${planned}`, press: [{ en: "Cancel the round", es: "Cancelar la ronda" }] },
  {
    person: "ts",
    path: `/rounds/${year}?country=NIC`,
    press: [{ en: "Give a later date", es: "Conceder una prórroga" }],
  },
  {
    person: "ts",
    path: `/rounds/${year}?country=NIC`,
    press: [{ en: "Exempt from this round", es: "Eximir de esta ronda" }],
  },
  {
    person: "ts",
    path: `/rounds/${year}/reminders?tab=send`,
    press: [
      { en: "Show the messages", es: "Mostrar los mensajes" },
      { en: "Send \\d+ messages", es: "Enviar \\d+ mensajes" },
    ],
  },
  { person: "ts", path: "/asks/NIC", press: [{ en: "Note a call or letter", es: "Anotar una llamada o carta" }] },
  { person: "ts", path: "/rounds#all", press: [{ en: "Make it public", es: "Hacerlo público" }] },
  { person: "ts", path: "/people", press: [{ en: "Invite a person", es: "Invitar a una persona" }] },
  { person: "ts", path: "/people?country=GTM", press: [{ en: "End account", es: "Terminar la cuenta" }] },
  { person: "ts", path: "/reviews/{GTM}", press: [{ en: "Accept", es: "Aceptar" }] },
  {
    person: "ts",
    path: "/reviews/{GTM}",
    press: [
      { en: "Question this answer", es: "Preguntar por esta respuesta" },
      { en: "Return for clarification", es: "Devolver para aclaración" },
    ],
    question: { en: "Your question to the country", es: "Su pregunta al país" },
  },
  { person: "ts", path: "/reviews/{SLV}", press: [{ en: "Publish", es: "Publicar" }] },
  {
    person: "focal.gtm",
    path: "/reports/{GTM}/receipt",
    press: [{ en: "Take the report back", es: "Retirar el informe" }],
  },
];

describeAccessibility(
  "every page and layer of the Secretariat is accessible in both languages, light and dark, wide and narrow",
  pages.map((path) => ({ person: "ts", path })),
  layers,
  {
    prepare: async (secretariat) => {
      await openTwoRounds(secretariat);
      await fillTables(secretariat);
      return { meeting: await writeReport(secretariat) };
    },
    fits: true,
  },
);
