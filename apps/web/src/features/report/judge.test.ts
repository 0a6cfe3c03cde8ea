import { checkSubmission } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { catalogue, indicatorOf } from "@avances/domain/testing/catalogue";
import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { makeShelf } from "#lib/shelf.ts";
import { memoryStorage } from "#testing/storage.ts";
import { foundAt, makeJudge } from "./judge.ts";
import { makeAnswerStore } from "./saving/answer-store.ts";

const round = { referencePeriodStart: "2026-01-01", referencePeriodEnd: "2026-12-31", dueDate: "2027-04-30" };
const [victims, assisted] = ["TIP-PRO-01", "TIP-PRO-04"];

function aReport(seen: readonly IndicatorCode[] = catalogue.indicators.map(({ code }) => code)) {
  const store = makeAnswerStore({
    userId: "ana",
    submissionId: "s1",
    shelf: makeShelf(() => memoryStorage()),
    catalogue,
    indicators: [victims, assisted, "TIP-LEG-01"].map(indicatorOf),
    answers: [],
    format: formatsFor("en"),
    currency: "CRC",
    send: () => new Promise(() => undefined),
    sendMany: () => new Promise(() => undefined),
    sourcesOf: () => [],
    troubleOf: () => ({ kind: "offline" }),
  });
  const judge = makeJudge({ store, catalogue, seen: new Set(seen), previous: null, round });
  const type = (code: IndicatorCode, fields: Readonly<Record<string, string>>) => {
    store.edit(code, (draft) => ({ ...draft, fields: { ...draft.fields, ...fields } }));
  };
  return { store, judge, type };
}

test("a key changes nothing of what is judged; an answer changes it, as the check of the whole report would say", () => {
  const { store, judge, type } = aReport();
  const before = judge.now();
  type(victims, { total: "10" });
  expect(judge.now()).toBe(before);
  store.commit(victims);
  type(assisted, { numerator: "4", denominator: "9" });
  store.commit(assisted);
  const { answers, findings } = judge.now();
  expect(findings).toEqual(checkSubmission({ catalogue, answers, previous: null, round }));
  expect(findings.map(({ ruleId }) => ruleId)).toContain("V-X05");
  expect(foundAt(judge.now(), assisted)).toBe("error");
});

test("the findings at one answer are the same list as long as they say the same", () => {
  const { store, judge, type } = aReport();
  type(victims, { total: "10" });
  store.commit(victims);
  const here = judge.now().at.get(victims);
  expect(here?.length).toBeGreaterThan(0);
  store.edit("TIP-LEG-01", (draft) => ({ ...draft, level: 1 }));
  store.commit("TIP-LEG-01");
  expect(judge.now().at.get("TIP-LEG-01")?.length).toBeGreaterThan(0);
  expect(judge.now().at.get(victims)).toBe(here);
});

test("who listens is called when an answer changes, not with every key, and never misses what changed before", () => {
  const { store, judge, type } = aReport();
  type(victims, { total: "10" });
  store.commit(victims);
  let calls = 0;
  const stop = judge.subscribe(() => {
    calls += 1;
  });
  type(victims, { total: "11" });
  expect(calls).toBe(0);
  store.commit(victims);
  expect(calls).toBe(1);
  stop();
  type(victims, { total: "12" });
  store.commit(victims);
  judge.subscribe(() => {
    calls += 1;
  });
  type(victims, { total: "13" });
  expect(calls).toBe(1);
  store.commit(victims);
  expect(calls).toBe(2);
});

test("what a reader does not see is judged and not told", () => {
  const { store, judge, type } = aReport([assisted]);
  type(victims, { total: "10" });
  type(assisted, { numerator: "4", denominator: "9" });
  store.commitAll();
  expect(judge.now().findings.every(({ indicators }) => indicators.every((code) => code === assisted))).toBe(true);
});
