import fc from "fast-check";
import { expect, test } from "vitest";
import { wordChanges } from "./word-changes.ts";

const put = (changes: ReturnType<typeof wordChanges>, without: "removed" | "added") =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

test("says which words were taken out and which were put in", () => {
  expect(wordChanges("thanks the eight delegations", "thanks the ten delegations there")).toEqual([
    { kind: "same", text: "thanks the" },
    { kind: "removed", text: " eight" },
    { kind: "added", text: " ten" },
    { kind: "same", text: " delegations" },
    { kind: "added", text: " there" },
  ]);
  expect(wordChanges("same words", "same words")).toEqual([{ kind: "same", text: "same words" }]);
  expect(wordChanges("", "")).toEqual([]);
  expect(wordChanges("", "new")).toEqual([{ kind: "added", text: "new" }]);
});

test("loses nothing of either text, whatever they are", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "la", " ", "  ", "\n", ".", "ñ"), { maxLength: 40 })
    .map((of) => of.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordChanges(before, after);
      expect(put(changes, "added")).toBe(before);
      expect(put(changes, "removed")).toBe(after);
      expect(changes.every(({ kind }, place) => kind !== changes[place - 1]?.kind)).toBe(true);
    }),
  );
});

test("texts as long as a point takes are compared in a moment, longer ones as a whole", () => {
  const long = "a ".repeat(2_000);
  expect(wordChanges(long, `${long}b`).filter(({ kind }) => kind === "added")).toHaveLength(1);
  const longer = "a ".repeat(3_000);
  expect(wordChanges(longer, `${longer}b`).map(({ kind }) => kind)).toEqual(["removed", "added"]);
});
