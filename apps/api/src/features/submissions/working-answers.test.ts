import { getSubmission } from "@avances/contracts";
import type { AnswerRow } from "@avances/db/queries/rows";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRound, fill } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type TestPerson } from "#testing/start-test-api.ts";
import { workingAnswers } from "./working-answers.ts";

let api: TestApi;
let owner: ReturnType<typeof testClient>;
let submissionId: string;
let people: Readonly<Record<"focal" | "approver" | "other" | "police" | "justice", TestPerson>>;

beforeAll(async () => {
  api = await startTestApi();
  owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  submissionId = (await aRound(api, 2027, ["CRI", "GTM"])).CRI as string;
  await fill(api, "focal_point:CRI", submissionId);
  const contributor = (code: string) =>
    api.addPerson({ role: "contributor", country: "CRI", assignedIndicators: [code] });
  people = {
    focal: await api.person("focal_point:CRI"),
    approver: await api.person("approver:CRI"),
    other: await api.person("focal_point:GTM"),
    police: await contributor("TIP-JUS-01"),
    justice: await contributor("TIP-PRO-04"),
  };
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

function read(as: TestPerson): Promise<readonly AnswerRow[]> {
  return api.db.asActor(as, (tx) => workingAnswers(tx, as, submissionId));
}
const codes = (rows: readonly AnswerRow[]) => rows.map(({ indicatorCode }) => indicatorCode);
const commentIn = (rows: readonly AnswerRow[], code: string) =>
  rows.find(({ indicatorCode }) => indicatorCode === code)?.comment;

test("who reads again, or after a colleague who sees the same, is given the same list", async () => {
  const first = await read(people.focal);
  expect(codes(first)).toHaveLength(60);
  expect(await read(people.focal)).toBe(first);
  expect(await read(people.approver)).toBe(first);
});

test("nobody is given what was read for somebody who sees more, or other answers", async () => {
  await read(people.focal);
  expect(codes(await read(people.police))).toEqual(["TIP-JUS-01"]);
  expect(codes(await read(people.justice))).toEqual(["TIP-PRO-04"]);
  expect(codes(await read(people.police))).toEqual(["TIP-JUS-01"]);
  expect(await read(people.other)).toEqual([]);
  expect(codes(await read(people.focal))).toHaveLength(60);
});

test("an answer that is written in any way, even without another revision, is read anew by everybody who sees it", async () => {
  const readers = [people.focal, people.approver, people.police];
  const before = await Promise.all(readers.map(read));
  for (const [round, said] of ["written by hand", "and once more"].entries()) {
    await owner.query("update app.answer set comment = $2 where submission_id = $1 and indicator_code = 'TIP-JUS-01'", [
      submissionId,
      said,
    ]);
    for (const reader of readers) expect(commentIn(await read(reader), "TIP-JUS-01"), `${round}`).toBe(said);
  }
  expect(before.map((rows) => commentIn(rows, "TIP-JUS-01"))).toEqual(["", "", ""]);
  // Who does not see it is not asked to read again.
  const justice = await read(people.justice);
  await owner.query("update app.answer set comment = 'x' where submission_id = $1 and indicator_code = 'TIP-JUS-01'", [
    submissionId,
  ]);
  expect(await read(people.justice)).toBe(justice);
});

test("an answer that is gone is gone", async () => {
  await owner.query("delete from app.answer where submission_id = $1 and indicator_code = 'TIP-DAT-03'", [
    submissionId,
  ]);
  expect(codes(await read(people.focal))).not.toContain("TIP-DAT-03");
  const page = await api.call(getSubmission, { as: people.focal, params: { submissionId } });
  expect(page.body.answers).toHaveLength(59);
  expect(page.body.progress.answered).toBe(59);
});

test("the page is made anew when the dates change that rules compare with", async () => {
  const page = async () => (await api.call(getSubmission, { as: people.focal, params: { submissionId } })).body;
  const answer = { type: "date", date: "2027-05-01" };
  const found = await page();
  expect(await page()).toEqual(found);
  await owner.query(
    "update app.answer set value = $2, state = 'reported' where submission_id = $1 and indicator_code = 'TIP-LEG-05'",
    [submissionId, JSON.stringify(answer)],
  );
  const before = (await page()).findings;
  await owner.query(
    "update app.round set reference_start = '2030-01-01', reference_end = '2030-12-31', revision = revision + 1 where year = 2027",
  );
  expect((await page()).findings).not.toEqual(before);
});
