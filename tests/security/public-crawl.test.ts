import { randomUUID } from "node:crypto";
import { agree, aRound, input, submit } from "@avances/api/testing/reporting-round";
import { startTestApi, type TestApi } from "@avances/api/testing/start-test-api";
import {
  acceptSubmission,
  type BodyInputOf,
  fileDocument,
  fileVoice,
  getDataCsv,
  getIndex,
  getIndexCsv,
  getMatrix,
  getPublicCountry,
  getPublicIndicator,
  getPublicVoices,
  listPublicDocuments,
  listPublicIndicators,
  publishSubmission,
  type ResponseOf,
  saveAnswer,
  saveAnswers,
  saveDocument,
  saveVoice,
  takeStance,
} from "@avances/contracts";
import { type Answer, type Answers, blocksSubmission, checkSubmission } from "@avances/domain/answer";
import { type Catalogue, findCodeList, findIndicator, languageFacts, languages } from "@avances/domain/catalogue";
import { visibilities } from "@avances/domain/network";
import { randomFrom, randomSubmission } from "@avances/domain/testing/random-submission";
import { testClient } from "@avances/testing";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CsvRecord, readCsv } from "../published/support/read-csv.ts";
import { figuresOf as figuresIn, isSmall, linesById, narrowed, type TrueFigure } from "../published/support/reader.ts";
import { indexDifferences } from "../published/support/recomputed-index.ts";

type Row = ResponseOf<typeof getPublicIndicator>["rows"][number];
type Figure = number | "s";

const year = 2027;
const countries = ["BLZ", "CRI", "GTM", "HND", "PAN", "SLV"] as const;
let api: TestApi;
let catalogue: Catalogue;
let ids: Readonly<Record<string, string>>;
/** What the countries really reported. */
const truth = new Map<string, Answers>();
let first: Crawl;

/** Everything the public can read, at one moment. */
interface Crawl {
  readonly rows: ReadonlyMap<string, Row>;
  readonly texts: ReadonlyMap<string, string>;
  /** Lines of `data.csv` by country. */
  readonly lines: ReadonlyMap<string, ReadonlyMap<string, CsvRecord>>;
  readonly index: readonly CsvRecord[];
  readonly edition: number;
}

beforeAll(async () => {
  api = await startTestApi();
  catalogue = api.deps.catalogues.current;
  ids = await aRound(api, year, countries);
  let seed = 100;
  for (const country of countries) {
    let answers = submittable(seed);
    while (answers === null) answers = submittable(++seed);
    seed += 1;
    truth.set(country, answers);
    await report(country, answers);
  }
  await say();
  first = await crawl();
}, 240_000);
afterAll(() => api?.close());

/**
 * The same recommendation and the same document at every level, filed and as a draft: the public reads the ones that are filed for everybody, and of the
 * rest no byte. Each document belongs to the recommendation of its level and state, too, of which the public learns nothing by that.
 */
async function say(): Promise<void> {
  const rncom = await api.addPerson({ role: "civil_society", organisation: "RNCOM" });
  for (const visibility of visibilities)
    for (const state of ["draft", "filed"] as const) {
      const params = { matterId: randomUUID() };
      const word = (what: string) => `${what} for ${visibility}, ${state}`;
      const body: BodyInputOf<typeof saveVoice> = {
        ...{ subject: word("Subject"), body: word("Words"), overruled: [], meetingId: null, visibility },
        ...{ language: "en", kind: "recommendation", contributionKind: null, owner: null, addressees: ["CRI"] },
        ...{ translation: { subject: word("Translation"), body: "" }, files: [] },
        source: { kind: "treaty_body", name: word("Source") },
        links: [{ kind: "indicator", code: "TIP-PRV-04" }],
      };
      await api.call(saveVoice, { as: rncom, params, body, revision: 0 });
      const document = { as: "secretariat", params: { matterId: randomUUID() } } as const;
      const { subject, body: words, translation, visibility: level } = body;
      const written: BodyInputOf<typeof saveDocument> = {
        ...{ subject: `Paper: ${subject}`, body: words, translation, visibility: level, language: "en", overruled: [] },
        ...{ documentKind: "background", meetingId: null, files: [] },
        links: [
          { kind: "indicator", code: "TIP-PRV-04" },
          ...(state === "draft" ? [] : [{ kind: "matter" as const, code: params.matterId }]),
        ],
      };
      if (state === "filed") await api.call(fileVoice, { as: rncom, params, revision: 1 });
      const begun = await api.call(saveDocument, { ...document, body: written, revision: 0 });
      if (begun.status !== 200) throw new Error(begun.text);
      if (state === "draft") continue;
      await api.call(fileDocument, { ...document, revision: 1 });
      const answer = { language: "en", text: word("Answer"), said: "accepts", overruled: [] } as const;
      const answered = await api.call(takeStance, { as: "focal_point:CRI", params, body: answer });
      if (answered.status !== 201) throw new Error(answered.text);
    }
  const params = { about: "countries", code: "CRI" } as const;
  await vi.waitFor(
    async () => expect((await api.call(getPublicVoices, { params })).text).toContain("Answer for public"),
    { timeout: 20_000 },
  );
}

