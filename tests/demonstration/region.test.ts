import { pairsOf } from "@avances/api/testing/published/release-of";
import { startTestApi, type TestApi } from "@avances/api/testing/start-test-api";
import {
  getCatalogue,
  getDataCsv,
  getIndex,
  getIndexCsv,
  getMatrix,
  getProgressSince,
  getPublicIndicator,
  listCommitments,
  listMeetings,
  listPublicIndicators,
  showReceivedReports,
} from "@avances/contracts";
import { listReports, listVersionAnswers } from "@avances/db/queries/form-queries";
import { toAnswers } from "@avances/db/queries/rows";
import type { Catalogue } from "@avances/domain/catalogue";
import { commitmentStages } from "@avances/domain/network";
import { reportStates } from "@avances/domain/submission";
import { seedDemonstration } from "@avances/local/demonstration";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readCsv } from "../published/support/read-csv.ts";
import { figuresOf, isSmall, linesById, narrowed } from "../published/support/reader.ts";
import { indexDifferences, sinceDifferences } from "../published/support/recomputed-index.ts";

/** The invented region as the public finds it. It must show what the portal can show, so every state must occur in it. */
let api: TestApi;

beforeAll(async () => {
  const now = "2027-05-08T15:00:00Z";
  api = await startTestApi({ now, demonstration: true });
  await seedDemonstration(api.deps, { ownerUrl: api.ownerUrl, now: new Date(now), log: () => undefined });
}, 180_000);
afterAll(() => api?.close());

test("every state of a report and of an answer can be seen by the public", async () => {
  const matrix = (await api.call(getMatrix)).body;
  expect(new Set(matrix.cells.map(({ state }) => state))).toEqual(
    // Nobody has decided yet that the public may know which reports were received.
    new Set(reportStates.filter((state) => state !== "received")),
  );
  const { indicators } = (await api.call(listPublicIndicators)).body;
  const states = new Set<string>();
  for (const { code } of indicators) {
    const { rows } = (await api.call(getPublicIndicator, { params: { indicatorCode: code } })).body;
    for (const row of rows) states.add(row.unconfirmed ? "unconfirmed" : row.state);
  }
  expect(states).toEqual(
    new Set(["reported", "not_reported", "not_available", "not_applicable", "unconfirmed", "small_base", "suppressed"]),
  );
});

test("one country has an instrument with too few answers for a score, in the round that stands for the region", async () => {
  const { rows, rounds } = (await api.call(getIndex)).body;
  const insufficient = rows.filter(
    ({ instruments }) => instruments.SOM.applicable && !instruments.SOM.published && instruments.TIP.published,
  );
  expect(insufficient.map(({ country, roundYear }) => [country, roundYear])).toContainEqual([
    "BLZ",
    rounds.map(({ roundYear }) => roundYear).sort((a, b) => b - a)[1],
  ]);
});

test("the whole index follows, to the last digit, from the two files and the public catalogue alone", async () => {
  const [data, index] = [readCsv((await api.call(getDataCsv)).text), readCsv((await api.call(getIndexCsv)).text)];
  const catalogue = JSON.parse((await api.call(getCatalogue)).text);
  expect(indexDifferences(catalogue, data, index)).toEqual([]);
  expect(index.filter(({ score }) => score !== "").length).toBeGreaterThan(100);
  expect(index.filter(({ progress }) => progress !== "").length).toBeGreaterThan(50);
});

test("every round can be compared with every earlier one, which follows from the same files and agrees with the index", async () => {
  const { rounds, rows, edition } = (await api.call(getIndex)).body;
  const pairs = pairsOf(rounds.map(({ roundYear }) => roundYear));
  const answers = await Promise.all(
    pairs.map(async ([roundYear, earlierRoundYear]) => {
      const { body } = await api.call(getProgressSince, { params: { roundYear, earlierRoundYear } });
      expect([body.round.roundYear, body.since.roundYear, body.edition]).toEqual([
        roundYear,
        earlierRoundYear,
        edition,
      ]);
      return body;
    }),
  );
  const data = readCsv((await api.call(getDataCsv)).text);
  const catalogue = JSON.parse((await api.call(getCatalogue)).text);
  const { differences, compared, withoutReport } = sinceDifferences(catalogue, data, answers);
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(200);
  expect(withoutReport).toBeGreaterThan(0);

  // Where the chosen round is a result's first, or the round before, the index has said the same already.
  const same = { progress: 0, progressSincePrevious: 0 };
  for (const row of rows) {
    for (const kind of ["progress", "progressSincePrevious"] as const) {
      for (const scope of ["overall", "TIP", "SOM"] as const) {
        const told = row[kind][scope];
        if (told === null) continue;
        const answer = answers.find(
          ({ round, since }) => round.roundYear === row.roundYear && since.roundYear === told.sinceRoundYear,
        );
        const chosen = answer?.rows.find(({ country }) => country === row.country)?.progress;
        expect(chosen?.[scope]).toEqual(told);
        if (scope !== "overall") expect(chosen?.dimensions[scope]).toEqual(row[kind].dimensions[scope]);
        same[kind] += 1;
      }
    }
  }
  expect(Math.min(same.progress, same.progressSincePrevious)).toBeGreaterThan(50);
});

