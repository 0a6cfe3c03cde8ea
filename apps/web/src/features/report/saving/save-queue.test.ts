import type { AnswerInput, SavedAnswer } from "@avances/contracts";
import { describe, expect, test } from "vitest";
import { emptyAnswer } from "./answer-draft.ts";
import { afterEvent, isUnsaved, nextToSend, type SaveEvent, type SaveQueue, startQueue } from "./save-queue.ts";

const count = (total: number): AnswerInput => ({
  state: "reported",
  value: { type: "count", total, breakdowns: {}, crossTabs: {} },
  reason: "",
  comment: "",
  evidence: [],
});
const saved = (total: number, revision: number, by = "Ana"): SavedAnswer => ({
  ...count(total),
  indicatorCode: "TIP-JUS-01",
  revision,
  updatedAt: "2027-03-13T16:42:00.000Z",
  updatedByName: by,
});
const run = (events: readonly SaveEvent[], from: SaveQueue = startQueue(emptyAnswer)) =>
  events.reduce(afterEvent, from);

describe("saving one answer", () => {
  test("a later edit waits for the earlier save and goes out with the revision that came back", () => {
    const sending = run([{ type: "wanted", input: count(1) }, { type: "sent" }, { type: "wanted", input: count(2) }]);
    expect(nextToSend(sending)).toBeNull();
    const after = afterEvent(sending, { type: "saved", answer: saved(1, 1) });
    expect(nextToSend(after)).toEqual(count(2));
    expect(after.revision).toBe(1);
    expect(isUnsaved(after)).toBe(true);
  });

  test("nothing counts as saved before the server has said so", () => {
    const sending = run([{ type: "wanted", input: count(1) }, { type: "sent" }]);
    expect(isUnsaved(sending)).toBe(true);
    expect(isUnsaved(afterEvent(sending, { type: "saved", answer: saved(1, 1) }))).toBe(false);
  });

  test("going back to what is saved sends nothing", () => {
    const queue = run(
      [
        { type: "wanted", input: count(2) },
        { type: "wanted", input: count(1) },
      ],
      startQueue(count(1), saved(1, 3)),
    );
    expect(nextToSend(queue)).toBeNull();
    expect(isUnsaved(queue)).toBe(false);
  });

  test("without a connection the answer waits, also through further edits, until the retry", () => {
    const offline = run([
      { type: "wanted", input: count(1) },
      { type: "sent" },
      { type: "failed", trouble: { kind: "offline" } },
      { type: "wanted", input: count(3) },
    ]);
    expect(nextToSend(offline)).toBeNull();
    expect(nextToSend(afterEvent(offline, { type: "retry" }))).toEqual(count(3));
  });

  test("a refused answer is tried again once it was changed", () => {
    const refused = run([
      { type: "wanted", input: count(1) },
      { type: "sent" },
      { type: "failed", trouble: { kind: "refused", code: "answer-not-accepted" } },
    ]);
    expect(nextToSend(refused)).toBeNull();
    expect(nextToSend(afterEvent(refused, { type: "wanted", input: count(2) }))).toEqual(count(2));
  });

  const conflict = run([
    { type: "wanted", input: count(15) },
    { type: "sent" },
    { type: "failed", trouble: { kind: "conflict", theirs: saved(14, 7, "Luis") } },
  ]);

  test("a conflict holds both answers and sends nothing by itself", () => {
    expect(nextToSend(conflict)).toBeNull();
    expect(nextToSend(afterEvent(conflict, { type: "retry" }))).toBeNull();
    expect(conflict.wanted).toEqual(count(15));
  });

  test("keeping mine sends it against the colleague's revision", () => {
    const mine = afterEvent(conflict, { type: "mine-kept" });
    expect(nextToSend(mine)).toEqual(count(15));
    expect(mine.revision).toBe(7);
  });

  test("keeping my number keeps the evidence and comment that the colleague added meanwhile", () => {
    const evidence = [{ title: "Registro", url: null, locator: null }];
    const queue = run([
      { type: "wanted", input: count(15) },
      { type: "sent" },
      { type: "failed", trouble: { kind: "conflict", theirs: { ...saved(14, 7), comment: "Cifra final", evidence } } },
      { type: "mine-kept" },
    ]);
    expect(nextToSend(queue)).toEqual({ ...count(15), comment: "Cifra final", evidence });
  });

  test("taking theirs leaves nothing to send", () => {
    const theirs = afterEvent(conflict, { type: "theirs-taken" });
    expect(theirs.wanted).toEqual(count(14));
    expect(isUnsaved(theirs)).toBe(false);
  });

  test("where only what follows from other figures differs, there is nothing to choose: the other version stands", () => {
    const ratio = (numerator: number, denominator: number): AnswerInput => ({
      ...emptyAnswer,
      state: "reported",
      value: {
        ...{ type: "ratio", numerator, denominator, breakdowns: {}, crossTabs: {} },
        computed: { denominator: "equal" },
      },
    });
    const known = (input: AnswerInput, revision: number): SavedAnswer => ({
      ...input,
      ...{ indicatorCode: "TIP-PRO-04", revision, updatedAt: "2027-02-10T15:00:00.000Z", updatedByName: "Ana" },
    });
    const begun = startQueue(ratio(14, 200), known(ratio(14, 200), 3));
    const refused = (wanted: AnswerInput, theirs: SavedAnswer) => {
      const sending = afterEvent(afterEvent(begun, { type: "wanted", input: wanted }), { type: "sent" });
      return afterEvent(sending, { type: "failed", trouble: { kind: "conflict", theirs } });
    };
    const follows = refused(ratio(14, 313), known(ratio(14, 305), 4));
    expect(follows).toMatchObject({
      trouble: null,
      revision: 4,
      news: 4,
      wanted: ratio(14, 305),
      saved: ratio(14, 305),
    });
    expect(isUnsaved(follows)).toBe(false);
    expect(refused(ratio(14, 313), known(emptyAnswer, 4))).toMatchObject({ trouble: null, wanted: emptyAnswer });
    // Somebody typed a figure.
    expect(refused(ratio(15, 313), known(ratio(14, 305), 4)).trouble?.kind).toBe("conflict");
    expect(refused({ ...ratio(14, 313), comment: "Cifra final" }, known(ratio(14, 305), 4)).trouble?.kind).toBe(
      "conflict",
    );
  });

  test("a conflict with our own save, whose reply was lost, is none", () => {
    const queue = run([
      { type: "wanted", input: count(15) },
      { type: "sent" },
      { type: "failed", trouble: { kind: "conflict", theirs: saved(15, 1) } },
    ]);
    expect(queue.trouble).toBeNull();
    expect(isUnsaved(queue)).toBe(false);
  });

  test("news from the server never replaces what is being written", () => {
    const writing = run([{ type: "wanted", input: count(5) }], startQueue(count(1), saved(1, 1)));
    expect(afterEvent(writing, { type: "read", answer: saved(9, 2) }).wanted).toEqual(count(5));
    const idle = startQueue(count(1), saved(1, 1));
    expect(afterEvent(idle, { type: "read", answer: saved(9, 2) }).wanted).toEqual(count(9));
    expect(afterEvent(idle, { type: "read", answer: saved(9, 1) })).toBe(idle);
  });
});
