import { submissionStatuses } from "@avances/domain/submission";
import { expect, test } from "vitest";
import { openWork } from "./open-work.ts";

const work = (year: number, status: (typeof submissionStatuses)[number], obligated = true) => ({
  id: `${year}`,
  year,
  status,
  obligated,
});

test("a report returned in an earlier round stays on the home page, and comes first", () => {
  const [now, before, returned] = [work(2027, "not_started"), work(2026, "draft"), work(2025, "returned")];
  expect(openWork([now, before, returned])).toEqual([returned, before]);
  expect(openWork([returned, before, now])).toEqual([returned, before]);
});

test("of earlier rounds only reports that the country can still work on are named, whatever the newest is", () => {
  const named = submissionStatuses.flatMap((status) => {
    const voluntary = openWork([work(2027, "draft"), work(2026, status, false)]).length;
    return [[status, openWork([work(2027, "published"), work(2026, status)]).length, voluntary]];
  });
  expect(named).toEqual([
    ["not_started", 1, 0],
    ["draft", 1, 1],
    ["submitted", 0, 0],
    ["returned", 1, 1],
    ["accepted", 0, 0],
    ["published", 0, 0],
    ["exempt", 0, 0],
  ]);
});

test("the newest round is not among the earlier ones, and without rounds there is nothing", () => {
  expect(openWork([work(2027, "returned")])).toEqual([]);
  expect(openWork([])).toEqual([]);
});
