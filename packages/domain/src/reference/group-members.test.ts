import { expect, test } from "vitest";
import { type GroupChange, membersOn } from "./group-members.ts";

const group = { code: "CA-MEX", members: ["BLZ", "CRI", "MEX"] };
const change = (country: string, joins: boolean, from: string): GroupChange => ({
  group: "CA-MEX",
  country,
  joins,
  from,
});

test("without changes the members are those of the list", () => {
  expect(membersOn(group, [], "2027-01-01")).toEqual(["BLZ", "CRI", "MEX"]);
});

test("a change counts from its day on and not a day earlier", () => {
  const changes = [change("DOM", true, "2027-03-01"), change("BLZ", false, "2028-01-01")];
  expect(membersOn(group, changes, "2027-02-28")).toEqual(["BLZ", "CRI", "MEX"]);
  expect(membersOn(group, changes, "2027-03-01")).toEqual(["BLZ", "CRI", "MEX", "DOM"]);
  expect(membersOn(group, changes, "2027-12-31")).toContain("BLZ");
  expect(membersOn(group, changes, "2028-01-01")).toEqual(["CRI", "MEX", "DOM"]);
});

test("a country that left can come back, whatever the order in which it was recorded", () => {
  const changes = [change("CRI", true, "2029-01-01"), change("CRI", false, "2027-01-01")];
  expect(membersOn(group, changes, "2028-06-01")).toEqual(["BLZ", "MEX"]);
  expect(membersOn(group, changes, "2029-01-01")).toContain("CRI");
});

test("of two changes from the same day the one recorded later counts; other groups are not concerned", () => {
  const changes = [change("DOM", true, "2027-03-01"), change("DOM", false, "2027-03-01")];
  expect(membersOn(group, changes, "2027-04-01")).toEqual(["BLZ", "CRI", "MEX"]);
  expect(membersOn({ code: "RCM", members: [] }, changes.slice(0, 1), "2027-04-01")).toEqual([]);
});
