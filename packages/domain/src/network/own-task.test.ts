import { expect, test } from "vitest";
import { inOrderOfNeed } from "./own-task.ts";

test("what has a day comes first, by its day; the others by what they are", () => {
  const tasks = [
    { kind: "draft", dueOn: null },
    { kind: "support", dueOn: null },
    { kind: "owed", dueOn: null },
    { kind: "reply", dueOn: "2026-05-01" },
    { kind: "owed", dueOn: "2026-04-01" },
    { kind: "read", dueOn: null },
  ] as const;
  expect(inOrderOfNeed(tasks).map(({ kind, dueOn }) => `${kind} ${dueOn ?? ""}`.trim())).toEqual([
    ...["owed 2026-04-01", "reply 2026-05-01", "owed", "read", "support", "draft"],
  ]);
});
