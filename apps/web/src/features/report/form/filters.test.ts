import type { Answer } from "@avances/domain/answer";
import { indicatorOf } from "@avances/domain/testing/catalogue";
import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { emptyAnswer } from "../saving/answer-draft.ts";
import type { AnswerEntry } from "../saving/answer-store.ts";
import { draftOf } from "../saving/draft-of.ts";
import { startQueue } from "../saving/save-queue.ts";
import { type FilterFacts, filters, fitsFilter, shownBy } from "./filters.ts";
import { saveStanding } from "./save-standing.ts";

const [answered, missing, faulty] = ["TIP-PRO-01", "TIP-PRO-02", "TIP-PRO-08"];
const codes = [answered, missing, faulty];
const said: Answer = {
  ...emptyAnswer,
  indicatorCode: answered,
  state: "reported",
  value: { type: "count", total: 3, breakdowns: {}, crossTabs: {} },
};
const entryOf = (code: string, more: Partial<AnswerEntry> = {}): AnswerEntry => ({
  indicator: indicatorOf(code),
  draft: draftOf(indicatorOf(code), emptyAnswer, formatsFor("en"), "CRC"),
  faults: {},
  typing: false,
  settled: null,
  openSince: null,
  queue: startQueue(emptyAnswer),
  replaced: null,
  sources: [],
  ...more,
});
const saved = { ...startQueue(emptyAnswer), savedBy: "Ana", savedAt: "2027-03-13T16:42:00.000Z", savedHere: true };
const facts: FilterFacts = {
  answers: new Map([[answered, said]]),
  at: new Map([[answered, []]]),
  questioned: new Set([missing]),
  entries: new Map([
    [answered, entryOf(answered, { queue: saved })],
    [missing, entryOf(missing)],
    [faulty, entryOf(faulty, { faults: { total: { kind: "not-a-number" } } })],
  ]),
  name: "Ana",
};

test("each filter shows what it says, in the order of the report, and in any case what is not saved", () => {
  expect(Object.fromEntries(filters.map((filter) => [filter, shownBy(filter, codes, facts)]))).toEqual({
    missing: [missing, faulty],
    findings: [answered, faulty],
    questioned: [missing, faulty],
    mine: [answered, faulty],
  });
  // Shown for its unsaved text, and not counted for it.
  expect(fitsFilter("findings", faulty, facts)).toBe(false);
});

test("the bar calls everything saved only when nothing waits, fails or is under way", () => {
  const { entries } = facts;
  expect(saveStanding(entries)).toEqual({ busy: 0, waiting: 0, failed: [faulty], savedAt: saved.savedAt });
  const queue = { ...startQueue(emptyAnswer), trouble: { kind: "offline" } } as const;
  expect(saveStanding(new Map([[missing, entryOf(missing, { queue })]]))).toMatchObject({ waiting: 1, failed: [] });
  expect(saveStanding(new Map([[missing, entryOf(missing, { typing: true })]]))).toMatchObject({ busy: 1, failed: [] });
  expect(saveStanding(new Map())).toEqual({ busy: 0, waiting: 0, failed: [], savedAt: null });
});
