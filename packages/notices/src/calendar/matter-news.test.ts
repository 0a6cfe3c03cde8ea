import { randomUUID } from "node:crypto";
import { createTestDatabase, type FixedClock, fixedClock, testClient } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCommitment, insertReply } from "../../testing/commitments.ts";
import { insertDocument, insertView, reviseMatter, sendAlong, withdrawMatter } from "../../testing/news.ts";
import { createTestRegion, type TestRegion, testLog } from "../../testing/region.ts";
import { schedulerByHand } from "../delivery/run-scheduler.ts";
import { planNews } from "./matter-news.ts";

let region: TestRegion<FixedClock>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
/** Each test has a country of its own. */
const people: Record<string, string> = {};

const asOwner = async <Row>(statement: string, values: unknown[] = []): Promise<readonly Row[]> => {
  const owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    return (await owner.query(statement, values)).rows as Row[];
  } finally {
    await owner.end();
  }
};
const person = async (country: string, role: "focal_point" | "liaison_officer" | "approver" | "contributor") => {
  people[`${role}:${country}`] = await region.addPerson({
    ...{ role, country, displayName: `${role} ${country}`, language: role === "focal_point" ? "es" : "en" },
    email: `${role}@${country.toLowerCase()}.example`,
  });
};

beforeAll(async () => {
  database = await createTestDatabase();
  region = await createTestRegion(database, fixedClock("2027-01-04T15:00:00Z"));
  for (const country of ["CRI", "HND", "GTM", "MEX", "SLV", "BLZ", "PAN"]) await person(country, "focal_point");
  for (const role of ["liaison_officer", "approver", "contributor"] as const) await person("CRI", role);
  const observer = await region.addPerson({ role: "observer", displayName: "Oli", email: "oli@iom.example" });
  await asOwner("update app.app_user set organisation_code = 'IOM' where id = $1", [observer]);
});
afterAll(() => region?.close());

/** Plans and sends what is due: here, keeps it. */
const run = async (now: string) => {
  region.clock.set(now);
  await schedulerByHand({ ...region, log: testLog })();
};
const plan = async (now: string) => {
  region.clock.set(now);
  return (await planNews({ ...region, newId: randomUUID, log: testLog })).queued;
};
const mailsTo = async (country: string) =>
  (await region.mails()).filter(({ countryCode, kind }) => countryCode === country && /^(view|document)_/.test(kind));
const told = async (country: string) =>
  (await mailsTo(country)).map(({ kind, toAddress, state, lastAnswer }) =>
    [kind, toAddress.replace(/@.*/, ""), state, lastAnswer].join(" "),
  );

test("whoever may answer for the country is told once, in the own language, on a working day and in its hours, with the page and no word of the view", async () => {
  // Friday, 15:30 in San José; on Saturday nothing leaves.
  const id = await insertView(asOwner, { country: "CRI", at: "2027-02-12T23:30:00Z", until: "2027-02-26" });
  await run("2027-02-13T15:30:00Z");
  expect(await mailsTo("CRI")).toEqual([]);
  await run("2027-02-15T14:59:00Z");
  expect(await mailsTo("CRI")).toEqual([]);
  const [one, other] = await Promise.all([plan("2027-02-15T15:00:00Z"), plan("2027-02-15T15:00:00Z")]);
  expect(one + other).toBe(2);
  await run("2027-02-15T15:01:00Z");
  await run("2027-02-17T15:00:00Z");
  expect((await told("CRI")).sort()).toEqual([
    "view_given focal_point kept kept-here",
    "view_given liaison_officer kept kept-here",
  ]);
  const [english, spanish] = (await mailsTo("CRI")).toSorted((a, b) => a.language.localeCompare(b.language));
  expect(english?.subject).toBe(
    "For your answer, 11 days left (26 February 2027): view of IOM on the Regional Guidelines in Costa Rica",
  );
  expect(spanish?.bodyText).toContain(
    "Su país puede responder antes de que otros la lean: fuera de la OIM y de su país, nadie, ni siquiera la Secretaría Técnica, lee la visión hasta que su país haya respondido o hasta que haya pasado el viernes 26 de febrero de 2027 a las 23:59, hora de San José; faltan 11 días.",
  );
  expect(spanish?.bodyText).toContain(`https://avances.example/es/network/guidelines/${id}`);
  expect(JSON.stringify(await mailsTo("CRI"))).not.toContain("canary");
});

