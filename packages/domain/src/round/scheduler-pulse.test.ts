import { expect, test } from "vitest";
import { schedulerPulse } from "./scheduler-pulse.ts";

const now = new Date("2027-03-01T10:00:00.000Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test("it works while both parts got through their work a moment ago", () => {
  expect(schedulerPulse({ planner: ago(61), sender: ago(5) }, now)).toEqual({ state: "working", lastAt: ago(61) });
  expect(schedulerPulse({ planner: ago(140), sender: ago(140) }, now).state).toBe("working");
  // Clocks of two machines are never the same.
  expect(schedulerPulse({ planner: ago(-100), sender: ago(-2) }, now).state).toBe("working");
});

test("it is late as soon as one of them is, since when that one last got through", () => {
  expect(schedulerPulse({ planner: ago(5), sender: ago(141) }, now)).toEqual({ state: "late", lastAt: ago(141) });
  expect(schedulerPulse({ planner: ago(9_000), sender: ago(1) }, now)).toEqual({ state: "late", lastAt: ago(9_000) });
});

test("a time that is still to come hides no standstill", () => {
  expect(schedulerPulse({ planner: ago(-86_400), sender: ago(5) }, now).state).toBe("late");
});

test("a part that never got through leaves nothing to say since when", () => {
  expect(schedulerPulse({}, now)).toEqual({ state: "never", lastAt: null });
  expect(schedulerPulse({ planner: ago(1) }, now)).toEqual({ state: "never", lastAt: null });
});
