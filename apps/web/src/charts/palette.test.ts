import { readFileSync } from "node:fs";
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, test } from "vitest";
import { colourTokens, type Theme, themes } from "#testing/tokens.ts";
import { seriesColour } from "./palette.ts";

// The colours as everybody sees them: contrast by WCAG 2.2; differences by CIEDE2000 (CIE 142-2001), to normal sight and to the three
// dichromacies as simulated by the matrices of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, at severity 1 (culori).

const tokens = colourTokens();
const sights = {
  normal: (colour: Color) => colour,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
} as const;
type Sight = keyof typeof sights;
const looks = themes.flatMap((theme) => (Object.keys(sights) as Sight[]).map((sight) => ({ theme, sight })));
const difference = differenceCiede2000();

function hexOf(token: string, theme: Theme): string {
  const hex = tokens.get(token)?.[theme];
  if (!hex) throw new Error(`no colour ${token} in ${theme}`);
  return hex;
}

function seen(token: string, { theme, sight }: (typeof looks)[number]): Color {
  const colour = parse(hexOf(token, theme));
  if (!colour) throw new Error(`no colour ${token}`);
  return sights[sight](colour);
}

/** The two that look most alike, and how far apart they are. */
function closest(pairs: readonly (readonly [string, string])[], look: (typeof looks)[number]) {
  return pairs
    .map(([one, other]) => ({ one, other, apart: difference(seen(one, look), seen(other, look)) }))
    .reduce((least, pair) => (pair.apart < least.apart ? pair : least));
}

const series = ["series-1", "series-2", "series-3", "series-4", "series-context"];
const levels = ["level-0", "level-1", "level-2", "level-3", "level-4"];
const statuses = ["published", "review", "draft", "due", "late", "returned"].map((status) => `status-${status}`);
const pairsOf = (names: readonly string[]) =>
  names.flatMap((one, n) => names.slice(n + 1).map((other) => [one, other] as const));
const neighboursOf = (names: readonly string[]) => names.slice(1).map((one, n) => [names[n] ?? "", one] as const);

// About 2 can just be noticed side by side; from 10 on two colours are told apart at a glance and apart from each other.
describe.each(looks)("to $sight sight, $theme", (look) => {
  test("any two lines, and a line and the grey ones, are told apart by colour; each also has a mark of its own", () => {
    expect(closest(pairsOf(series), look).apart).toBeGreaterThanOrEqual(10);
  });

  test("neighbouring levels differ by seven or more; the digit in the tile carries what is left", () => {
    expect(closest(neighboursOf(levels), look).apart).toBeGreaterThanOrEqual(7);
    // Two steps apart, the colour alone is enough.
    const further = pairsOf(levels).filter(
      ([one, other]) => !neighboursOf(levels).some(([a, b]) => a === one && b === other),
    );
    expect(closest(further, look).apart).toBeGreaterThanOrEqual(15);
  });

  test("yes and no are two strong tones", () => {
    expect(closest([["level-4", "paper"]], look).apart).toBeGreaterThanOrEqual(40);
  });

  test("any two statuses are told apart by colour; each also has a shape and a word", () => {
    expect(closest(pairsOf(statuses), look).apart).toBeGreaterThanOrEqual(18);
  });

  test("a bar is told apart from the line of the whole behind it, and a line from the region's band", () => {
    expect(
      closest(
        [
          ["series-1", "rule"],
          ["series-1", "series-context"],
        ],
        look,
      ).apart,
    ).toBeGreaterThanOrEqual(20);
  });
});

describe.each(themes)("contrast, %s", (theme) => {
  const contrast = (one: string, other: string) => wcagContrast(hexOf(one, theme), hexOf(other, theme));
  const grounds = ["paper", "surface"];

  test("lines, marks and bars stand out from the page: 3:1 (WCAG 1.4.11)", () => {
    const low = series
      // Context: the figures of the grey lines are in the table, and a line is put in colour when it is chosen.
      .filter((one) => one !== "series-context")
      .flatMap((one) => grounds.map((ground) => ({ one, ground, is: contrast(one, ground) })))
      .filter(({ is }) => is < 3);
    expect(low).toEqual([]);
  });

  test("what tells one state from another, its letters and strokes, stands out from every ground: 4.5:1", () => {
    // Boxes and hatching (`hatch`) only decorate: without them each mark still has a letter, a dot or a stroke of its own.
    for (const ink of ["ink-2", "ink-3"])
      for (const ground of [...grounds, "sunken", "row-wash"])
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test("the digit of a level and the word of a status are read in their tile: 4.5:1", () => {
    for (const tile of [...levels, ...statuses]) expect(contrast(`on-${tile}`, tile), tile).toBeGreaterThanOrEqual(4.5);
  });

  test("text is read on every ground: 4.5:1", () => {
    for (const ink of ["ink", "ink-2", "ink-3", "accent", "alarm", "caution"])
      for (const ground of grounds) expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});

test("the colours of series are those that are checked here", () => {
  expect([0, 1, 2, 3, 4].map(seriesColour)).toEqual(series.map((name) => `var(--${name})`));
});

test("the simulations are those of the authors: a red and a green of one lightness meet for deuteranopes, blue and yellow do not", () => {
  const apart = (one: string, other: string, sight: Sight) => {
    const colours = [one, other].map((hex) => parse(hex)).flatMap((colour) => colour ?? []);
    const [a, b] = colours.map(sights[sight]);
    return a && b ? difference(a, b) : Number.NaN;
  };
  expect(apart("#b85450", "#7a7f3a", "normal")).toBeGreaterThan(25);
  expect(apart("#b85450", "#7a7f3a", "deuteranopia")).toBeLessThan(10);
  expect(apart("#3060c0", "#c0a020", "deuteranopia")).toBeGreaterThan(25);
});

test("on paper, the pictures of countries not kept in colour have the greys that a screen makes of their colours", () => {
  const css = readFileSync(new URL("../ui/in-colour.module.css", import.meta.url), "utf8");
  const greys = [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  expect(greys.map(([, name]) => name)).toEqual(expect.arrayContaining([...levels, "series-1"]));
  for (const [, name = "", grey = ""] of greys) {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hexOf(name, "light").slice(at, at + 2), 16));
    // `grayscale(1)` of CSS weighs the channels as they are written.
    const shade = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
    const written = [1, 3, 5].map((at) => Number.parseInt(grey.slice(at, at + 2), 16));
    for (const channel of written) expect(Math.abs(channel - shade), name).toBeLessThanOrEqual(1);
  }
});
