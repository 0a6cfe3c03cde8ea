import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { languages } from "@avances/domain/catalogue";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { preferredLanguage, saveLanguage } from "#i18n/language.ts";
import { junkTexts } from "#testing/junk.ts";
import { closedStorage, memoryStorage } from "#testing/storage.ts";
import { readSetting, writeSetting } from "./setting.ts";

const firstPaint = readFileSync(fileURLToPath(new URL("../../public/first-paint.js", import.meta.url)), "utf8");

/** The theme at the start of the page, as the script in its head decides. */
function themeAtFirst(storage: () => Storage): string | undefined {
  const attributes = new Map<string, string>();
  class Element {}
  Object.assign(Element.prototype, { noModule: true, inert: true });
  const root = { lang: "", dataset: {}, setAttribute: (name: string, value: string) => attributes.set(name, value) };
  const window = { CSS: { supports: () => true } };
  const page = {
    document: { documentElement: root, addEventListener: () => undefined, querySelectorAll: () => [] },
    location: { pathname: "/es" },
    navigator: {},
    window,
    CSS: window.CSS,
  };
  class MutationObserver {
    observe(): void {}
  }
  const global = { ...page, MutationObserver, HTMLScriptElement: Element, HTMLElement: Element, structuredClone, JSON };
  Object.defineProperty(global, "localStorage", { get: storage });
  runInNewContext(firstPaint, global);
  expect(root.lang).toBe("es");
  return attributes.get("data-theme");
}

describe("what a reader chose about the pages", () => {
  afterEach(() => vi.unstubAllGlobals());
  const use = (storage: Storage) => vi.stubGlobal("localStorage", storage);

  test("comes back, with its shape and release, also before anything is loaded", () => {
    const storage = memoryStorage();
    use(storage);
    for (const theme of ["dark", "light"] as const) {
      writeSetting("theme", theme);
      expect(readSetting("theme", ["light", "dark"])).toBe(theme);
      expect(themeAtFirst(() => storage)).toBe(theme);
    }
    expect(JSON.parse(storage.getItem("avances.theme") ?? "")).toEqual({
      shape: 1,
      release: expect.any(String),
      data: "light",
    });
    writeSetting("theme", null);
    expect(storage.length).toBe(0);
    saveLanguage("es");
    vi.stubGlobal("navigator", { languages: ["en-US"] });
    expect(preferredLanguage()).toBe("es");
  });

  test("whatever stands at its keys is a choice or none, and locks no page", () => {
    vi.stubGlobal("navigator", { languages: ["fr", "en-GB"] });
    fc.assert(
      fc.property(junkTexts, (raw) => {
        const storage = memoryStorage({ "avances.theme": raw, "avances.language": raw });
        use(storage);
        expect([undefined, "light", "dark"]).toContain(themeAtFirst(() => storage));
        expect([undefined, "light", "dark"]).toContain(readSetting("theme", ["light", "dark"]));
        expect(languages).toContain(preferredLanguage());
      }),
      { numRuns: 200 },
    );
  });

  test("a storage that is closed to us is no choice, and choosing throws nothing", () => {
    vi.stubGlobal("navigator", { languages: [] });
    vi.stubGlobal("localStorage", undefined);
    Object.defineProperty(globalThis, "localStorage", { get: closedStorage, configurable: true });
    expect(themeAtFirst(closedStorage)).toBeUndefined();
    expect(preferredLanguage()).toBe("es");
    expect(() => saveLanguage("en")).not.toThrow();
  });
});
