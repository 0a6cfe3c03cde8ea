import type { AnswerInput } from "@avances/contracts";
import type { Answer } from "@avances/domain/answer";
import { describe, expect, test } from "vitest";
import { emptyAnswer } from "../saving/answer-draft.ts";
import { afterEvent, type SaveQueue, startQueue } from "../saving/save-queue.ts";
import { type LineFacts, lineMark, lineStanding } from "./line-standing.ts";

const input: AnswerInput = {
  state: "reported",
  value: { type: "ordinal", level: 3 },
  reason: "",
  comment: "",
  evidence: [],
};
const answer: Answer = { ...input, state: "reported", indicatorCode: "TIP-PRO-07" };
const saved = startQueue(input, {
  ...input,
  indicatorCode: "TIP-PRO-07",
  revision: 1,
  updatedAt: "2027-03-13T16:42:00.000Z",
  updatedByName: "Ana",
});
const facts: LineFacts = {
  entry: { queue: saved, typing: false, faults: {} },
  answer,
  found: null,
  isAsked: false,
  mayEdit: true,
  wasSent: true,
  hasProposal: false,
  isAsProposed: false,
  since: null,
};
const withQueue = (queue: SaveQueue): LineFacts => ({ ...facts, entry: { ...facts.entry, queue } });
const sending = afterEvent(afterEvent(saved, { type: "wanted", input: emptyAnswer }), { type: "sent" });

describe("how an answer stands, in one word", () => {
  test("what is not saved comes before everything else", () => {
    const all = { ...facts, isAsked: true, found: "error", isAsProposed: true } as const;
    expect(lineStanding({ ...all, entry: { queue: sending, typing: false, faults: {} } }).kind).toBe("saving");
    expect(lineStanding({ ...all, entry: { queue: saved, typing: true, faults: {} } }).kind).toBe("typing");
    const faults = { total: { kind: "not-a-number" } } as const;
    expect(lineStanding({ ...all, entry: { queue: saved, typing: false, faults } }).kind).toBe("fault");
    const failed = (kind: "offline" | "signed-out" | "other-person") =>
      lineStanding(withQueue(afterEvent(sending, { type: "failed", trouble: { kind } }))).kind;
    expect([failed("offline"), failed("signed-out"), failed("other-person")]).toEqual([
      "offline",
      "signedOut",
      "signedOut",
    ]);
    const conflict = { kind: "conflict", theirs: null } as const;
    expect(lineStanding(withQueue(afterEvent(sending, { type: "failed", trouble: conflict }))).kind).toBe("conflict");
  });

  test("then what is asked: the Secretariat's question, then what the rules want; of a locked answer nothing is wanted", () => {
    expect(lineStanding({ ...facts, isAsked: true, found: "error" }).kind).toBe("question");
    expect(lineStanding({ ...facts, found: "explain" }).kind).toBe("explain");
    expect(lineStanding({ ...facts, found: "error", mayEdit: false }).kind).toBe("closed");
    // Whoever only reads a report that was never sent reads no answer "as it was sent".
    expect(lineStanding({ ...facts, mayEdit: false, wasSent: false }).kind).toBe("saved");
  });

  test("then what is settled, and only the server's word is called saved", () => {
    expect(lineStanding(facts)).toEqual({ kind: "saved", at: "2027-03-13T16:42:00.000Z" });
    expect(lineStanding({ ...facts, isAsProposed: true, since: 2024 })).toEqual({ kind: "confirmed", since: 2024 });
    expect(lineStanding({ ...facts, answer: { ...answer, state: "not_available", value: null } }).kind).toBe("part");
    expect(lineStanding({ ...facts, answer: null, hasProposal: true }).kind).toBe("proposed");
    expect(lineStanding({ ...facts, answer: null }).kind).toBe("none");
  });

  test("what was sent and cannot be changed is locked, whatever it says", () => {
    const locked = { ...facts, mayEdit: false };
    expect(lineStanding(locked).kind).toBe("closed");
    expect(lineStanding({ ...locked, isAsProposed: true, since: 2024 }).kind).toBe("closed");
    expect(lineStanding({ ...locked, answer: null }).kind).toBe("none");
  });
});

describe("the mark before a line", () => {
  const own = { mayEdit: true, wasSent: true };
  const locked = { mayEdit: false, wasSent: true };

  test("every locked answer has the lock, open or not, also one that is blank", () => {
    for (const kind of ["closed", "saved", "part", "none", "proposed"] as const) {
      const standing = kind === "saved" ? { kind, at: "" } : { kind };
      for (const isOpen of [true, false]) expect(lineMark(standing, { ...locked, isOpen })).toBe("closed");
    }
  });

  test("the pencil only where somebody can write, and never over a clash", () => {
    expect(lineMark({ kind: "none" }, { ...own, isOpen: true })).toBe("open");
    expect(lineMark({ kind: "none" }, { ...own, isOpen: false })).toBe("none");
    expect(lineMark({ kind: "conflict" }, { ...own, isOpen: true })).toBe("conflict");
    expect(lineMark({ kind: "question" }, { ...locked, isOpen: true })).toBe("question");
    expect(lineMark({ kind: "none" }, { mayEdit: false, wasSent: false, isOpen: true })).toBe("none");
  });
});
