import { readFileSync } from "node:fs";

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

const declared = /--([\w-]+):\s*(?:light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g;

/** Colours of the design language as `styles/tokens.css` declares them, by name without dashes in front, for each theme. */
export function colourTokens(): ReadonlyMap<string, Readonly<Record<Theme, string>>> {
  const css = readFileSync(new URL("../src/styles/tokens.css", import.meta.url), "utf8");
  return new Map(
    [...css.matchAll(declared)].map(([, name = "", light, dark, both]) => [
      name,
      { light: light ?? both ?? "", dark: dark ?? both ?? "" },
    ]),
  );
}
