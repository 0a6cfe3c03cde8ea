/**
 * Library functions that the code uses and the oldest supported browsers (`floor` in vite.config.ts) lack: owner and name. The types know
 * nothing newer: `lib` in `tsconfig.json`, this list and `added-to-old-browser.ts` belong together.
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

/** Does this browser lack any of them? Browsers from 2024 on lack none and load nothing for it. */
export function isOldBrowser(): boolean {
  return newer.some(([owner, name]) => !(name in owner));
}
