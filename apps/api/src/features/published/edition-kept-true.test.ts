import {
  acceptSubmission,
  cancelRound,
  closeRound,
  correctExtension,
  correctReturnDate,
  correctRound,
  exemptSubmission,
  extendSubmission,
  getMatrix,
  getRoundStatus,
  listRounds,
  openRound,
  previewClosing,
  publishSubmission,
  reopenAnswer,
  reopenRound,
  returnSubmission,
  takeBackExemption,
  takeBackExtension,
  withdrawSubmission,
} from "@avances/contracts";
import { countReports } from "@avances/db/queries/public-state-queries";
import { currentEdition } from "@avances/db/queries/release-queries";
import { roundAct, submissionAct } from "@avances/db/schema";
import { roundActs } from "@avances/domain/round";
import { submissionActs } from "@avances/domain/submission";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { found } from "#features/shared/allow.ts";
import { pairsOf } from "#testing/published/release-of.ts";
import { agree, aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { definitionsOf } from "./definitions.ts";
import { storedEdition } from "./edition-source.ts";
import { memoryEdition, type ReportWithAnswers } from "./memory-edition.ts";
import { answerKeys, putTogether } from "./put-together.ts";
import { placeOf, readReports, readRounds, readRules, readVersion } from "./read-reports.ts";
import { catchUpEdition, keepEdition } from "./renew-edition.ts";
import { makeForm } from "./report-form.ts";

/** Every act that changes what the public reads of a round or a country writes an edition that shows it: one rule, checked after every act. */
let api: TestApi;
const secretariat = { as: "secretariat" as const };
const reason = "Decided at the table";
const patience = { timeout: 20_000 };
const first = 2025;
const ids: Record<string, string> = {};

const params = (country: string) => ({ submissionId: found(ids[country]) });
const hnd = "focal_point:HND" as const;
const open = async (year: number, opensOn: string) => {
  const body = { year, opensOn, dueOn: "2027-08-31", obligatedGroup: "CA-MEX" };
  expect((await api.call(openRound, { ...secretariat, body })).status).toBe(201);
};
const revisionOf = async (year: number) =>
  found((await api.call(listRounds, secretariat)).body.rounds.find((round) => round.year === year)).revision;
const correct = async (year: number, opensOn: string) =>
  api.call(correctRound, {
    ...secretariat,
    params: { year },
    revision: await revisionOf(year),
    body: { opensOn, dueOn: "2027-09-30", reason },
  });
const edition = async () => found(await api.db.asPublic(currentEdition));

/** Keys under which the stored edition differs from what would be written now if everything were made anew. */
async function untrue(): Promise<readonly string[]> {
  const { countries } = api.deps.reference;
  const definitions = definitionsOf(api.deps, countries);
  const { rounds, reports, rules, versions } = await api.db.asPublisher(async (tx) => {
    const rounds = await readRounds(tx, api.deps, api.clock.now(), await countReports(tx));
    const codes = countries.map(({ alpha3 }) => alpha3);
    const reports = await readReports(tx, rounds, codes);
    const versions = [];
    for (const report of reports) versions.push(await readVersion(tx, report));
    return {
      rounds,
      reports,
      rules: await readRules(tx, api.deps, rounds),
      versions: versions.filter((one) => one !== undefined),
    };
  });
  const forms = new Map(versions.map((version) => [placeOf(version), makeForm(rules, version)]));
  const now = memoryEdition(
    api.deps.catalogues.current,
    definitions,
    rounds,
    reports.map(({ version, ...report }): ReportWithAnswers => {
      const form = forms.get(placeOf(report));
      if (version === null || form === undefined) return { ...report, release: null, answers: [] };
      const release = { version: version.number, publishedAt: version.publishedAt, index: form.index };
      return { ...report, release, answers: form.answers };
    }),
  );
  const stored = await storedEdition(api.db, await edition());
  const keys = [
    answerKeys.matrix,
    answerKeys.index,
    answerKeys.indicators,
    ...definitions.indicators.map(({ definition }) => answerKeys.indicator(definition.code)),
    ...countries.map(({ alpha3 }) => answerKeys.country(alpha3)),
    ...pairsOf(rounds).map(([later, earlier]) => answerKeys.progress(later.roundYear, earlier.roundYear)),
  ];
  const unnamed = async () => null;
  const wrong: string[] = [];
  for (const key of keys) {
    const [said, would] = await Promise.all([putTogether(stored, unnamed, key), putTogether(now, unnamed, key)]);
    if (said === undefined || said !== would) wrong.push(key);
  }
  return wrong;
}

const roundsOf = async () => (await api.call(getMatrix, {})).body.rounds.map(({ roundYear }) => roundYear);

beforeAll(async () => {
  api = await startTestApi({ now: "2027-05-05T16:00:00Z" });
  Object.assign(ids, await aRound(api, first, ["CRI", "GTM", "HND"]));
  const cri = "focal_point:CRI" as const;
  await fill(api, cri, found(ids.CRI));
  await submit(api, cri, found(ids.CRI));
  await api.call(acceptSubmission, { ...secretariat, params: params("CRI") });
  await agree(api, cri, found(ids.CRI));
  await api.call(publishSubmission, { ...secretariat, params: params("CRI") });
});
afterAll(() => api.close());

test("after each act on a round or a report the stored edition says what would be said now", async () => {
  const days = { dueOn: "2027-06-30", reason };
  const acts: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["nothing yet", async () => undefined],
    ["a round opens today", () => open(2027, "2027-05-05")],
    ["a round is planned", () => open(2028, "2027-06-10")],
    ["its opening day becomes today", () => correct(2028, "2027-05-05")],
    [
      "it is cancelled",
      async () =>
        api.call(cancelRound, {
          ...secretariat,
          params: { year: 2028 },
          revision: await revisionOf(2028),
          body: { reason },
        }),
    ],
    ["exempt", () => api.call(exemptSubmission, { ...secretariat, params: params("GTM"), body: { reason } })],
    ["expected again", () => api.call(takeBackExemption, { ...secretariat, params: params("GTM"), body: { reason } })],
    ["exempt again", () => api.call(exemptSubmission, { ...secretariat, params: params("GTM"), body: { reason } })],
    ["longer", () => api.call(extendSubmission, { ...secretariat, params: params("HND"), body: days })],
    [
      "not so long",
      () =>
        api.call(correctExtension, { ...secretariat, params: params("HND"), body: { ...days, dueOn: "2027-06-15" } }),
    ],
    ["no longer", () => api.call(takeBackExtension, { ...secretariat, params: params("HND"), body: { reason } })],
    ["an exempt country begins", () => fill(api, "focal_point:GTM", found(ids.GTM), { seed: 3 })],
    ["started", () => fill(api, hnd, found(ids.HND), { seed: 2 })],
    ["submitted", () => submit(api, hnd, found(ids.HND))],
    ["withdrawn", () => api.call(withdrawSubmission, { as: hnd, params: params("HND"), body: { reason } })],
    ["submitted again", () => submit(api, hnd, found(ids.HND))],
    [
      "returned",
      () =>
        api.call(returnSubmission, {
          ...secretariat,
          params: params("HND"),
          body: { comments: [{ indicatorCode: "TIP-LEG-01", body: "Which law?" }] },
        }),
    ],
    ["another day", () => api.call(correctReturnDate, { ...secretariat, params: params("HND"), body: days })],
    [
      "an answer opened",
      () =>
        api.call(reopenAnswer, {
          as: hnd,
          params: { ...params("HND"), indicatorCode: "TIP-COO-05" },
          body: { reason },
        }),
    ],
    ["sent back", () => submit(api, hnd, found(ids.HND))],
    ["accepted", () => api.call(acceptSubmission, { ...secretariat, params: params("HND") })],
    ["agreed", () => agree(api, hnd, found(ids.HND))],
    ["published", () => api.call(publishSubmission, { ...secretariat, params: params("HND") })],
  ];
  const seen: unknown[] = [];
  for (const [name, act] of acts) {
    await act();
    seen.push([name, await untrue()]);
  }
  expect(seen).toEqual(acts.map(([name]) => [name, []]));
  // A new act must state here whether the public reads it. Closing a round and opening it again: below.
  const notRead: readonly string[] = ["closed", "reopened"];
  const actor = await api.person("secretariat");
  const kept = await api.db.asActor(actor, async (tx) => [
    ...(await tx.selectDistinct({ act: submissionAct.act }).from(submissionAct)),
    ...(await tx.selectDistinct({ act: roundAct.act }).from(roundAct)),
  ]);
  expect(new Set(kept.map(({ act }) => act))).toEqual(
    new Set([...submissionActs, ...roundActs.filter((act) => !notRead.includes(act))]),
  );
});

