import { readFileSync } from "node:fs";
import { textSize } from "@avances/charts/place";
import { expect, test } from "vitest";

test("texts of charts are as large as the code that places them assumes", () => {
  const style = readFileSync(new URL("chart.module.css", import.meta.url), "utf8");
  expect(/\.chart text \{[^}]*font-size: (\d+)px/.exec(style)?.[1]).toBe(String(textSize));
});
