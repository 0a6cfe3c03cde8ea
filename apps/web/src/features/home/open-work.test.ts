import { submissionStatuses } from "@avances/domain/submission";
import { expect, test } from "vitest";
import { openWork } from "./open-work.ts";

const today = "2027-04-01";
const work = (
  year: number,
  status: (typeof submissionStatuses)[number],
  more: { obligated?: boolean; dueOn?: string; returnDueOn?: string | null } = {},
) => ({ id: `${year}`, year, status, obligated: true, dueOn: `${year}-04-30`, returnDueOn: null, ...more });

test("what was returned comes first, by its own date, then what has the nearest date, ahead or passed", () => {
  const soon = work(2025, "returned", { returnDueOn: "2027-04-03" });
  const passed = work(2024, "returned", { returnDueOn: "2027-03-20" });
  const now = work(2027, "draft");
  const late = work(2026, "draft", { dueOn: "2027-03-31" });
  const old = work(2023, "not_started");
  expect(openWork([now, late, soon, passed, old], today)).toEqual([passed, soon, late, now, old]);
  expect(openWork([old, passed, now, soon, late], today)).toEqual([passed, soon, late, now, old]);
});

test("only reports that the country can still work on are named", () => {
  const named = submissionStatuses.map((status) => [
    status,
    openWork([work(2026, status)], today).length,
    openWork([work(2026, status, { obligated: false })], today).length,
  ]);
  expect(named).toEqual([
    ["not_started", 1, 0],
    ["draft", 1, 1],
    ["submitted", 0, 0],
    ["returned", 1, 1],
    ["accepted", 0, 0],
    ["published", 0, 0],
    ["exempt", 0, 0],
  ]);
  expect(openWork([], today)).toEqual([]);
});
