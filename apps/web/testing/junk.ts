import fc from "fast-check";

/** Any text that the browser's storage may hold. */
export const junkTexts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(
    "",
    "null",
    "undefined",
    "true",
    "dark",
    "[",
    '{"shape":1',
    '{"shape":1,"data":null}',
    "[object Object]",
  ),
  fc
    .record({ shape: fc.oneof(fc.constant(1), fc.integer()), release: fc.constant("0.1.0"), data: fc.jsonValue() })
    .map((entry) => JSON.stringify(entry)),
);
