import { expect, test } from "vitest";
import { remindsOfUnseen, type UnseenState } from "./question-reminders.ts";
import { noDaysOff } from "./sending-window.ts";

/** Asked on Thursday, 11 March 2027, at noon in San José. */
const asked: UnseenState = {
  timeZone: "America/Costa_Rica",
  daysOff: noDaysOff,
  askedAt: new Date("2027-03-11T18:00:00Z"),
  remindedOn: [],
  otherMessages: [],
};
const reminds = (now: string, more: Partial<UnseenState> = {}) => remindsOfUnseen({ ...asked, ...more }, new Date(now));

test("a country is reminded from nine on the working day after the question, in the sending hours", () => {
  expect(reminds("2027-03-11T20:00:00Z")).toBe(false);
  expect(reminds("2027-03-12T14:59:00Z")).toBe(false);
  expect(reminds("2027-03-12T15:00:00Z")).toBe(true);
  expect(reminds("2027-03-12T23:59:00Z")).toBe(true);
  expect(reminds("2027-03-13T00:00:00Z")).toBe(false);
  // Saturday.
  expect(reminds("2027-03-13T16:00:00Z")).toBe(false);
});

test("once a day, on three days at most, and never beside another message", () => {
  expect(reminds("2027-03-12T20:00:00Z", { remindedOn: ["2027-03-12"] })).toBe(false);
  expect(reminds("2027-03-15T15:00:00Z", { remindedOn: ["2027-03-12"] })).toBe(true);
  expect(reminds("2027-03-17T15:00:00Z", { remindedOn: ["2027-03-12", "2027-03-15", "2027-03-16"] })).toBe(false);
  expect(reminds("2027-03-12T15:00:00Z", { otherMessages: [null, new Date("2027-03-12T15:00:00Z")] })).toBe(false);
});
