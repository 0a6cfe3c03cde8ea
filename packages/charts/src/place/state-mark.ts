import type { ValueMark } from "../series/value-marks.ts";

/** How a shape is drawn; the page's or file's style gives each ink its colour and line width. */
export type Ink = "stroke" | "bar" | "dots" | "hatch" | "box" | "dotted" | "ring" | "filled";

export type MarkShape =
  | { readonly kind: "path"; readonly ink: Ink; readonly d: string }
  | { readonly kind: "circle"; readonly ink: Ink; readonly r: number }
  | {
      readonly kind: "rect";
      readonly ink: Ink;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly rx: number;
    }
  /** Centred at `x`; the same letters in every language. */
  | { readonly kind: "letter"; readonly x: number; readonly y: number; readonly text: string };

/** The box around 0/0 that every mark is drawn in. */
export const markBox = { width: 22, height: 18 } as const;

const box = (ink: Ink): MarkShape => ({ kind: "rect", ink, x: -10.25, y: -8.25, width: 20.5, height: 16.5, rx: 2 });
const letter = (text: string, x = 0): MarkShape => ({ kind: "letter", x, y: 4.6, text });
const path = (ink: Ink, d: string): MarkShape => ({ kind: "path", ink, d });
const rising = "M-11-5-7-9M-11 1-1-9M-11 7 5-9M-8 9 10-9M-3 9 11-5M3 9 11 1M9 9 11 7";
const falling = "M11-5 7-9M11 1 1-9M11 7-5-9M8 9-10-9M3 9-11-5M-3 9-11 1M-9 9-11 7";

/**
 * The one table of marks. They differ by shape and letter, never by colour alone. Tables, legends, charts and files all draw from here; if
 * a mark is missing, the code does not compile.
 */
export const stateMarks: Readonly<Record<ValueMark, readonly MarkShape[]>> = {
  not_reported: [box("box"), path("dots", "M-5 2.6h.01M0 2.6h.01M5 2.6h.01")],
  not_available: [path("hatch", falling), letter("n")],
  not_applicable: [path("stroke", "M3.4-7-3.4 7")],
  unconfirmed: [path("stroke", "M-1.4-7-8.2 7"), letter("?", 4)],
  small_base: [box("box"), letter("<5")],
  suppressed: [box("dotted"), letter("s")],
  insufficient: [path("stroke", "M-4.5-7h-3.5V7h3.5M4.5-7h3.5V7h-3.5")],
  received: [path("stroke", "M-4.5-6.5 6.5 0-4.5 6.5Z")],
  not_published: [path("hatch", rising), { kind: "circle", ink: "filled", r: 2.3 }],
  not_published_yet: [{ kind: "circle", ink: "ring", r: 6.2 }],
  exempt: [path("bar", "M-7 0H7")],
  not_asked: [letter("v")],
};
