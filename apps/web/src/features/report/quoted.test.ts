import { expect, test } from "vitest";
import { quoted, withoutStop } from "./quoted.ts";

test("a quotation has the marks of the page's language, and one full stop after it", () => {
  expect(`${quoted("Law 9095.", "en")}.`).toBe("“Law 9095”.");
  expect(`${quoted(" Ley 9095. ", "es")}.`).toBe("«Ley 9095».");
  expect(quoted("Is there a law?", "en")).toBe("“Is there a law?”");
});

test("what was left open stays open", () => {
  expect(["And so on...", "And so on…", "p. 12", "p. 12."].map(withoutStop)).toEqual([
    "And so on...",
    "And so on…",
    "p. 12",
    "p. 12",
  ]);
});
