import { loadCatalogueFile } from "@avances/db";
import { completeAnswers } from "@avances/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

/** What it was written as first. Receipts and the audit trail hold hashes of this text, so it must never change. */
const asFirstWritten = (value: unknown) =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );

test("whole reports have the text that their receipts were made of", () => {
  const { catalogue } = loadCatalogueFile("packages/domain/catalogue/2026.3.json");
  for (const seed of [1, 2, 3]) {
    const answers = completeAnswers(catalogue, { seed });
    expect(canonicalJson(answers)).toBe(asFirstWritten(answers));
  }
});

test("so has everything that JSON can hold, numbers as keys included, and keys without a value", () => {
  const key = fc.oneof(fc.string(), fc.nat().map(String)).filter((each) => each !== "__proto__");
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { maxKeys: 5, noNullPrototype: true }),
    ),
  }));
  fc.assert(fc.property(value, (each) => canonicalJson(each) === asFirstWritten(each)));
});

test("equal values have equal text, in whatever order their keys came", () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  expect(canonicalJson({ a: null, b: [{ c: 2, d: 1 }] })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
});