/** A random submission with many zeros and small figures and everything that signing off requires; null when it breaks a rule. */
function submittable(seed: number): Answers | null {
  const answers: Answers = new Map(
    [...randomSubmission(catalogue, randomFrom(seed))].map(([code, answer]) => [
      code,
      {
        ...answer,
        reason: answer.state === "reported" ? "" : "There is no register with this detail",
        comment: "Checked against the register",
        evidence:
          answer.state === "reported" && findIndicator(catalogue, code)?.evidenceRequired
            ? [{ title: "Annual report", url: null, locator: "p. 3" }]
            : [],
      },
    ]),
  );
  const dates = { referencePeriodStart: "2026-01-01", referencePeriodEnd: "2026-12-31", dueDate: "2027-04-30" };
  const findings = checkSubmission({ catalogue, answers, previous: null, round: dates });
  const smallCounts = primariesOf(answers).length;
  return findings.some((finding) => blocksSubmission(finding, answers)) || smallCounts < 10 ? null : answers;
}

async function report(country: string, answers: Answers): Promise<void> {
  const params = { submissionId: ids[country] as string };
  const saved = await api.call(saveAnswers, {
    as: `focal_point:${country}`,
    params,
    body: {
      answers: [...answers.values()].map((answer) => ({
        ...input(answer),
        indicatorCode: answer.indicatorCode,
        revision: 0,
      })) as never,
    },
  });
  if (saved.status !== 200) throw new Error(saved.text);
  await release(country);
}

async function release(country: string): Promise<void> {
  const params = { submissionId: ids[country] as string };
  await submit(api, `focal_point:${country}`, params.submissionId);
  const accepted = await api.call(acceptSubmission, { as: "secretariat", params, body: {} });
  if (accepted.status !== 200) throw new Error(accepted.text);
  await agree(api, `focal_point:${country}`, params.submissionId);
  const published = await api.call(publishSubmission, { as: "secretariat", params, body: {} });
  if (published.status !== 200) throw new Error(published.text);
  // The edition is told of after the act, and read from then on.
  const { id } = published.body.edition;
  const read = async () => (await api.call(getMatrix)).body.edition?.id ?? 0;
  await vi.waitFor(async () => expect(await read()).toBeGreaterThanOrEqual(id), { timeout: 60_000 });
}

