/**
 * What the code uses and the oldest browsers that work (`floor` in vite.config.ts) lack: where it belongs, and how it is called there.
 * The types know nothing newer: `lib` in `tsconfig.json`, this list and `added-to-old-browser.ts` go together.
 */
const newer: readonly (readonly [object, string])[] = [
  [Array.prototype, "toReversed"],
  [Array.prototype, "toSorted"],
  [Array.prototype, "toSpliced"],
  [Array.prototype, "with"],
  [Map, "groupBy"],
  [Object, "groupBy"],
  [String.prototype, "isWellFormed"],
  [URL, "canParse"],
  [URLSearchParams.prototype, "size"],
];

/** Does this browser lack any of it? Those of 2024 and later lack nothing, and load nothing for it. */
export function isOldBrowser(): boolean {
  return newer.some(([owner, name]) => !(name in owner));
}