test("an act that the public does not see, and a repeated request, write no edition", async () => {
  const { countries } = (await api.call(getRoundStatus, { ...secretariat, params: { year: 2027 } })).body;
  const nic = { submissionId: found(countries.find(({ country }) => country === "NIC")).submissionId };
  const before = (await edition()).id;
  await api.call(extendSubmission, { ...secretariat, params: nic, body: { dueOn: "2027-10-31", reason } });
  await open(2028, "2027-06-10");
  expect((await edition()).id).toBe(before);
  const exempt = { ...secretariat, params: nic, body: { reason }, idempotencyKey: "once-and-no-more", revision: 2 };
  for (const _ of [1, 2]) expect((await api.call(exemptSubmission, exempt)).status).toBe(200);
  expect((await edition()).id).toBe(before + 1);
});

test("a planned round stands in the public file from its first minute in the region, once, whoever looks", async () => {
  api.clock.set("2027-06-10T03:59:00Z");
  await catchUpEdition(api.deps);
  const before = (await edition()).id;
  expect(await roundsOf()).not.toContain(2028);
  api.clock.set("2027-06-10T04:00:00Z");
  expect(await untrue()).not.toEqual([]);
  await Promise.all([catchUpEdition(api.deps), catchUpEdition(api.deps), catchUpEdition(api.deps)]);
  expect([(await edition()).id, await untrue()]).toEqual([before + 1, []]);
  await vi.waitFor(async () => expect(await roundsOf()).toContain(2028), patience);
});

