import { expect, test } from "vitest";
import { AnswerValueSchema } from "./answers.ts";

test.each([
  ["CRC", true],
  ["EUR", true],
  ["XXX", false],
  ["ZZZ", false],
  ["XTS", false],
  ["crc", false],
])("an amount in %s is taken: %s", (currency, isTaken) =>
  expect(AnswerValueSchema.safeParse({ type: "money", amountMinor: 5, currency }).success).toBe(isTaken),
);
