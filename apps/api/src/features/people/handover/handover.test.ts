import { randomUUID } from "node:crypto";
import {
  askForSection,
  getHandover,
  getOwnEntry,
  getOwnHandover,
  noteExchange,
  returnSubmission,
} from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOfPdf } from "#testing/pdf-text.ts";
import { aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type TestPerson, type Who } from "#testing/start-test-api.ts";
import { handoverFile, ownHandoverFile } from "./handover-file.ts";

let api: TestApi;
let successor: TestPerson;
let assignedTo: TestPerson;
const assigned = ["TIP-LEG-01", "TIP-JUS-01"];

beforeAll(async () => {
  api = await startTestApi({
    now: "2027-02-10T15:00:00Z",
    config: { desk: { replyTo: null, telephone: "+506 2200 1100" } },
  });
  successor = await api.addPerson({ role: "alternate", country: "CRI", displayName: "Ana Solano" });
  assignedTo = await api.addPerson({
    ...{ role: "contributor", country: "CRI", displayName: "Berta Ruiz", assignedIndicators: assigned },
  });
  for (const who of ["focal_point:CRI", "approver:CRI", "focal_point:HND", "secretariat#2"] as const)
    await api.person(who);
  // Last year: received in time. This year: sent, and given back with a question.
  const before = await aRound(api, 2026, ["CRI", "HND"]);
  await query(
    api.ownerUrl,
    `update app.submission set status = 'accepted', version = 1, revision = revision + 1, answered_count = 60,
       first_submitted_at = '2026-04-30T15:00:00Z', submitted_at = '2026-04-30T15:00:00Z', accepted_at = '2026-05-10T15:00:00Z' where id = $1`,
    [before.CRI],
  );
  const now = await aRound(api, 2027, ["CRI", "HND"], "2027-02-01", { signatureRequired: false });
  const params = { submissionId: now.CRI ?? "" };
  await fill(api, "focal_point:CRI", params.submissionId);
  await submit(api, "focal_point:CRI", params.submissionId);
  api.clock.advance(3_600_000);
  const comments = [
    { indicatorCode: "TIP-JUS-01", body: "Does the count hold cases of the labour courts?" },
    { indicatorCode: "SOM-PRO-01", body: "Which register is this from?" },
  ];
  await api.call(returnSubmission, { as: "secretariat", params, body: { comments, dueOn: "2027-03-05" } as never });
  await api.call(askForSection, {
    as: "focal_point:CRI",
    params,
    body: {
      ...{ name: "Carlos Vega", institution: "Ministerio de Salud", address: "carlos@salud.example", language: "es" },
      ...{ indicators: ["TIP-PRO-01"], dueOn: "2027-02-20", note: "" },
    },
  });
  const note = {
    country: "CRI",
    channel: "telephone",
    happenedOn: "2027-02-10",
    withWhom: "Ana Mora",
    isAsk: true,
  } as const;
  await api.call(noteExchange, {
    ...{ as: "secretariat", params: { year: 2027 } },
    body: { ...note, said: "by_date", promisedOn: "2027-03-01", detail: "" },
  });
  await query(api.ownerUrl, "update app.app_user set language = 'es' where id = $1", [successor.userId]);
  await query(
    api.ownerUrl,
    `insert into app.app_user (id, email, display_name, role, country_code, language, created_at, confirmed_at, ended_at)
     values ($1, 'before@example.org', 'Elena Castro', 'alternate', 'CRI', 'es', '2025-01-01', '2025-01-01', '2026-12-01T18:00:00Z')`,
    [randomUUID()],
  );
});
afterAll(() => api.close());

const reader = (who: Who | TestPerson) => (typeof who === "string" ? api.person(who) : Promise.resolve(who));
async function brief(as: Who | TestPerson, person: TestPerson, language?: "en" | "es"): Promise<string> {
  return textOfPdf((await handoverFile(api.deps, await reader(as), { personId: person.userId, language })).bytes);
}
async function own(as: TestPerson, language?: "en" | "es"): Promise<string> {
  return textOfPdf((await ownHandoverFile(api.deps, as, language)).bytes);
}

