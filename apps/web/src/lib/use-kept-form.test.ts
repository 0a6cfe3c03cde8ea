import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const features = fileURLToPath(new URL("../features", import.meta.url));

/** A long text whose keystrokes go straight into a state of the component, which is gone when the component is. */
const intoState = /<TextArea(?:(?!\/>)[\s\S])*onChange=\{\((\w+)\) => set[A-Z]\w*\(\1\.target\.value\)\}/;

test("no long text that a person writes lives in the page alone: it goes to the answers or to a kept form", () => {
  const files = readdirSync(features, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));
  expect(files.length).toBeGreaterThan(50);
  expect(intoState.test("<TextArea label={x} onChange={(event) => setBody(event.target.value)} />")).toBe(true);
  const forgetful = files.filter((file) => intoState.test(readFileSync(`${features}/${file}`, "utf8")));
  expect(forgetful).toEqual([]);
});