test("there is no comparison with the same round, a later one, or one that the file does not have", async () => {
  const { rounds } = (await api.call(getIndex)).body;
  const [first = 0, second = 0] = rounds.map(({ roundYear }) => roundYear);
  const status = async (roundYear: number, earlierRoundYear: number) =>
    (await api.call(getProgressSince, { params: { roundYear, earlierRoundYear } })).status;
  expect(await status(second, first)).toBe(200);
  for (const [one, other] of [
    [first, first],
    [first, second],
    [second, 2001],
    [2099, first],
  ] as const)
    expect([one, other, await status(one, other)]).toEqual([one, other, 404]);
  expect(await status(second, 1999)).toBe(400);
});

test("no small count of its countries can be narrowed from the files", async () => {
  const catalogue: Catalogue = api.deps.catalogues.current;
  const lines = Map.groupBy(
    readCsv((await api.call(getDataCsv)).text),
    ({ country, round_year }) => `${country}|${round_year}`,
  );
  const reports = await api.db.asPublisher((tx) => listReports(tx));
  const published = reports.filter(({ versionId }) => versionId !== null);
  const answersOf = Map.groupBy(
    await api.db.asPublisher((tx) =>
      listVersionAnswers(
        tx,
        published.flatMap(({ versionId }) => versionId ?? []),
      ),
    ),
    ({ versionId }) => versionId,
  );
  const versions = published.map(({ countryCode, roundYear, versionId }) => ({
    answers: toAnswers(answersOf.get(versionId ?? "") ?? []),
    files: [linesById(lines.get(`${countryCode}|${roundYear}`) ?? [])],
  }));
  expect(narrowed(catalogue, versions).flat()).toEqual([]);
  const small = versions.flatMap(({ answers }) => figuresOf(catalogue, answers).filter(isSmall));
  expect(small.length).toBeGreaterThan(20);
});

test("the board of commitments shows each stage, one that was carried over a meeting, and what a later meeting said of one", async () => {
  const { commitments } = (await api.call(listCommitments, { as: "secretariat" })).body;
  const { meetings } = (await api.call(listMeetings, { as: "secretariat" })).body;
  const stages = new Set(commitments.map(({ stage }) => stage));
  expect(commitmentStages.filter((stage) => !stages.has(stage))).toEqual([]);
  const heldOf = (id: string | null) => meetings.find((meeting) => meeting.id === id);
  const carried = commitments.filter(({ carriedOver }) => carriedOver.length > 0);
  expect(carried.length).toBeGreaterThan(0);
  const concluded = commitments.filter(({ outcome }) => outcome !== null);
  expect(concluded.map(({ stage }) => stage)).toContain("done");
  for (const { outcome, meetingId } of concluded)
    expect(heldOf(outcome?.meetingId ?? null)?.heldOn.localeCompare(heldOf(meetingId)?.heldOn ?? "")).toBe(1);
  for (const { stage, stageNote } of commitments) if (stage === "dropped") expect(stageNote).not.toBe("");
  // Of what stands in the published report nothing is told that it does not say.
  const founding = commitments.filter(({ meetingId }) => heldOf(meetingId)?.publicSource !== null);
  expect(founding.map(({ stage }) => stage)).toEqual(founding.map(() => "not_recorded"));
  for (const { outcome, dueOn, sent, stageNote } of founding)
    expect([outcome, dueOn, sent, stageNote]).toEqual([null, null, 0, ""]);
});

test("a report that is in review shows as received as soon as the Secretariat lets the public know it", async () => {
  expect((await api.call(showReceivedReports, { as: "secretariat", revision: 0, body: { shown: true } })).status).toBe(
    200,
  );
  await vi.waitFor(
    async () => {
      const { cells } = (await api.call(getMatrix)).body;
      expect(new Set(cells.map(({ state }) => state))).toEqual(new Set(reportStates));
    },
    { timeout: 30_000 },
  );
});
