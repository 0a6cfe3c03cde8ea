import { readFileSync } from "node:fs";
import { inks, markWords, paperColours } from "@avances/charts/paper";
import { valueMarks } from "@avances/charts/series";
import { languages } from "@avances/domain/catalogue";
import { figureStates } from "@avances/domain/network";
import { expect, test } from "vitest";
import { valueStateTexts } from "#ui/value-state.texts.ts";

// Files of reports draw and say what the pages do; they cannot read the styles and texts of the pages.

test("files say the words of the pages for what stands in the place of a figure, and know every mark", () => {
  for (const language of languages) expect(markWords[language]).toEqual(valueStateTexts[language].state);
  expect([...figureStates].sort()).toEqual(["reported", ...valueMarks].sort());
});

test("files have the colours of the pages on white paper", () => {
  const tokens = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");
  const names = {
    ...{ ink: "ink", plain: "ink-2", faint: "ink-3", rule: "rule", hatch: "hatch", context: "series-context" },
    ...{ "series-1": "series-1", "series-2": "series-2", "series-3": "series-3", "series-4": "series-4" },
  } as const;
  for (const [ours, token] of Object.entries(names)) {
    const light = new RegExp(`--${token}: light-dark\\((#\\w+)`).exec(tokens)?.[1];
    expect([ours, paperColours[ours as keyof typeof paperColours]]).toEqual([ours, light]);
  }
});

test("marks are drawn with the inks of the pages", () => {
  const style = readFileSync(new URL("../ui/value-mark.module.css", import.meta.url), "utf8");
  const tokenOf = { plain: "ink-2", faint: "ink-3", hatch: "hatch" } as const;
  for (const [name, ink] of Object.entries(inks)) {
    const rule = new RegExp(`\\n\\.${name} \\{([^}]*)\\}`).exec(style)?.[1] ?? "";
    const width = "strokeWidth" in ink ? String(ink.strokeWidth) : undefined;
    expect([name, /stroke-width: ([\d.]+)/.exec(rule)?.[1]]).toEqual([name, width]);
    const colour = "stroke" in ink ? `stroke: var(--${tokenOf[ink.stroke]})` : `fill: var(--${tokenOf[ink.fill]})`;
    expect(rule).toContain(colour);
    const dash = /stroke-dasharray: ([\d. ]+)/.exec(rule)?.[1];
    expect([name, "dash" in ink ? ink.dash.join(" ") : undefined]).toEqual([name, dash]);
  }
});
