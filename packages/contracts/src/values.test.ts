import { expect, test } from "vitest";
import { AnswerValueSchema, Evidence } from "./answers.ts";
import { plainText, TimeZone } from "./values.ts";

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

test.each([
  ["https://www.state.example/laws/9095", true],
  ["HTTP://STATE.EXAMPLE", true],
  ["https://[2001:db8::1]:8443/a?b#c", true],
  [" https://state.example ", true],
  ["http:state.example", false],
  ["https:/state.example", false],
  ["https://", false],
  ["https://a b.example", false],
  ["ftp://state.example", false],
  ["javascript:alert(1)//https://state.example", false],
  ["javascript:https://state.example", false],
  ["data:text/html,https://", false],
  ["state.example", false],
  ["", false],
])("the address of evidence %o is taken: %s", (url, isTaken) =>
  expect(Evidence.safeParse({ title: "Law 9095", url, locator: null }).success).toBe(isTaken),
);

test("a text is as long as people count it: signs of two units are one, blanks around it none", () => {
  const text = plainText(10, 2);
  expect(["ab", "🙂🙂", " ab ", "🙂b"].every((given) => text.safeParse(given).success)).toBe(true);
  expect(["", "a", " a ", "🙂", " 🙂 ", "  "].some((given) => text.safeParse(given).success)).toBe(false);
  expect(plainText(10).safeParse("").success).toBe(true);
});
