import { afterEach, expect, test, vi } from "vitest";
import { allTexts } from "../testing/texts.ts";
import { MailAddress } from "./people.ts";
import { acceptInvitation, acceptPasswordReset, changePassword } from "./session.ts";

afterEach(() => vi.restoreAllMocks());

const texts = String.prototype as unknown as Record<string | symbol, (...given: unknown[]) => unknown>;
/** Functions whose work or result grows with the length of the text. */
const costly = ["normalize", "trim", "isWellFormed", "includes", "replace", "toLowerCase", Symbol.iterator];
const longestLooked = 10_000;

/** Length of the longest text that any of these worked on while `act` ran. */
function longestWorkedOn(act: () => void): number {
  let longest = 0;
  for (const name of costly) {
    const original = texts[name] as (...given: unknown[]) => unknown;
    vi.spyOn(texts, name as string).mockImplementation(function (this: unknown, ...given: unknown[]) {
      longest = Math.max(longest, String(this).length);
      return Reflect.apply(original, this, given);
    });
  }
  act();
  vi.restoreAllMocks();
  return longest;
}

const long = ["\ufdfa", "a", "a.", "\u{1f468}", " ", "https://a.", "1"].map((piece) => piece.repeat(100_000));

// A whole message in base64, in which no check works: one expression reads it once, and only who has the key gets further.
const wholeMessages = new Set(["handInMailReply.message"]);

test.each(allTexts.filter(({ at }) => !wholeMessages.has(at)))(
  "$at: no check works on a text longer than the limit",
  ({ schema }) => {
    const longest = longestWorkedOn(() => {
      for (const text of long) expect(schema.safeParse(text).success).toBe(false);
    });
    expect(longest).toBeLessThan(longestLooked);
  },
);

test("the observer notices a check that works on the whole text", () => {
  expect(longestWorkedOn(() => void [..."a".repeat(20_000)].length)).toBe(20_000);
  expect(longestWorkedOn(() => void "a".repeat(20_000).normalize("NFKC"))).toBe(20_000);
});

test.each(allTexts)("$at: a failed limit ends the checks", ({ schema }) => {
  const { checks = [] } = (schema as unknown as { def: { checks?: { _zod: { def: Check } }[] } }).def;
  const defs = checks.map(({ _zod }) => _zod.def);
  const limit = defs.findIndex(({ check }) => check === "max_length");
  if (limit >= 0) expect(defs[limit]).toMatchObject({ abort: true });
  // The portal's own checks run only after a limit.
  const own = defs.findIndex(({ check }) => check === "custom");
  if (own >= 0) expect(limit).toBe(0);
});

interface Check {
  readonly check: string;
}

test.each([
  ["of an invitation", acceptInvitation.body.shape.password],
  ["of a reset", acceptPasswordReset.body.shape.password],
  ["of a change", changePassword.body.shape.next],
])("a new password %s: too long is one fault; its least length is counted in the form that is kept", (_, schema) => {
  expect(schema.safeParse("\ufdfa".repeat(300_000)).error?.issues).toHaveLength(1);
  expect(schema.safeParse("a".repeat(129)).error?.issues.map(({ message }) => message)).toEqual(["too_long"]);
  expect(schema.safeParse("\u{1f468}".repeat(128)).success).toBe(true);
  expect(schema.safeParse("a".repeat(14)).error?.issues.map(({ message }) => message)).toEqual(["too_short"]);
  expect(schema.safeParse("a".repeat(15)).success).toBe(true);
  // One character, which becomes eighteen letters when it is normalised.
  expect(schema.safeParse("\ufdfa").success).toBe(true);
});

test("an address that is too long is not searched", () => {
  expect(MailAddress.safeParse(`${"a.".repeat(50_000)}@`).error?.issues).toMatchObject([{ code: "too_big" }]);
});
