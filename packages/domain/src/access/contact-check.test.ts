import { expect, test } from "vitest";
import { type CheckedContact, contactCheckDue } from "./contact-check.ts";

const opened = new Date("2026-02-10T15:00:00Z");
const contact = (part: Partial<CheckedContact>): CheckedContact => ({
  ...{ confirmedAt: opened, checkAskedAt: null, checkedAt: null, leftAt: null },
  ...part,
});
const yearLater = new Date("2027-02-10T15:00:00Z");
const justBefore = new Date(yearLater.getTime() - 1);

test.each<[string, Partial<CheckedContact>, Date, boolean]>([
  ["a year after the account was opened", {}, yearLater, true],
  ["not an instant earlier", {}, justBefore, false],
  [
    "not while a year after the last answer has not passed",
    { checkedAt: new Date("2026-08-01T00:00:00Z") },
    yearLater,
    false,
  ],
  ["not again because nobody answered", { checkAskedAt: new Date("2026-12-01T00:00:00Z") }, yearLater, false],
  ["a year after it was asked and not answered", { checkAskedAt: opened }, yearLater, true],
  ["never of somebody who has left", { leftAt: opened }, yearLater, false],
  ["not of an account that was never opened", { confirmedAt: null }, yearLater, false],
])("the yearly question is due %s", (_, part, now, isDue) => {
  expect(contactCheckDue(contact(part), now)).toBe(isDue);
});