describe("the handover brief", () => {
  test("tells the successor, in the own language, what is due, open, held, asked, sent and who helps", async () => {
    const focalPoint = await api.person("focal_point:CRI");
    for (const text of [await brief(focalPoint, successor), await own(successor)]) {
      expect(text).toContain("Nota de traspaso Ana Solano. Punto focal suplente, Costa Rica");
      expect(text).toContain("Según el portal el 10 de febrero de 2027 a las 10:00, hora de San José.");
      expect(text).toContain("Usted prepara el informe del país, lo envía y responde las preguntas");
      expect(text).toContain("Antes de usted Elena Castro, su cuenta terminó el 1 de diciembre de 2026");
      // What is due, by the clocks there.
      expect(text).toContain(
        "Ronda 2027 (datos de 2026) La ronda Abierta; se cierra por sí sola el 14 de junio de 2027 Qué se espera Un informe",
      );
      expect(text).toContain("Estado del informe Devuelto para aclaración (desde el 10 de febrero de 2027, 10:00)");
      expect(text).toContain("Fecha límite viernes 30 de abril de 2027, 23:59, hora de San José");
      expect(text).toContain(
        "Fecha límite de las aclaraciones viernes 5 de marzo de 2027, 23:59, hora de San José (faltan 23 días)",
      );
      expect(text).toContain("Respuestas 60 de 60 indicadores tienen respuesta");
      expect(text).toMatch(/Respuestas por parte, ronda 2027 Trata de personas, \S.* \d+ de \d+/);
      // Questions, parts, requests.
      expect(text).toContain("TIP-JUS-01, 10 de febrero de 2027");
      expect(text).toContain("“Does the count hold cases of the labour courts?”");
      expect(text).toContain("SOM-PRO-01, 10 de febrero de 2027");
      expect(text).toContain(
        "Carlos Vega, Ministerio de Salud 1 indicador; por enlace, fecha límite 20 de febrero de 2027, nunca se abrió",
      );
      expect(text).toContain("Berta Ruiz 2 indicadores; cuenta para contribuir");
      expect(text).toContain(
        "10 de febrero de 2027 Solicitud n.º 1. Solicitud, teléfono. Ana Mora. Lo enviará en una fecha: 1 de marzo de 2027",
      );
      // Others, last year, and who answers.
      expect(text).toContain("approver CRI Persona que aprueba; ");
      expect(text).toMatch(
        /Ronda 2026 \(datos de 2025\) Recibido por primera vez el 30 de abril de 2026, 09:00, a tiempo\. Aceptado\. 0 solicitudes\. Constancia CRI-2026-1: .{30,90}receipt\?version=1 /,
      );
      expect(text).toMatch(/Quién responde preguntas secretariat Secretaría Técnica; \S+@\S+; \+506 2200 1100/);
      expect(text).not.toContain("\uFFFD");
    }
  });

  test("is the same in every language, and names its file so", async () => {
    const focalPoint = await api.person("focal_point:CRI");
    const english = await brief(focalPoint, successor, "en");
    expect(english).toContain("Handover brief Ana Solano. Alternate focal point, Costa Rica");
    expect(english).toContain("Clarifications due Friday, 5 March 2027, 23:59, San José time (23 days left)");
    for (const language of languages) {
      const reply = await api.call(getHandover, {
        as: "secretariat",
        params: { personId: successor.userId },
        query: { language },
      });
      expect(reply.headers).toMatchObject({
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="CRI-${{ en: "handover", es: "traspaso" }[language]}-2027-02-10.pdf"`,
        "cache-control": "no-store",
      });
    }
  });

  test("of the Secretariat holds nothing that the country alone knows, and says so", async () => {
    const text = await brief("secretariat", successor, "en");
    for (const known of ["Carlos Vega", "Ministerio de Salud", "Answers by part, 2027 round Trafficking"])
      expect(text).not.toContain(known);
    expect(text).toContain("In which parts answers are missing is known to the country alone.");
    expect(text).toContain("Who was asked for parts by a link is known to those who report for the country alone.");
    expect(text).toContain("Request no. 1. Request, telephone. Ana Mora.");
  });

  test("for somebody who sees a part holds no more than that part, whoever makes it", async () => {
    const focalPoint = await api.person("focal_point:CRI");
    for (const text of [
      await brief(focalPoint, assignedTo, "en"),
      await brief("secretariat", assignedTo, "en"),
      await own(assignedTo, "en"),
    ]) {
      expect(text).toContain("Indicators assigned to you 2: TIP-LEG-01, TIP-JUS-01");
      expect(text).toContain("Does the count hold cases of the labour courts?");
      for (const foreign of [
        ...[
          "Which register is this from?",
          "60 of 60",
          "Carlos Vega",
          "Ana Mora",
          "Request no.",
          "Receipt",
          "Earlier reports",
        ],
        ...["Answers by part", "Latest version", (await api.person("approver:CRI")).email],
      ])
        expect([foreign, text.includes(foreign)]).toEqual([foreign, false]);
      // Those who report are whom the contributor turns to.
      expect(text).toContain(focalPoint.email);
    }
    const approver = await api.person("approver:CRI");
    const text = await own(approver, "en");
    expect(text).toContain("you sign the report before it is sent");
    expect(text).toContain("60 of 60");
    expect(text).not.toContain("Carlos Vega");
  });
});

describe("how the round stands", () => {
  const round = (change: string) =>
    query(api.ownerUrl, `update app.round set ${change}, revision = revision + 1 where year = 2026`);
  const country = (change: string) =>
    query(
      api.ownerUrl,
      `update app.submission set ${change}, revision = revision + 1
       where round_year = 2026 and country_code = 'HND'`,
    );
  /** What the brief of somebody of Honduras, whose report of 2026 is not there, says of that round. */
  async function said(language: "en" | "es", now = "2026-05-20T15:00:00Z"): Promise<string> {
    const before = api.clock.now().toISOString();
    api.clock.set(now);
    const text = await own(await api.person("focal_point:HND"), language);
    api.clock.set(before);
    return /(?:The round|La ronda) (.*?) (?:What is expected|Qué se espera)/.exec(text)?.[1] ?? text;
  }

  test("open, closed by the Secretariat, open again, and closed by itself, each with its day in the capital", async () => {
    expect(await said("en")).toBe("Open; it closes by itself on 14 June 2026");
    // The last day before it closes, in the evening: another day by universal time.
    expect(await said("es", "2026-06-14T05:30:00Z")).toBe("Abierta; se cierra por sí sola el 14 de junio de 2026");
    expect(await said("en", "2026-06-14T06:00:00Z")).toBe(
      "Closed by itself on 14 June 2026; the report may still be sent",
    );
    await round("closed_at = '2026-05-16T02:00:00Z'");
    expect(await said("en")).toBe("Closed by the Technical Secretariat on 15 May 2026; the report may still be sent");
    expect(await said("es")).toBe(
      "Cerrada por la Secretaría Técnica el 15 de mayo de 2026; el informe aún puede enviarse",
    );
    await round("closed_at = null, reopened_at = '2026-05-18T15:00:00Z'");
    expect(await said("en")).toBe(
      "Open again since 18 May 2026, after the Technical Secretariat had closed it; it closes by itself on 14 June 2026",
    );
    expect(await said("es")).toBe(
      "Abierta de nuevo desde el 18 de mayo de 2026, después de que la Secretaría Técnica la cerrara; se cierra por sí sola el 14 de junio de 2026",
    );
    expect(await said("en", "2026-07-01T15:00:00Z")).toBe(
      "Closed by itself on 14 June 2026; the report may still be sent",
    );
  });

  test("an extension that ran when it was closed stands, and what was received is not to be sent", async () => {
    await country(
      "due_on = '2026-05-29', extension_granted_at = '2026-04-20T15:00:00Z', extension_reason = 'More time'",
    );
    expect(await said("en")).toBe(
      "Open again since 18 May 2026, after the Technical Secretariat had closed it; it closes by itself on 13 July 2026",
    );
    await round("closed_at = '2026-05-16T02:00:00Z'");
    expect(await said("en")).toBe(
      "Closed by the Technical Secretariat on 15 May 2026; the country's own date, 29 May 2026, stands; the report may still be sent",
    );
    expect(await said("es")).toContain("; la fecha propia del país, el 29 de mayo de 2026, sigue vigente; ");
    await country(
      "status = 'submitted', version = 1, answered_count = 60, first_submitted_at = '2026-05-10T15:00:00Z', submitted_at = '2026-05-10T15:00:00Z'",
    );
    expect(await said("en")).toBe("Closed by the Technical Secretariat on 15 May 2026");
  });

  test("a round that was cancelled is told as cancelled, for a year, and not as one under way", async () => {
    await aRound(api, 2028, ["HND"], "2027-02-01");
    await query(
      api.ownerUrl,
      "update app.round set cancelled_at = '2027-02-10T04:00:00Z', revision = revision + 1 where year = 2028",
    );
    const person = await api.person("focal_point:HND");
    const [en, es] = [await own(person, "en"), await own(person, "es")];
    expect(en).toContain(
      "2028 round (data for 2027), cancelled The Technical Secretariat cancelled this round. No report is expected for it.",
    );
    expect(es).toContain(
      "Ronda 2028 (datos de 2027), cancelada La Secretaría Técnica canceló esta ronda. No se espera ningún informe para ella.",
    );
    expect(await brief("secretariat", person, "en")).toContain("2028 round (data for 2027), cancelled The Technical");
    expect(en).not.toMatch(/2028 round \(data for 2027\) The round|planned/);
    // Costa Rica was not in it.
    expect(await own(successor, "en")).not.toContain("2028 round");
    const before = api.clock.now().toISOString();
    api.clock.set("2029-05-01T15:00:00Z");
    expect(await own(person, "en")).not.toContain("2028 round");
    api.clock.set(before);
  });
});

describe("who gets one", () => {
  const ask = async (as: Who | TestPerson, personId: string) =>
    (await api.call(getHandover, { as, params: { personId } })).status;

  test("the Secretariat, those who report for the country, and everybody of a country for themselves", async () => {
    for (const as of ["secretariat", "focal_point:CRI"] as const)
      expect([as, await ask(as, successor.userId)]).toEqual([as, 200]);
    for (const as of [successor, assignedTo, await api.person("approver:CRI")])
      expect([as.role, (await api.call(getOwnHandover, { as })).status]).toEqual([as.role, 200]);
    for (const as of ["approver:CRI", assignedTo] as const) expect(await ask(as, successor.userId)).toBe(403);
    for (const as of ["secretariat", "presidency", "observer"] as const)
      expect([as, (await api.call(getOwnHandover, { as })).status]).toEqual([as, 403]);
  });

  test("of another country, of the region, of a mailbox and of an account that is not open there is none", async () => {
    const mailbox = await api.addPerson({ role: "focal_point", country: "CRI", displayName: "Oficina" });
    await query(api.ownerUrl, "update app.app_user set is_shared = true where id = $1", [mailbox.userId]);
    const presidency = await api.person("presidency");
    const [ended] = await query<{ id: string }>(
      api.ownerUrl,
      "select id from app.app_user where email = 'before@example.org'",
    );
    expect(await ask("focal_point:HND", successor.userId)).toBe(404);
    for (const personId of [mailbox.userId, presidency.userId, ended?.id ?? "", randomUUID()])
      expect([personId, await ask("secretariat", personId)]).toEqual([personId, 404]);
    expect(
      (await api.call(getOwnEntry, { as: "focal_point:CRI" })).body.handoverFor.map(({ displayName }) => displayName),
    ).toEqual([...["Ana Solano", "Berta Ruiz", "approver CRI"]]);
    expect((await api.call(getOwnEntry, { as: successor })).body.handoverFor).not.toEqual([]);
    for (const as of ["approver:CRI", "secretariat"] as const)
      expect((await api.call(getOwnEntry, { as })).body.handoverFor).toEqual([]);
  });
});
