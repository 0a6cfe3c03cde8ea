import { expect, test } from "vitest";
import { dailyDigestLeaves, digestOf, weeklyDigestLeaves } from "./digest.ts";

const days = { timeZone: "America/Costa_Rica", daysOff: new Set(["2027-04-12"]) };
/** Costa Rica: six hours behind. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00-06:00`);

test("the secretariat has one a day, those who report one a week, and others none", () => {
  expect((["secretariat", "focal_point", "alternate"] as const).map(digestOf)).toEqual(["daily", "weekly", "weekly"]);
  expect((["approver", "contributor", "presidency", "observer"] as const).map(digestOf)).toEqual([
    ...[null, null, null, null],
  ]);
});

test("a daily digest leaves in the sending hours of a working day, once", () => {
  const leaves = (day: string, time: string, lastDay: string | null = null) =>
    dailyDigestLeaves(days, lastDay, at(day, time));
  expect(leaves("2027-04-09", "08:59")).toBe(false);
  expect(leaves("2027-04-09", "09:00")).toBe(true);
  expect(leaves("2027-04-09", "17:59", "2027-04-08")).toBe(true);
  expect(leaves("2027-04-09", "18:00")).toBe(false);
  expect(leaves("2027-04-09", "12:00", "2027-04-09")).toBe(false);
  // A Saturday, and a Monday that is a holiday.
  expect([leaves("2027-04-10", "10:00"), leaves("2027-04-12", "10:00")]).toEqual([false, false]);
});

test("a weekly digest leaves in the first hour of the first working day, and makes way for other messages", () => {
  const leaves = (
    [day, time]: readonly [string, string],
    { lastDay = null, other = [] }: { lastDay?: string | null; other?: readonly Date[] } = {},
  ) => weeklyDigestLeaves({ ...days, lastDay, otherMessages: [null, ...other] }, at(day, time));
  // Monday, 5 April; Tuesday and the rest of the week have none of their own.
  expect(leaves(["2027-04-05", "09:00"])).toBe(true);
  expect(leaves(["2027-04-05", "09:59"], { lastDay: "2027-04-02" })).toBe(true);
  expect(leaves(["2027-04-05", "10:00"])).toBe(false);
  expect(leaves(["2027-04-05", "08:59"])).toBe(false);
  expect(leaves(["2027-04-06", "09:00"])).toBe(false);
  expect(leaves(["2027-04-05", "09:30"], { lastDay: "2027-04-05" })).toBe(false);
  // Another message on Monday: it comes on Tuesday, and if that is taken too, on Wednesday.
  const monday = at("2027-04-05", "09:00");
  const tuesday = at("2027-04-06", "09:00");
  expect(leaves(["2027-04-05", "09:00"], { other: [monday] })).toBe(false);
  expect(leaves(["2027-04-06", "09:00"], { other: [monday] })).toBe(true);
  expect(leaves(["2027-04-06", "09:00"], { other: [monday, tuesday] })).toBe(false);
  expect(leaves(["2027-04-07", "09:00"], { other: [tuesday] })).toBe(true);
  expect(leaves(["2027-04-07", "09:00"], { other: [tuesday], lastDay: "2027-04-06" })).toBe(false);
  // The Monday is a holiday.
  expect([leaves(["2027-04-12", "09:00"]), leaves(["2027-04-13", "09:00"])]).toEqual([false, true]);
  const held = { ...days, lastDay: null, otherMessages: [], heldUntil: "2027-04-05" };
  expect(weeklyDigestLeaves(held, monday)).toBe(false);
});
