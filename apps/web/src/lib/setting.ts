import { isShape, isText } from "./read-kept.ts";
import { release } from "./release.ts";

/** What a reader chose about the pages themselves, kept in this browser for everybody who uses it. Holds nothing of anybody's work. */
export type SettingName = "theme" | "language" | "searchKey";

/** The shape in this release. `public/first-paint.js` reads the theme by itself, before anything is loaded. */
const shape = 1;
const isSetting = isShape<{ shape: number; release: string; data: string }>({
  shape: (value): value is number => value === shape,
  release: isText,
  data: isText,
});

const keyOf = (name: SettingName) => `avances.${name}`;

/** The stored choice, if it is one of these; anything else, or inaccessible storage, counts as no choice. */
export function readSetting<const T extends string>(name: SettingName, allowed: readonly T[]): T | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? "null");
    return isSetting(kept) ? allowed.find((one) => one === kept.data) : undefined;
  } catch {
    return undefined;
  }
}

/** Stores the choice (null = removes it). If it cannot be stored, it lasts as long as the page. */
export function writeSetting(name: SettingName, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify({ shape, release, data: value }));
  } catch {
    // Nothing is lost.
  }
}
