import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeSpokenLines } from "./spoken-lines.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Everything that stood there, in its order, and how long after the first. */
function heard() {
  const all: (readonly [number, string])[] = [];
  const begun = Date.now();
  const say = makeSpokenLines((words) => all.push([Date.now() - begun, words]));
  return { say, all };
}

test("a line that comes while another has just been put there waits until that one was noticed", () => {
  const { say, all } = heard();
  say("Esteban changed TIP-JUS-02");
  say("A block of 36 cells was pasted.");
  expect(all).toEqual([[0, "Esteban changed TIP-JUS-02"]]);
  vi.advanceTimersByTime(60_000);
  expect(all).toEqual([
    [0, "Esteban changed TIP-JUS-02"],
    [1_200, "A block of 36 cells was pasted."],
  ]);
  // Nothing waits any more: the next one comes at once.
  say("Undone");
  expect(all.at(-1)).toEqual([60_000, "Undone"]);
});

test("however many come at once, all are said within one turn, each with its full stop", () => {
  const { say, all } = heard();
  for (let code = 0; code <= 60; code += 1) say(`Esteban changed ${code}${code === 7 ? "." : ""}`);
  vi.advanceTimersByTime(1_200);
  expect(all).toHaveLength(2);
  expect(all[1]?.[1]).toBe(
    Array.from({ length: 60 }, (_, place) => `Esteban changed ${place + 1}${place < 59 ? "." : ""}`).join(" "),
  );
  vi.advanceTimersByTime(60_000);
  expect(all).toHaveLength(2);
});

test("of counts that follow a filter only the last one waits; other lines do not give way to it", () => {
  const { say, all } = heard();
  say("40 indicators", "list");
  say("12 indicators", "list");
  say("Esteban changed TIP-JUS-02");
  say("3 indicators", "list");
  vi.advanceTimersByTime(60_000);
  expect(all.map(([, words]) => words)).toEqual(["40 indicators", "Esteban changed TIP-JUS-02. 3 indicators"]);
});

test("the same line is read out twice when it is said twice, and not a third time", () => {
  const { say, all } = heard();
  for (let times = 0; times < 3; times += 1) say("Undone");
  vi.advanceTimersByTime(60_000);
  expect(all.map(([, words]) => words)).toEqual(["Undone", "Undone\u00a0"]);
});
