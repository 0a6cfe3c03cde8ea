import {
  acceptSubmission,
  getIndex,
  getMatrix,
  getPublicCountry,
  getPublicIndicator,
  listRounds,
  openRound,
  publishSubmission,
} from "@avances/contracts";
import { listHiddenCells } from "@avances/db/queries/form-queries";
import { currentEdition, newestEdition } from "@avances/db/queries/release-queries";
import { form, formAnswer, hiddenCell, madeForm, madePart } from "@avances/db/schema";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { found } from "#features/shared/allow.ts";
import { giveFormat, stricter } from "#testing/published/other-release.ts";
import { pairsOf } from "#testing/published/release-of.ts";
import { agree, aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { partKeys } from "./country-parts.ts";
import { readCountries, readInputs } from "./country-state.ts";
import { storedEdition } from "./edition-source.ts";
import { keepSeries } from "./keep-country.ts";
import { answerKeys, putTogether } from "./put-together.ts";
import { newRelease } from "./release.ts";
import { releaseCache } from "./release-cache.ts";
import { catchUpEdition, renewEdition } from "./renew-edition.ts";

/** An edition is stored as a whole, and what it is made of is made once. */
let api: TestApi;
let ids: Readonly<Record<string, string>>;
const patience = { timeout: 20_000 };
const round = 2027;

const edition = async () => found(await api.db.asPublic(currentEdition));
const inAnswers = async () => (await api.call(getMatrix, {})).body.edition?.id;
const seen = (id: number) => vi.waitFor(async () => expect(await newestRead()).toBe(id), patience);
const newestRead = async () => {
  const name = (await api.app.inject("/api/v1/public/index.csv")).headers["content-disposition"] as string;
  return Number(/edition-(\d+)/.exec(name)?.[1]);
};

async function publish(country: string) {
  const params = { submissionId: found(ids[country]) };
  await fill(api, `focal_point:${country}`, params.submissionId);
  await submit(api, `focal_point:${country}`, params.submissionId);
  await api.call(acceptSubmission, { as: "secretariat", params, body: {} });
  await agree(api, `focal_point:${country}`, params.submissionId);
  return api.call(publishSubmission, { as: "secretariat", params, body: {} });
}

/** Other words, another name and another kind of database: as if another release were started. */
function otherDeps(): TestApi["deps"] {
  const { catalogues, reference, config } = api.deps;
  const [country, ...countries] = reference.countries;
  const [indicator, ...indicators] = catalogues.current.indicators;
  const other = { en: "Other words", es: "Otras palabras" };
  const current = { ...catalogues.current, indicators: [{ ...found(indicator), name: other }, ...indicators] };
  return {
    ...api.deps,
    catalogues: { ...catalogues, current },
    reference: { ...reference, countries: [{ ...found(country), name: other, capital: other }, ...countries] },
    config: { ...config, demonstration: !config.demonstration },
  };
}

/** Every answer of a stored edition. */
async function textsOf(row: Awaited<ReturnType<typeof edition>>): Promise<readonly unknown[]> {
  const stored = await storedEdition(api.db, row);
  const { indicators, countries } = stored.definitions;
  const keys = [
    ...[answerKeys.matrix, answerKeys.index, answerKeys.indicators],
    ...indicators.map(({ definition }) => answerKeys.indicator(definition.code)),
    ...countries.map(({ iso3 }) => answerKeys.country(iso3)),
    ...pairsOf(stored.frame.rounds).map(([later, earlier]) => answerKeys.progress(later.roundYear, earlier.roundYear)),
  ];
  return Promise.all(keys.map(async (key) => [key, await putTogether(stored, async () => null, key)]));
}

/** How many of each kind are stored. */
const kept = () =>
  api.db.asPublisher(async (tx) => ({
    forms: await tx.$count(form),
    answers: await tx.$count(formAnswer),
    made: await tx.$count(madeForm),
    // Who reported when is only written down, not computed.
    parts: (await tx.select().from(madePart)).filter(({ key }) => !key.startsWith(partKeys.reports(""))).length,
    hidden: await tx.$count(hiddenCell),
  }));

const asOwner = (text: string) => query(api.ownerUrl, text);

beforeAll(async () => {
  api = await startTestApi({ now: "2027-05-05T16:00:00Z" });
  ids = await aRound(api, round, ["CRI", "GTM", "HND"]);
  await publish("CRI");
});
afterAll(() => api.close());

test("publishing answers with the edition that shows it", async () => {
  const before = await edition();
  const reply = await publish("GTM");
  const after = await edition();
  expect([reply.status, after.id]).toEqual([200, before.id + 1]);
  expect(reply.body.edition).toEqual({ id: after.id, publishedAt: after.publishedAt.toISOString() });
});

test("an act makes the form of its own report and what is computed of its country, and shares the rest", async () => {
  const before = await kept();
  const stored = await edition();
  await publish("HND");
  const { current } = api.deps.catalogues;
  const answers = current.indicators.filter(({ sensitivity }) => sensitivity === "public").length;
  expect(await kept()).toEqual({
    forms: before.forms + 1,
    answers: before.answers + answers,
    made: before.made + 1,
    parts: before.parts + 1,
    hidden: (await kept()).hidden,
  });
  expect((await edition()).id).toBe(stored.id + 1);
  // A round without reports changes who reported when, and no computed part.
  const full = await kept();
  const body = { year: 2026, opensOn: "2027-05-05", dueOn: "2027-08-31", obligatedGroup: "CA-MEX" };
  expect((await api.call(openRound, { as: "secretariat", body })).status).toBe(201);
  expect((await api.call(listRounds, { as: "secretariat" })).body.rounds).toHaveLength(2);
  expect([await kept(), (await edition()).id]).toEqual([full, stored.id + 2]);
});

test("a part read while somebody published is not stored under the hash of the previous state", async () => {
  const before = await kept();
  const made = await api.db.asPublisher(async (tx) => {
    const inputs = await readInputs(tx, api.deps, api.clock.now());
    const [country] = await readCountries(tx, inputs, ["CRI"]);
    return keepSeries(tx, inputs, { ...found(country), series: "of another moment" });
  });
  expect([made, await kept()]).toEqual([undefined, before]);
});

test("an edition reads the same whatever catalogue, names and kind of database its reader was started with, and after the next", async () => {
  const row = await edition();
  const texts = await textsOf(row);
  const [mine, others] = [newRelease(api.deps), newRelease(otherDeps())];
  for (const key of [answerKeys.index, answerKeys.indicators, answerKeys.indicator("TIP-PRO-01"), "countries/CRI"])
    expect(await others.text(key)).toBe(await mine.text(key));
  await catchUpEdition(otherDeps());
  const next = await edition();
  expect(next.id).toBe(row.id + 1);
  expect(await textsOf(row)).toEqual(texts);
  expect(await textsOf(next)).not.toEqual(texts);
  expect(await newRelease(api.deps).text(answerKeys.index)).toContain("Otras palabras");
  await catchUpEdition(api.deps);
  expect(await textsOf(await edition())).toEqual(texts);
});

test("a corrected time zone makes the public file anew: it says which rounds have opened", async () => {
  const last = await edition();
  const [country, ...countries] = api.deps.reference.countries;
  const corrected = [{ ...found(country), timeZone: "Pacific/Kiritimati" }, ...countries];
  await catchUpEdition({ ...api.deps, reference: { ...api.deps.reference, countries: corrected } });
  expect((await edition()).id).toBe(last.id + 1);
  await catchUpEdition(api.deps);
  expect((await edition()).id).toBe(last.id + 2);
  await catchUpEdition(api.deps);
  expect((await edition()).id).toBe(last.id + 2);
});

test("a change of words makes no form anew, and no page says that its figures changed", async () => {
  await seen((await edition()).id);
  const [before, named] = [await kept(), await inAnswers()];
  const country = async () => (await api.call(getPublicCountry, { params: { iso3: "CRI" } })).body.edition?.id;
  const [ofCountry, last] = [await country(), await edition()];
  await catchUpEdition(otherDeps());
  await catchUpEdition(api.deps);
  expect((await edition()).id).toBe(last.id + 2);
  await seen(last.id + 2);
  expect([await kept(), await inAnswers(), await country()]).toEqual([before, named, ofCountry]);
  expect(named).toBeLessThan(last.id);
  expect((await api.call(getIndex, {})).body.edition?.id).toBeLessThan(last.id);
  const indicator = await api.call(getPublicIndicator, { params: { indicatorCode: "TIP-PRO-01" } });
  expect(indicator.body.edition?.id).toBe(named);
  // For a country: the one in which it reported or a round was added.
  expect(ofCountry).toBeLessThanOrEqual(named ?? 0);
});

test("a cell that other rules hid stays hidden when the previous rules return", async () => {
  const place = { country: "CRI", roundYear: round };
  const cells = () => api.db.asPublisher((tx) => listHiddenCells(tx, place));
  const contents = async () => (await storedEdition(api.db, await edition())).rows.ofCountry("CRI");
  const [hiddenBefore, before, forms] = [await cells(), await contents(), await kept()];
  await catchUpEdition(stricter(api.deps));
  const hidden = await cells();
  expect(hidden.length).toBeGreaterThan(hiddenBefore.length);
  await catchUpEdition(api.deps);
  const [after, now] = [await contents(), await kept()];
  expect(after).not.toEqual(before);
  const suppressed = (rows: ReadonlyMap<string, string>) => [...rows.values()].join().split('"s"').length;
  expect(suppressed(after)).toBeGreaterThan(suppressed(before));
  expect(now.made).toBeGreaterThan(forms.made);
  // From here on both hide the same, and nothing is made anew.
  await catchUpEdition(stricter(api.deps));
  await catchUpEdition(api.deps);
  expect(await kept()).toEqual(now);
  expect(await contents()).toEqual(after);
});

test("what a program of an older release wrote takes nothing down, and is made anew once; after the migration it cannot write", async () => {
  const last = await edition();
  const columns = "published_at, catalogue_version, threshold, algorithm, input_hash";
  const values = "now(), '2026.1', 5, 'older', 'x'";
  await expect(asOwner(`insert into release.edition (${columns}) values (${values})`)).rejects.toThrow("null value");
  await expect(
    asOwner(
      `insert into release.edition_entry (edition_id, key, payload_hash) select ${last.id}, 'matrix', hash from release.payload limit 1`,
    ),
  ).rejects.toThrow("null value");
  const texts = await textsOf(last);
  await asOwner(`insert into release.edition (format, ${columns}) values (1, ${values})`);
  expect((await edition()).id).toBe(last.id);
  expect(await newRelease(api.deps).text(answerKeys.matrix)).toContain('"CRI"');
  for (const path of ["matrix", "index", "indicators", "countries/CRI", "data.csv"])
    expect((await api.app.inject(`/api/v1/public/${path}`)).statusCode, path).toBe(200);
  // Where there is no other to read.
  await giveFormat(api.ownerUrl, 1, 0);
  await Promise.all([catchUpEdition(api.deps), catchUpEdition(api.deps)]);
  const anew = await edition();
  expect(anew.id).toBeGreaterThan(last.id + 1);
  expect(await textsOf(anew)).toEqual(texts);
  await catchUpEdition(api.deps);
  expect((await edition()).id).toBe(anew.id);
});

test("an edition of a newer release is left to that one", async () => {
  const last = await edition();
  await asOwner(`insert into release.edition (format, published_at, catalogue_version, threshold, algorithm, input_hash)
    values (99, now(), '2026.1', 5, 'newer', 'x')`);
  await catchUpEdition(api.deps);
  expect((await edition()).id).toBe(last.id);
  expect((await api.call(getMatrix, {})).status).toBe(200);
});

test("a reader whose database is behind keeps the edition of before, and takes the one it heard of when it is there", async () => {
  let tell: (edition: number | null) => void = () => undefined;
  const db = {
    asPublic: api.db.asPublic,
    asPublisher: api.db.asPublisher,
    onEdition: (listener: typeof tell) => {
      tell = listener;
      return async () => undefined;
    },
  };
  const cache = releaseCache({ ...api.deps, db });
  const before = cache.current();
  await before.edition();
  await cache.current().get(answerKeys.matrix);
  // The number of the next edition of this format, after two of an older release.
  tell(found(await api.db.asPublic(newestEdition)).id + 3);
  expect(cache.current()).toBe(before);
  await asOwner(`insert into release.edition (format, published_at, catalogue_version, threshold, algorithm, input_hash)
    select 1, now(), '2026.1', 5, 'older', 'x' from generate_series(1, 2)`);
  await catchUpEdition(otherDeps());
  const next = await edition();
  await vi.waitFor(async () => expect((await cache.current().edition())?.id).toBe(next.id), patience);
  await cache.close();
});

test("an edition missed while notifications were down is taken when the replica has it; before that, nobody mistakes it for none", async () => {
  let tell: (edition: number | null) => void = () => undefined;
  let isBehind = true;
  const last = await edition();
  await asOwner(`insert into release.edition (format, published_at, catalogue_version, threshold, algorithm, input_hash)
    select 1, now(), '2026.1', 5, 'older', 'x'`);
  await catchUpEdition(api.deps);
  const missed = await edition();
  expect(missed.id).toBeGreaterThan(last.id + 1);
  // A replica that lacks only the newest writes, until it catches up.
  const db = {
    asPublic: (async (ask) => {
      const found = await api.db.asPublic(ask);
      const isMissed = isBehind && (found as { id?: number } | undefined)?.id === missed.id;
      return isMissed ? (ask === currentEdition ? undefined : { ...missed, id: missed.id - 1, format: 1 }) : found;
    }) as typeof api.db.asPublic,
    asPublisher: api.db.asPublisher,
    onEdition: (listener: typeof tell) => {
      tell = listener;
      return async () => undefined;
    },
  };
  const cache = releaseCache({ ...api.deps, db });
  await expect(cache.current().text(answerKeys.matrix)).rejects.toThrow("unavailable");
  expect(await cache.current().edition()).toBeUndefined();
  tell(null);
  isBehind = false;
  await vi.waitFor(async () => expect((await cache.current().edition())?.id).toBe(missed.id), patience);
  expect(cellsOf(await cache.current().text(answerKeys.matrix)).length).toBeGreaterThan(0);
  await cache.close();
});

test("a reader of the empty file gets all of it from there, even while the first edition comes", async () => {
  let hasEdition = false;
  const db = {
    asPublic: (async (ask) =>
      hasEdition || (ask !== newestEdition && ask !== currentEdition)
        ? api.db.asPublic(ask)
        : undefined) as typeof api.db.asPublic,
  };
  const release = newRelease({ ...api.deps, db });
  expect(cellsOf(await release.text(answerKeys.matrix))).toEqual([]);
  hasEdition = true;
  expect(cellsOf(await release.text(answerKeys.matrix))).toEqual([]);
  expect(JSON.parse((await release.text(answerKeys.indicators)) ?? "null")).toMatchObject({ edition: null });
});

test("an act that began before a round opened, and waited meanwhile, does not take the round away again", async () => {
  await aRound(api, round + 1, ["CRI"]);
  const opened = new Date(`${round + 1}-02-02T18:00:00Z`);
  await catchUpEdition({ ...api.deps, clock: { now: () => opened } });
  const last = await edition();
  expect(last.publishedAt).toEqual(opened);
  await api.db.asPublisher((tx) => renewEdition(tx, api.deps, new Date(`${round + 1}-01-31T18:00:00Z`)));
  expect(await edition()).toEqual(last);
});

function cellsOf(matrix: string | undefined): readonly unknown[] {
  return (JSON.parse(found(matrix)) as { readonly cells: readonly unknown[] }).cells;
}