async function crawl(): Promise<Crawl> {
  const texts = new Map<string, string>();
  const rows = new Map<string, Row>();
  const list = await api.call(listPublicIndicators);
  texts.set("indicators", list.text);
  const matrix = await api.call(getMatrix);
  texts.set("matrix", matrix.text);
  texts.set("index", (await api.call(getIndex)).text);
  for (const { code } of list.body.indicators) {
    const reply = await api.call(getPublicIndicator, { params: { indicatorCode: code } });
    texts.set(`indicators/${code}`, reply.text);
    for (const row of reply.body.rows) rows.set(`${row.country}|${row.roundYear}|${code}`, row);
    texts.set(`csv/${code}`, (await api.call(getDataCsv, { query: { indicator: code } })).text);
  }
  for (const { alpha3 } of api.deps.reference.countries) {
    const reply = await api.call(getPublicCountry, { params: { iso3: alpha3 } });
    texts.set(`countries/${alpha3}`, reply.text);
    // A country's page says the same as the indicators' pages.
    for (const { code, rows: own } of reply.body.indicators)
      for (const row of own)
        expect({ country: alpha3, ...row }).toEqual(rows.get(`${alpha3}|${row.roundYear}|${code}`));
  }
  // What others say beside the figures, and the documents.
  const places = [
    ...list.body.indicators.map(({ code }) => ["indicators", code] as const),
    ...api.deps.reference.countries.map(({ alpha3 }) => ["countries", alpha3] as const),
  ];
  for (const [about, code] of places)
    texts.set(`voices/${about}/${code}`, (await api.call(getPublicVoices, { params: { about, code } })).text);
  texts.set("documents", (await api.call(listPublicDocuments)).text);
  const whole = (await api.call(getDataCsv)).text;
  texts.set("csv", whole);
  const records = readCsv(whole);
  const byCountry = Map.groupBy(records, ({ country }) => country as string);
  for (const country of countries) {
    const part = await api.call(getDataCsv, { query: { country, year: String(year) as never } });
    texts.set(`csv of ${country}`, part.text);
    expect(readCsv(part.text)).toEqual(byCountry.get(country));
  }
  // The forms for Excel have the same lines, with more names.
  for (const excel of languages) {
    const form = (await api.call(getDataCsv, { query: { excel } })).text;
    texts.set(`csv for Excel, ${excel}`, form);
    const told = ({ country, indicator, measure, breakdown, category, state }: CsvRecord) =>
      [country, indicator, measure, breakdown, category, state].join();
    expect(readCsv(form, languageFacts[excel].spreadsheet.delimiter).map(told)).toEqual(records.map(told));
    texts.set(`index for Excel, ${excel}`, (await api.call(getIndexCsv, { query: { excel } })).text);
  }
  const index = (await api.call(getIndexCsv)).text;
  texts.set("index csv", index);
  return {
    rows,
    texts,
    lines: new Map([...byCountry].map(([country, lines]) => [country, linesById(lines)])),
    index: readCsv(index),
    edition: matrix.body.edition?.id ?? 0,
  };
}

const figuresOf = (answers: Answers) => figuresIn(catalogue, answers);
const primariesOf = (answers: Answers) => figuresOf(answers).filter(isSmall);

/** The figure at its place in the JSON file; undefined where the file shows none. */
function shownIn(row: Row | undefined, { measure, list, category }: TrueFigure): Figure | undefined {
  const value = row?.value;
  if (value?.type !== "count" && value?.type !== "ratio") return undefined;
  if (list !== "") return value.breakdowns[list]?.[category];
  if (value.type === "count") return value.total;
  return measure === "numerator" ? value.numerator : value.denominator;
}

const rowOf = (found: Crawl, country: string, code: string) => found.rows.get(`${country}|${year}|${code}`);

/** Small counts that a reader who kept the files of these crawls could narrow down. */
function narrowedIn(crawls: readonly Crawl[], reports: ReadonlyMap<string, Answers>): readonly string[] {
  const versions = [...reports].map(([country, answers]) => ({
    answers,
    files: crawls.map(({ lines }) => lines.get(country) ?? new Map()),
  }));
  return narrowed(catalogue, versions).flatMap((ids, index) => ids.map((id) => `${[...reports.keys()][index]}: ${id}`));
}

function restricted(): readonly string[] {
  return catalogue.indicators.filter(({ sensitivity }) => sensitivity === "restricted").map(({ code }) => code);
}

