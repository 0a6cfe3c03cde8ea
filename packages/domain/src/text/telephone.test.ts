import { describe, expect, test } from "vitest";
import { telephoneInWords, telephoneOf } from "./telephone.ts";

describe("a telephone number", () => {
  test.each([
    ["+506 2222-3333", "+50622223333", "+506 2222 3333"],
    ["00506 2222.3333", "+50622223333", "+506 2222 3333"],
    ["+52 (55) 1234 5678", "+525512345678", "+52 55 1234 5678"],
    ["+1 202/555-0123", "+12025550123", "+1 202 555 0123"],
    ["+501 223-4567", "+5012234567", "+501 223 4567"],
    ["+34 912 345 678", "+34912345678", "+34912345678"],
    ["+506 2222 333", "+5062222333", "+5062222333"],
  ])("%j is kept as %s and read as %s", (typed, kept, read) => {
    expect(telephoneOf(typed)).toBe(kept);
    expect(telephoneInWords(kept)).toBe(read);
  });

  test.each([
    "2222-3333",
    "+506",
    "+0506 2222 3333",
    "+506 2222 3333 ext. 4",
    "+1234567890123456",
    "tel. +50622223333",
    "",
    "+",
    `+5${"0 ".repeat(30)}`,
  ])("%j has no country code or is none", (typed) => expect(telephoneOf(typed)).toBeNull());
});