test("the portal checks by itself, and stops checking when it is stopped", async () => {
  await open(2026, "2027-06-20");
  const stop = keepEdition(api.deps, 5);
  api.clock.set("2027-06-20T04:00:00Z");
  await vi.waitFor(async () => expect(await roundsOf()).toContain(2026), patience);
  await stop();
  expect(await untrue()).toEqual([]);
});

test("a round that is closed before its day, and opened again, is the same to the public: what was received is still reviewed", async () => {
  api.clock.set("2027-09-02T16:00:00Z");
  await catchUpEdition(api.deps);
  const before = (await edition()).id;
  const call = { ...secretariat, params: { year: 2027 } };
  const { countries, round } = (await api.call(previewClosing, call)).body;
  const notReceived = countries.filter(({ standing }) => standing === "not_received").map(({ country }) => country);
  expect(notReceived.length).toBeGreaterThan(0);
  const closing = { ...call, revision: round.revision, body: { reason, notReceived, extended: [] } };
  expect((await api.call(closeRound, closing)).status).toBe(200);
  expect(await untrue()).toEqual([]);
  const reopening = { ...call, revision: round.revision + 1, body: { reason } };
  expect((await api.call(reopenRound, reopening)).status).toBe(200);
  expect(await untrue()).toEqual([]);
  expect((await edition()).id).toBe(before);
});