test("several views are one message with the page of each, and what was answered or replaced before it leaves is not in it", async () => {
  const make = (step: string, at: string) => insertView(asOwner, { country: "HND", at, until: "2027-03-10", step });
  const first = await make("G1", "2027-02-17T23:00:00Z");
  const second = await make("G2", "2027-02-17T23:10:00Z");
  const answered = await make("G3", "2027-02-17T23:20:00Z");
  // Written in the night for the next morning, and still so but for one.
  expect(await plan("2027-02-18T15:00:00Z")).toBe(1);
  await insertReply(asOwner, answered, "HND", "2027-02-18T15:01:00Z");
  const again = await make("G1", "2027-02-18T15:02:00Z");
  await run("2027-02-18T15:03:00Z");
  const [mail] = await mailsTo("HND");
  // Answered, and replaced by another one, of which the next message tells.
  expect(mail?.bodyText).toContain(second);
  for (const gone of [first, answered]) expect(mail?.bodyText).not.toContain(gone);
  await run("2027-02-19T15:00:00Z");
  const later = (await mailsTo("HND"))[1];
  expect(later?.bodyText).toContain(again);
  expect(later?.bodyText).toContain(
    "Ocupa el lugar de la del 17 de febrero de 2027 sobre el mismo paso, que se puede seguir leyendo.",
  );
  // Two that wait are one message.
  await make("G4", "2027-02-19T16:00:00Z");
  await make("G5", "2027-02-19T16:00:00Z");
  await run("2027-02-22T15:00:00Z");
  const both = (await mailsTo("HND"))[2];
  expect(both?.bodyText).toContain(
    "dio 2 visiones de la aplicación de pasos de los Lineamientos Regionales en Honduras",
  );
  await run("2027-02-23T15:00:00Z");
  expect(await mailsTo("HND")).toHaveLength(3);
});

test("who learns of it after the days are over reads that, also where the portal stood still; after a month nobody is told", async () => {
  await insertView(asOwner, { country: "GTM", at: "2027-02-01T15:00:00Z", until: "2027-02-12" });
  await insertView(asOwner, { country: "BLZ", at: "2027-01-05T15:00:00Z", until: "2027-01-20" });
  await run("2027-02-24T15:00:00Z");
  const [mail] = await mailsTo("GTM");
  expect(mail?.subject).toBe("Para su respuesta: visión de la OIM sobre los Lineamientos Regionales en Guatemala");
  expect(mail?.bodyText).toContain(
    "Los días en que, fuera de la OIM, solo su país podía leerla terminaron el viernes 12 de febrero de 2027 a las 23:59, hora de Ciudad de Guatemala, hace 12 días. Quienes la OIM eligió ya pueden leerla; su país aún puede responder, y la respuesta se muestra junto a la visión.",
  );
  expect(await mailsTo("BLZ")).toEqual([]);
});

test("of a view that was withdrawn those are told who had been told of it, and what stands in its place", async () => {
  const silent = await insertView(asOwner, { country: "MEX", at: "2027-02-24T23:00:00Z", until: "2027-03-10" });
  await withdrawMatter(asOwner, silent, "2027-02-25T01:00:00Z");
  const before = await insertView(asOwner, { country: "MEX", at: "2027-02-25T01:30:00Z", until: "2027-03-11" });
  await run("2027-02-25T16:00:00Z");
  expect(await told("MEX")).toEqual(["view_given focal_point kept kept-here"]);
  const next = await insertView(asOwner, { country: "MEX", at: "2027-02-25T17:00:00Z", until: "2027-03-11" });
  await run("2027-02-26T16:00:00Z");
  await withdrawMatter(asOwner, next, "2027-02-26T17:00:00Z");
  await run("2027-03-01T16:00:00Z");
  const mails = await mailsTo("MEX");
  expect(mails.map(({ kind }) => kind)).toEqual(["view_given", "view_given", "view_withdrawn"]);
  expect(mails[2]?.bodyText).toContain(
    "retiró el 26 de febrero de 2027 su visión del 25 de febrero de 2027 de la aplicación de uno de los pasos de los Lineamientos Regionales en México. Ya no se le puede responder. Sobre el mismo paso queda en pie la visión de la OIM del 24 de febrero de 2027.",
  );
  expect(mails[2]?.bodyText).toContain("Nunca se abrió a otros: solo la OIM y su país la siguen leyendo");
  expect(mails[2]?.bodyText).toContain(next);
  expect(before).not.toBe(next);
});

