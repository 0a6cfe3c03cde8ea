import { submissionStatuses } from "@avances/domain/submission";
import { expect, test } from "vitest";
import { openWork } from "./open-work.ts";

const work = (year: number, status: (typeof submissionStatuses)[number], obligated = true) => ({
  id: `${year}`,
  year,
  status,
  obligated,
});

test("what was returned in an earlier round stays on the way of whoever comes home, and comes first", () => {
  const [now, before, returned] = [work(2027, "not_started"), work(2026, "draft"), work(2025, "returned")];
  expect(openWork([now, before, returned])).toEqual([returned, before]);
  expect(openWork([returned, before, now])).toEqual([returned, before]);
});

test("of earlier rounds only what the country can still do something for is named, whatever the newest is", () => {
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

test("the newest round is no earlier one, and no round leaves nothing", () => {
  expect(openWork([work(2027, "returned")])).toEqual([]);
  expect(openWork([])).toEqual([]);
});
