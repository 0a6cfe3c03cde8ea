import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { progressTexts } from "./progress.texts.ts";
import { progressDue } from "./progress-due.ts";

const f = formatsFor("en");
const say = (dueOn: string | null, at: string, isBegun: boolean) =>
  progressDue(progressTexts.en, f, { dueOn, timeZone: "America/Costa_Rica" }, new Date(at), isBegun);

test("of a meeting that was entered too late for a day, nobody is told to hurry once it has begun", () => {
  expect(say(null, "2026-11-30T12:00:00Z", false)).toContain("the sooner it is told");
  const after = say(null, "2026-11-30T12:00:00Z", true);
  expect(after).not.toContain("sooner");
  expect(after).toContain("no day was set");
});

test("the day is to come until it has ended by the clocks that count", () => {
  expect(say("2026-11-30", "2026-12-01T05:00:00Z", false)).toMatch(/^It is awaited by/);
  expect(say("2026-11-30", "2026-12-01T07:00:00Z", false)).toMatch(/^It was awaited by/);
});
