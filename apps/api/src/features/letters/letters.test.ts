import {
  dispatchLetter,
  getAsks,
  getLetterFile,
  listLetters,
  noteExchange,
  previewLetter,
  saveTemplate,
  withdrawExchange,
  withdrawLetter,
  writeLetter,
} from "@avances/contracts";
import { query } from "@avances/testing/query";
import { afterAll, beforeEach, expect, test } from "vitest";
import { textOfPdf } from "#testing/pdf-text.ts";
import { aRound } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";
import { drawLetter, type LetterDocument } from "./draw-letter.ts";

let api: TestApi;
const params = { year: 2027 };
const wanted = {
  country: "HND",
  kind: "resend_before",
  language: "es",
  addressee: {
    name: "Suyapa Zelaya",
    title: "Directora General",
    institution: "Secretaría de Gobernación",
    salutation: "Estimada Licda. Zelaya",
  },
} as const;

beforeEach(async () => {
  await api?.close();
  api = await startTestApi({ now: "2027-02-10T15:00:00Z", config: { streamSeconds: 600 } });
  for (const who of ["focal_point:HND", "focal_point:MEX", "secretariat#2"] as const) await api.person(who);
  await aRound(api, 2027, ["HND", "MEX"]);
});
afterAll(() => api.close());

const preview = (patch: object = {}, as: Who = "secretariat") =>
  api.call(previewLetter, { as, params, body: { ...wanted, ...patch } });
async function write(patch: object = {}, as: Who = "secretariat") {
  const { body } = await preview(patch, as);
  const seen = { subject: body.subject, paragraphs: [...body.paragraphs] };
  return api.call(writeLetter, { as, params, body: { ...wanted, ...patch, seen } });
}
const dispatch = (code: string, on = "2027-02-10") =>
  api.call(dispatchLetter, { as: "secretariat", params: { code }, body: { on } });
const withdraw = (code: string) =>
  api.call(withdrawLetter, { as: "secretariat", params: { code }, body: { reason: "Wrong addressee" } });
const list = async () => (await api.call(listLetters, { as: "secretariat", params })).body;

test("a letter says what is so now, in the words of the Secretariat, with its addressee", async () => {
  const { body } = await preview();
  expect(body.datedOn).toBe("2027-02-10");
  expect(body.subject).toBe("Recordatorio, faltan 79 días: informe de Honduras, ronda 2027 (30 de abril)");
  expect(body.paragraphs[0]).toBe("Estimada Licda. Zelaya:");
  expect(body.paragraphs.join("\n")).toContain(
    "a más tardar el viernes 30 de abril de 2027 a las 23:59, hora de Tegucigalpa",
  );
  expect(body.paragraphs.join("\n")).not.toMatch(/mensaje|\/reports\/|indicadores/);
  const words = { subject: "{{standing}}: {{country}} {{round}}", opening: "Con aprecio a {{country}}.", closing: "" };
  const template = { kind: "resend_before", language: "es" } as const;
  await api.call(saveTemplate, { as: "secretariat", params: template, body: { words, basedOn: 0 } });
  expect((await preview()).body.paragraphs).toContain("Con aprecio a Honduras.");
  // What is not so yet, what is no longer asked, and whom no round asks.
  for (const patch of [{ kind: "overdue_1" }, { kind: "before_30" }, { kind: "resend_returned" }, { country: "CAN" }])
    expect(await preview(patch)).toMatchObject({ status: 409, problem: { code: "letter-refused" } });
  const { countries } = await list();
  expect(countries.find(({ country }) => country === "HND")).toMatchObject({ kinds: ["resend_before", "opening"] });
});

test("numbers have no gaps: refused ones take none, many at once get one each, a year begins anew, a withdrawn one keeps its own", async () => {
  expect((await write()).body.code).toBe("AV-2027-0001");
  const { body } = await preview();
  const seen = { subject: "Something else", paragraphs: [...body.paragraphs] };
  const refused = await api.call(writeLetter, { as: "secretariat", params, body: { ...wanted, seen } });
  expect(refused).toMatchObject({ status: 409, problem: { code: "letter-refused" } });
  const many = await Promise.all(
    Array.from({ length: 6 }, (_, place) => write({}, place % 2 === 0 ? "secretariat" : "secretariat#2")),
  );
  expect(many.map((one) => one.body.code).sort()).toEqual([2, 3, 4, 5, 6, 7].map((number) => `AV-2027-000${number}`));
  expect((await withdraw("AV-2027-0003")).body.withdrawn).toMatchObject({ reason: "Wrong addressee" });
  expect((await write()).body.code).toBe("AV-2027-0008");
  expect((await list()).letters.map(({ code }) => code)).toEqual(
    [8, 7, 6, 5, 4, 3, 2, 1].map((number) => `AV-2027-000${number}`),
  );
  // The same in the database, for every program.
  await expect(query(api.ownerUrl, "update app.letter_number set last = last + 2")).rejects.toThrow("without gaps");
  await expect(query(api.ownerUrl, "update app.letter_number set last = last - 1")).rejects.toThrow("without gaps");
  api.clock.set("2028-01-10T15:00:00Z");
  expect((await write({ kind: "resend_overdue" })).body.code).toBe("AV-2028-0001");
});

