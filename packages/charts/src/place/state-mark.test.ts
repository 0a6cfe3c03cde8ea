import { describe, expect, test } from "vitest";
import { valueMarks } from "../series/value-marks.ts";
import { type MarkShape, markBox, stateMarks } from "./state-mark.ts";

/** The shape without its ink: as a reader sees it who cannot tell colours and line widths apart. */
const seen = (shape: MarkShape) => JSON.stringify(shape.kind === "letter" ? shape.text : { ...shape, ink: undefined });

/** The coordinates that a mark draws through, as pairs; follows relative commands and those along one axis. */
function reach(shape: MarkShape): readonly (readonly [number, number])[] {
  switch (shape.kind) {
    case "circle":
      return [
        [-shape.r, -shape.r],
        [shape.r, shape.r],
      ];
    case "rect":
      return [
        [shape.x, shape.y],
        [shape.x + shape.width, shape.y + shape.height],
      ];
    case "letter":
      return [
        [shape.x - 3.5 * shape.text.length, shape.y - 9.4],
        [shape.x + 3.5 * shape.text.length, shape.y],
      ];
    case "path": {
      let at: [number, number] = [0, 0];
      return [...shape.d.matchAll(/([MLHVhv])?([^MLHVhv]*)/g)].flatMap(([, command, rest = ""]) => {
        const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
        const places: [number, number][] = [];
        while (numbers.length > 0) {
          const next = numbers.shift() ?? 0;
          if (command === "H") at = [next, at[1]];
          else if (command === "V") at = [at[0], next];
          else if (command === "h") at = [at[0] + next, at[1]];
          else if (command === "v") at = [at[0], at[1] + next];
          else at = [next, numbers.shift() ?? 0];
          places.push(at);
        }
        return places;
      });
    }
    default:
      return shape satisfies never;
  }
}

describe("the marks of states", () => {
  test("no two look alike without their colours", () => {
    const looks = valueMarks.map((mark) => stateMarks[mark].map(seen).join());
    expect(new Set(looks).size).toBe(valueMarks.length);
  });

  test.each(valueMarks)("%s is not empty and stays in its box", (mark) => {
    const places = stateMarks[mark].flatMap(reach);
    expect(places.length).toBeGreaterThan(0);
    for (const [x, y] of places) {
      expect(Math.abs(x)).toBeLessThanOrEqual(markBox.width / 2);
      expect(Math.abs(y)).toBeLessThanOrEqual(markBox.height / 2);
    }
  });
});
