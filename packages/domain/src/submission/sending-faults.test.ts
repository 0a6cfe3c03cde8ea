import { expect, test } from "vitest";
import { answersOf } from "../../testing/answers.ts";
import { catalogue } from "../../testing/catalogue.ts";
import { sendingFaults } from "./sending-faults.ts";

const copy = {
  round: { opensOn: "2027-02-01" },
  timeZone: "America/Costa_Rica",
  now: new Date("2027-02-01T06:00:00Z"),
  catalogue,
  answers: answersOf({ "TIP-LEG-01": 2 }),
};

test("a report is sent from the first moment of the opening day in the country's own capital", () => {
  expect(sendingFaults(copy)).toEqual([]);
  const before = { ...copy, now: new Date("2027-02-01T05:59:59.999Z") };
  expect(sendingFaults(before)).toEqual(["round-not-open"]);
  expect(sendingFaults({ ...before, timeZone: "America/Santo_Domingo" })).toEqual([]);
});

test("one value, or one reason for having none, makes it a report; an empty or half-typed answer does not", () => {
  expect(sendingFaults({ ...copy, answers: answersOf({ "TIP-LEG-01": "not_available" }) })).toEqual([]);
  const empty = [
    answersOf({}),
    answersOf({ "TIP-LEG-01": { state: "not_available", reason: " " } }),
    answersOf({ "TIP-LEG-01": { state: "reported", value: null } }),
  ];
  for (const answers of empty) expect(sendingFaults({ ...copy, answers })).toEqual(["nothing-answered"]);
  const planned = { ...copy, answers: answersOf({}), now: new Date("2027-01-01T06:00:00Z") };
  expect(sendingFaults(planned)).toEqual(["round-not-open", "nothing-answered"]);
});
