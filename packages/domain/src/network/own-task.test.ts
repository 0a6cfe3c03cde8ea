import { expect, test } from "vitest";
import { inOrderOfNeed, sentUnread } from "./own-task.ts";

test("what has a day comes first, by its day; the others by what they are", () => {
  const tasks = [
    { kind: "support", dueOn: null },
    { kind: "owed", dueOn: null },
    { kind: "reply", dueOn: "2026-05-01" },
    { kind: "owed", dueOn: "2026-04-01" },
    { kind: "read", dueOn: null },
  ] as const;
  expect(inOrderOfNeed(tasks).map(({ kind, dueOn }) => `${kind} ${dueOn ?? ""}`.trim())).toEqual([
    ...["owed 2026-04-01", "reply 2026-05-01", "owed", "read", "support"],
  ]);
});

test("a document that was sent is unread until somebody of the side has had that version or a later one on screen", () => {
  const sent = (matterId: string, version: number, ...toCodes: string[]) => ({
    ...{ toCodes, documents: [{ matterId, version }] },
  });
  const dispatches = [sent("a", 1, "CRI", "HND"), sent("b", 2, "CRI"), sent("a", 2, "CRI"), sent("c", 1, "HND")];
  expect(sentUnread("CRI", dispatches, [])).toEqual(["a", "b"]);
  expect(sentUnread("CRI", dispatches, [{ matterId: "a", version: 1 }])).toEqual(["a", "b"]);
  expect(sentUnread("CRI", dispatches, [{ matterId: "a", version: 3 }])).toEqual(["b"]);
  expect(sentUnread("HND", dispatches, [{ matterId: "a", version: 1 }])).toEqual(["c"]);
  expect(sentUnread("NIC", dispatches, [])).toEqual([]);
});
