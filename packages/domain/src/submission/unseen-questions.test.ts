import { expect, test } from "vitest";
import { type SharedRemark, unseenQuestions } from "./unseen-questions.ts";

const at = (minute: number) => new Date(Date.UTC(2027, 2, 1, 15, minute));
const remark = (id: string, minute: number, more: Partial<SharedRemark> = {}): SharedRemark => ({
  ...{ id, indicatorCode: "TIP-JUS-01", audience: "shared", authorId: "", authorRole: "secretariat" },
  ...{ isQuestion: false, isSeen: false, createdAt: at(minute) },
  ...more,
});
const unseen = (
  remarks: readonly SharedRemark[],
  closings: Parameters<typeof unseenQuestions>[1] = [],
  submittedAt: Date | null = null,
) => unseenQuestions(remarks, closings, submittedAt).map(({ id }) => id);
const question = { isQuestion: true };
const country = { authorRole: "focal_point" };
const closed = (minute: number) => ({ indicatorCode: "TIP-JUS-01", audience: "shared" as const, at: at(minute) });

test("a question is unseen until somebody has seen it, replied, or it was closed", () => {
  expect(unseen([remark("a", 1)])).toEqual(["a"]);
  expect(unseen([remark("a", 1, { isSeen: true })])).toEqual([]);
  expect(unseen([remark("a", 1, { isSeen: true }), remark("b", 2, question)])).toEqual(["b"]);
  expect(unseen([remark("a", 1), remark("b", 2, country)])).toEqual([]);
  expect(unseen([remark("a", 1)], [closed(2)])).toEqual([]);
  expect(unseen([remark("a", 1), remark("b", 3)], [closed(2)])).toEqual(["b"]);
});

test("what the Secretariat says to a question of the country asks nothing, unless it was asked in returning the report", () => {
  expect(unseen([remark("a", 1, country), remark("b", 2)])).toEqual([]);
  expect(unseen([remark("a", 1, country), remark("b", 2, question)])).toEqual(["b"]);
});

test("what the Secretariat says further in a thread that it opened is conversation and asks nothing", () => {
  expect(unseen([remark("a", 1), remark("b", 2)])).toEqual(["a"]);
  expect(unseen([remark("a", 1, { isSeen: true }), remark("thanks", 2)])).toEqual([]);
  expect(unseen([remark("a", 1, question), remark("b", 2, country), remark("thanks", 3)])).toEqual([]);
  expect(unseen([remark("thanks", 1, { isSeen: true }), remark("b", 2, question), remark("c", 3)])).toEqual(["b"]);
});

test("a report that was sent since has answered what was asked before", () => {
  expect(unseen([remark("a", 1), remark("b", 3, question)], [], at(2))).toEqual(["b"]);
});

test("each answer has its own thread", () => {
  const other = { indicatorCode: "TIP-JUS-02" };
  expect(unseen([remark("a", 1), remark("b", 2, other), remark("c", 3, { ...other, ...country })])).toEqual(["a"]);
});