describe("the public file of six countries with many small counts", () => {
  test("has small counts to protect, zeros and large figures in every country", () => {
    for (const country of countries) {
      const figures = figuresOf(truth.get(country) as Answers);
      expect(figures.filter(isSmall).length, country).toBeGreaterThanOrEqual(10);
      expect(figures.filter(({ value }) => value === 0).length, country).toBeGreaterThan(10);
      expect(figures.filter(({ value }) => value >= 5).length, country).toBeGreaterThan(10);
    }
  });

  test("shows no small count in its place, in no file, and whatever it shows is true", () => {
    const wrong: string[] = [];
    let visible = 0;
    for (const [country, answers] of truth) {
      for (const figure of figuresOf(answers)) {
        const { id, code, value } = figure;
        const shown = shownIn(rowOf(first, country, code), figure);
        const line = first.lines.get(country)?.get(id);
        const where = `${country} ${id} = ${value}`;
        if ((line?.value ?? "") !== (typeof shown === "number" ? String(shown) : ""))
          wrong.push(`${where}: JSON ${shown}, CSV ${line?.value}`);
        if (line && line.state !== (shown === "s" ? "suppressed" : "reported")) wrong.push(`${where}: ${line.state}`);
        if (isSmall(figure) && shown !== "s") wrong.push(`${where}: shown as ${shown}`);
        if (typeof shown === "number") visible += 1;
        if (typeof shown === "number" && shown !== value) wrong.push(`${where}: shown as ${shown}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(visible).toBeGreaterThan(500);
  });

  test("lets nobody narrow a small count by subtracting", () => {
    expect(narrowedIn([first], truth)).toEqual([]);
  });

  test("and would be found out if it did: with the neighbours shown, the same reader narrows a count", () => {
    const [country, answers] = [...truth].find(([, each]) => primariesOf(each).some(({ list }) => list !== "")) as [
      string,
      Answers,
    ];
    const lines = new Map(first.lines.get(country));
    for (const { id, value } of figuresOf(answers).filter((each) => !isSmall(each))) {
      const line = lines.get(id);
      if (line) lines.set(id, { ...line, value: String(value) });
    }
    const slipped = { ...first, lines: new Map([[country, lines]]) };
    expect(narrowedIn([slipped], new Map([[country, answers]]))).not.toEqual([]);
  });

  test("has an index that tells nothing beyond the file of the figures: it follows from it", () => {
    const data = [...first.lines.values()].flatMap((lines) => [...lines.values()]);
    expect(indexDifferences(catalogue, data, first.index)).toEqual([]);
    expect(first.index.filter(({ score }) => score !== "").length).toBeGreaterThan(0);
  });

  test("shows states and zeros as they are", () => {
    const wrong: string[] = [];
    for (const [country, answers] of truth) {
      for (const { code, sensitivity } of catalogue.indicators) {
        if (sensitivity === "restricted") continue;
        const answer = answers.get(code);
        const row = rowOf(first, country, code);
        const expected = answer?.state ?? "not_reported";
        const isValue =
          expected === "reported" &&
          ["reported", "small_base", "suppressed", "not_applicable"].includes(row?.state ?? "");
        if (!isValue && row?.state !== expected) wrong.push(`${country} ${code}: ${expected} as ${row?.state}`);
      }
      for (const figure of figuresOf(answers)) {
        const { id, code, value } = figure;
        const row = rowOf(first, country, code);
        const head =
          row?.value?.type === "count" ? row.value.total : row?.value?.type === "ratio" ? row.value.numerator : 0;
        // Inside a whole that is itself a small count everything is hidden; a ratio with denominator zero has no figures.
        if (value === 0 && head !== "s" && row?.value && shownIn(row, figure) !== 0 && row.state !== "small_base")
          wrong.push(`${country} ${id}: zero as ${shownIn(row, figure)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("says beside the figures what is filed for everybody, and no byte of anything that fewer read", async () => {
    const said = first.texts.get("voices/indicators/TIP-PRV-04") ?? "";
    for (const what of ["Subject", "Words", "Translation", "Source", "Answer"])
      expect(said).toContain(`${what} for public, filed`);
    expect(first.texts.get("voices/countries/CRI")).toContain("Subject for public, filed");
    for (const name of ["documents", "voices/indicators/TIP-PRV-04"])
      expect(first.texts.get(name)).toContain("Paper: Subject for public, filed");
    for (const [name, text] of first.texts)
      expect(text, name).not.toMatch(/for (?:secretariat|members|network), |for public, draft/);
    const stored = await query<{ text: string }>(
      api.ownerUrl,
      "select convert_from(body, 'UTF8') as text from release.payload where brotli is null",
    );
    expect(stored.some(({ text }) => text.includes("for public, filed"))).toBe(true);
    for (const { text } of stored) expect(text).not.toMatch(/for (?:secretariat|members|network), |for public, draft/);
  });

  test("never names a restricted indicator, a remark, evidence or a person", async () => {
    for (const [name, text] of first.texts) {
      for (const code of restricted()) expect(text.includes(code), `${code} in ${name}`).toBe(false);
      expect(text, name).not.toMatch(
        /Checked against the register|Annual report|There is no register|focal_point|@example/,
      );
    }
    expect(restricted()).toEqual(expect.arrayContaining(["TIP-JUS-08", "TIP-DAT-03"]));
    for (const code of restricted()) {
      expect((await api.call(getPublicIndicator, { params: { indicatorCode: code } })).status).toBe(404);
      expect((await api.call(getDataCsv, { query: { indicator: code } })).status).toBe(404);
    }
  });
});

test("a corrected version and later editions reveal nothing that was hidden before, also to a reader who kept the old file", async () => {
  const country = "CRI";
  const before = truth.get(country) as Answers;
  const owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  let edited = 0;
  const after = new Map(before);
  try {
    // No operation of the API leads back from published, so the row is changed by hand.
    await owner.query("update app.submission set status = 'returned', revision = revision + 1 where id = $1", [
      ids[country],
    ]);
    for (const [code, answer] of before) {
      const value = answer.value;
      const indicator = findIndicator(catalogue, code);
      const isFree = !catalogue.validations.some((rule) => JSON.stringify(rule).includes(`"${code}"`));
      if (
        value?.type !== "count" ||
        !indicator?.smallCellSuppression ||
        indicator.sensitivity === "restricted" ||
        !isFree
      )
        continue;
      // Every small count of one more indicator grows by twenty: large enough to be shown, if the former edition had not hidden it.
      const grown = structuredClone(value) as {
        total: number;
        breakdowns: Record<string, Record<string, number>>;
      } & typeof value;
      for (const list of Object.keys(grown.breakdowns)) {
        const categories = grown.breakdowns[list] as Record<string, number>;
        const chosen = Object.keys(categories).find(
          (each) => (categories[each] ?? 0) > 0 && (categories[each] ?? 0) < 5,
        );
        const fallback = Object.keys(categories)[0] as string;
        if (findCodeList(catalogue, list)?.exclusive)
          categories[chosen ?? fallback] = (categories[chosen ?? fallback] ?? 0) + 20;
      }
      grown.total += 20;
      const next: Answer = { ...answer, value: { ...grown, crossTabs: {} } };
      const params = { submissionId: ids[country] as string, indicatorCode: code };
      const reply = await api.call(saveAnswer, {
        as: `focal_point:${country}`,
        params,
        revision: 1,
        body: input(next),
      });
      if (reply.status !== 200) continue;
      after.set(code, next);
      edited += 1;
    }
    expect(edited).toBeGreaterThan(0);
    await release(country);
  } finally {
    await owner.end();
  }
  const second = await crawl();
  expect(second.edition).toBeGreaterThan(first.edition);
  expect(second.rows.get(`${country}|${year}|TIP-PRO-01`)?.version).toBe(2);

  const revealed: string[] = [];
  let stillHidden = 0;
  for (const other of countries) {
    const now = other === country ? after : (truth.get(other) as Answers);
    for (const figure of figuresOf(now)) {
      const { id, code, value } = figure;
      const [was, is] = [shownIn(rowOf(first, other, code), figure), shownIn(rowOf(second, other, code), figure)];
      if (was !== "s") continue;
      if (is !== "s" && value > 0) revealed.push(`${other} ${id}`);
      else stillHidden += 1;
    }
    // For countries that changed nothing, nothing changed.
    if (other === country) continue;
    for (const [key, row] of first.rows) if (key.startsWith(other)) expect(second.rows.get(key)).toEqual(row);
  }
  expect(revealed).toEqual([]);
  expect(stillHidden).toBeGreaterThan(100);
  expect(narrowedIn([second], new Map([[country, after]]))).toEqual([]);
  // The other countries have the same version in both editions, and a reader who kept the first file knows both.
  const others = new Map([...truth].filter(([other]) => other !== country));
  expect(narrowedIn([first, second], others)).toEqual([]);
});
