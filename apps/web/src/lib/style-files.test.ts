import { afterEach, expect, test, vi } from "vitest";
import { loadStyles } from "./style-files.ts";

/** A link of the document: `rels` is what it was told to be. */
class Link extends EventTarget {
  readonly href = "/assets/open-1.css";
  readonly rels: string[] = [];
  sheet: object | null = null;
  set rel(rel: string) {
    this.rels.push(rel);
  }
  get rel() {
    return this.rels.at(-1) ?? "styles";
  }
}

function documentWith(link: Link | null, readyState = "complete") {
  vi.stubGlobal("document", { readyState, querySelector: () => link });
}
afterEach(() => {
  vi.unstubAllGlobals();
});

test("the page waits until the styles are there, and they are asked for once", async () => {
  const link = new Link();
  documentWith(link);
  let isThere = false;
  const both = Promise.all([loadStyles(["open"]), loadStyles(["open"])]).then(() => {
    isThere = true;
  });
  await Promise.resolve();
  expect([isThere, link.rels]).toEqual([false, ["styles", "stylesheet"]]);
  link.dispatchEvent(new Event("load"));
  await both;
  expect(link.rels).toHaveLength(2);
});

test("styles that do not come are missing like any part, and are asked for anew", async () => {
  const link = new Link();
  documentWith(link);
  const first = loadStyles(["form"]);
  link.dispatchEvent(new Event("error"));
  await expect(first).rejects.toThrow(/preload CSS/);
  const second = loadStyles(["form"]);
  expect(link.rels).toEqual(["styles", "stylesheet", "styles", "stylesheet"]);
  link.dispatchEvent(new Event("load"));
  await second;
});

test("what the document loads itself is not asked for twice, nor what is there, nor what no document names", async () => {
  const link = new Link();
  link.rel = "stylesheet";
  documentWith(link, "interactive");
  const coming = loadStyles(["work"]);
  link.dispatchEvent(new Event("load"));
  await coming;
  const there = new Link();
  there.sheet = {};
  documentWith(there);
  await loadStyles(["work"]);
  expect([link.rels, there.rels]).toEqual([["stylesheet"], []]);
  documentWith(null);
  await loadStyles(["work"]);
});