test("whoever was sent a document is told when it has another version or was withdrawn; who was sent that version already, or none, is not", async () => {
  const commitment = await insertCommitment(asOwner, { to: ["SLV", "PAN", "IOM"], replyBy: null });
  const document = await insertDocument(asOwner, "2027-03-01T10:00:00Z");
  await sendAlong(asOwner, { commitment, document, to: ["SLV", "PAN", "IOM"], at: "2027-03-01T15:00:00Z" });
  await run("2027-03-02T16:00:00Z");
  expect(await mailsTo("SLV")).toEqual([]);
  await reviseMatter(asOwner, document, "2027-03-02T17:00:00Z");
  await sendAlong(asOwner, { commitment, document, version: 2, to: ["PAN"], at: "2027-03-02T18:00:00Z" });
  await run("2027-03-03T16:00:00Z");
  await run("2027-03-04T16:00:00Z");
  const [revised] = await mailsTo("SLV");
  expect(revised).toMatchObject({
    kind: "document_revised",
    subject: "Nueva versión: un documento enviado a El Salvador",
  });
  expect(revised?.bodyText).toContain(
    "El 1 de marzo de 2027 la Secretaría Técnica envió a El Salvador un documento con un compromiso de la reunión de la Red de Funcionarios de Enlace del 18 de febrero de 2027 (punto 3b). Su versión vigente es otra, del 2 de marzo de 2027, que ocupa el lugar de la enviada.",
  );
  expect(revised?.bodyText).toContain(`https://avances.example/es/network/library/${document}`);
  expect(await mailsTo("PAN")).toEqual([]);
  const toIom = () => region.mails().then((all) => all.filter(({ toAddress }) => toAddress === "oli@iom.example"));
  expect((await toIom()).map(({ kind }) => kind)).toEqual(["document_revised"]);
  await withdrawMatter(asOwner, document, "2027-03-04T17:00:00Z");
  await run("2027-03-05T16:00:00Z");
  await run("2027-03-08T16:00:00Z");
  expect((await told("SLV")).length).toBe(2);
  const [withdrawn] = await mailsTo("PAN");
  expect(withdrawn?.bodyText).toContain(
    "El 2 de marzo de 2027 la Secretaría Técnica envió a Panamá un documento con un compromiso de la reunión de la Red de Funcionarios de Enlace del 18 de febrero de 2027 (punto 3b). El 4 de marzo de 2027 ese documento fue retirado; ninguna versión ocupa su lugar.",
  );
  expect((await toIom()).map(({ kind }) => kind)).toEqual(["document_revised", "document_withdrawn"]);
  expect(JSON.stringify(await region.mails())).not.toContain("canary");
});

test("who speaks for a side since then takes over what others were told, and is told what nobody was", async () => {
  await insertView(asOwner, { country: "PAN", at: "2027-03-08T17:00:00Z", until: "2027-03-30" });
  await insertView(asOwner, { country: "NIC", at: "2027-03-08T17:00:00Z", until: "2027-03-30" });
  await run("2027-03-09T16:00:00Z");
  region.clock.set("2027-03-10T12:00:00Z");
  await person("PAN", "liaison_officer");
  await person("NIC", "focal_point");
  await run("2027-03-10T16:00:00Z");
  expect((await told("PAN")).filter((one) => one.startsWith("view"))).toEqual([
    "view_given focal_point kept kept-here",
  ]);
  expect(await told("NIC")).toEqual(["view_given focal_point kept kept-here"]);
});
