import { expect, test } from "vitest";
import { AnswerValueSchema } from "./answers.ts";
import { TimeZone } from "./values.ts";

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

test.each([
  ["America/Managua", true],
  ["UTC", true],
  ["Etc/GMT+6", true],
  ["+05:00", false],
  ["-0600", false],
  ["Foo/Bar", false],
])("the zone %s is taken: %s", (name, isTaken) => expect(TimeZone.safeParse(name).success).toBe(isTaken));
