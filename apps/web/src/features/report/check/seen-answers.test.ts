import type { AnswerInput, SavedAnswer } from "@avances/contracts";
import { expect, test } from "vitest";
import { emptyAnswer } from "../saving/answer-draft.ts";
import { afterEvent, type SaveEvent, startQueue } from "../saving/save-queue.ts";
import { newsSince, revisionsStoodBy, seenAnswers } from "./seen-answers.ts";

const text = (comment: string): AnswerInput => ({ ...emptyAnswer, state: "not_available", comment });
const saved = (indicatorCode: string, comment: string, revision: number): SavedAnswer => ({
  ...text(comment),
  indicatorCode,
  revision,
  updatedAt: "2027-03-13T16:42:00.000Z",
  updatedByName: "Ana",
});
const [one, two, none] = ["TIP-LEG-01", "TIP-LEG-02", "TIP-LEG-03"];
const held = [saved(one, "a", 3), saved(two, "b", 1)];
const opened = new Map(
  [one, two, none].map((code) => {
    const known = held.find(({ indicatorCode }) => indicatorCode === code);
    return [code, { queue: startQueue(known ?? emptyAnswer, known) }] as const;
  }),
);
const after = (code: string, ...events: readonly SaveEvent[]) =>
  new Map(opened).set(code, { queue: events.reduce(afterEvent, opened.get(code)?.queue ?? startQueue(emptyAnswer)) });
const seen = seenAnswers(opened);

test("a person stands by the answers that the page showed; where there was none, none is named", () => {
  expect(newsSince(seen, opened)).toEqual([]);
  expect(revisionsStoodBy(seen, opened, held)).toEqual({ [one]: 3, [two]: 1 });
});

test("what is saved from this page is known to its person, and sent as it now is", () => {
  const wrote: readonly SaveEvent[] = [{ type: "wanted", input: text("mine") }, { type: "sent" }];
  const mine = after(one, ...wrote, { type: "saved", answer: saved(one, "mine", 4) });
  expect(newsSince(seen, mine)).toEqual([]);
  expect(revisionsStoodBy(seen, mine, held)).toEqual({ [one]: 4, [two]: 1 });
  const arrived = after(one, ...wrote, {
    type: "failed",
    trouble: { kind: "conflict", theirs: saved(one, "mine", 4) },
  });
  expect(revisionsStoodBy(seen, arrived, held)).toEqual({ [one]: 4, [two]: 1 });
});

test("a decision between two answers has shown both", () => {
  const conflict: readonly SaveEvent[] = [
    { type: "wanted", input: text("mine") },
    { type: "sent" },
    { type: "failed", trouble: { kind: "conflict", theirs: saved(one, "theirs", 4) } },
  ];
  const decided = after(one, ...conflict, { type: "theirs-taken" });
  expect(newsSince(seen, decided)).toEqual([]);
  expect(revisionsStoodBy(seen, decided, held)).toEqual({ [one]: 4, [two]: 1 });
});

test("what changes under the page is news, and stays as it was seen until it is seen anew: changed, given or cleared", () => {
  for (const [code, answer] of [
    [one, saved(one, "theirs", 5)],
    [none, saved(none, "theirs", 1)],
    [two, { ...saved(two, "", 2), state: "not_reported" }],
  ] as const) {
    const changed = after(code, { type: "read", answer });
    expect(newsSince(seen, changed)).toEqual([code]);
    expect(revisionsStoodBy(seen, changed, held)).toEqual({ [one]: 3, [two]: 1 });
    const anew = seenAnswers(changed);
    expect(newsSince(anew, changed)).toEqual([]);
    expect(revisionsStoodBy(anew, changed, held)).toEqual({ [one]: 3, [two]: 1, [code]: answer.revision });
  }
});

test("answers of which the page does not ask are named as the server told them", () => {
  const other = saved("SOM-JUS-09", "of an older catalogue", 2);
  expect(revisionsStoodBy(seen, opened, [...held, other])).toEqual({ [one]: 3, [two]: 1, "SOM-JUS-09": 2 });
});