test("a letter is a request once it was dispatched, and not before; its number stands in the ledger, which the country reads", async () => {
  const { code } = (await write()).body;
  const asks = async (as: Who = "secretariat") => (await api.call(getAsks, { as, params: { country: "HND" } })).body;
  expect((await asks()).rounds[0]?.asks).toBe(0);
  for (const day of ["2027-02-09", "2027-02-11"])
    expect(await dispatch(code, day)).toMatchObject({ status: 422, problem: { code: "exchange-refused" } });
  expect((await dispatch(code)).body.dispatched).toMatchObject({ on: "2027-02-10" });
  expect(await dispatch(code)).toMatchObject({ status: 409, problem: { code: "letter-refused" } });
  expect(await withdraw(code)).toMatchObject({ status: 409, problem: { code: "letter-refused" } });
  for (const as of ["secretariat", "focal_point:HND"] as const) {
    const own = await asks(as);
    expect(own.rounds[0]?.asks).toBe(1);
    expect(own.entries).toMatchObject([
      {
        kind: "exchange",
        channel: "letter",
        letter: code,
        nth: 1,
        withWhom: "Suyapa Zelaya, Secretaría de Gobernación",
      },
    ]);
  }
  // A note that was wrong is withdrawn; then the letter may be dispatched again.
  const [entry] = (await asks()).entries;
  await api.call(withdrawExchange, {
    as: "secretariat",
    params: { exchangeId: entry?.id ?? "" },
    body: { reason: "It was left behind" },
  });
  expect((await list()).letters[0]?.dispatched).toBeNull();
  expect((await asks()).rounds[0]?.asks).toBe(0);
  expect((await dispatch(code)).status).toBe(200);
  // Other notes have no letter.
  const call = { country: "HND", channel: "telephone", happenedOn: "2027-02-10", withWhom: "", isAsk: true } as const;
  const noted = await api.call(noteExchange, {
    as: "secretariat",
    params,
    body: { ...call, said: "other", promisedOn: null, detail: "x" },
  });
  expect(noted.body.letter).toBeNull();
});

test("a withdrawn letter is never dispatched, and its file says that it was withdrawn", async () => {
  const { code } = (await write()).body;
  const file = async () => {
    const reply = await api.call(getLetterFile, { as: "secretariat", params: { code } });
    expect(reply.status).toBe(200);
    return String(reply.body);
  };
  const first = await file();
  expect(first.startsWith("%PDF-1.7")).toBe(true);
  expect(await file()).toBe(first);
  await withdraw(code);
  expect(await file()).not.toBe(first);
  expect(await dispatch(code)).toMatchObject({ status: 409, problem: { code: "letter-refused" } });
  expect(await withdraw(code)).toMatchObject({ status: 409 });
});

test("the file prints every line of a letter as its own, and no mark in the place of a line's end", async () => {
  const document: LetterDocument = {
    ...{ language: "es", title: "Carta", office: ["Conferencia", "Secretaría"], number: "N.º 1", date: "hoy" },
    ...{ warnings: [], addressee: ["Dra. Ana Łuczak"], subject: "Asunto: informe" },
    paragraphs: ["Reciba un atento saludo.", "Atentamente,\nSecretaría Técnica\nConferencia Regional"],
  };
  const text = textOfPdf(await drawLetter(document, new Date("2027-04-12T15:00:00Z")));
  expect(text).toContain("Atentamente, Secretaría Técnica Conferencia Regional");
  expect(text).not.toContain("?");
  // A letter of one sheet has no number on it; the sheets of a longer one are numbered.
  expect(text).not.toContain("1 / 1");
  const long = { ...document, paragraphs: Array.from({ length: 40 }, () => "Reciba un atento saludo.") };
  const sheets = textOfPdf(await drawLetter(long, new Date("2027-04-12T15:00:00Z")));
  for (const number of ["1 / 3", "2 / 3", "3 / 3"]) expect(sheets).toContain(number);
});

test("letters are the Secretariat's: nobody else reads, writes or downloads one", async () => {
  const { code } = (await write()).body;
  for (const as of ["focal_point:HND", "presidency"] as const) {
    expect(await api.call(listLetters, { as, params })).toMatchObject({ status: 403 });
    expect(await preview({}, as)).toMatchObject({ status: 403 });
    expect(await api.call(getLetterFile, { as, params: { code } })).toMatchObject({ status: 403 });
    expect(await api.call(dispatchLetter, { as, params: { code }, body: { on: "2027-02-10" } })).toMatchObject({
      status: 403,
    });
  }
  expect(await preview({ addressee: { ...wanted.addressee, name: "A\r\nB" } })).toMatchObject({ status: 400 });
});
