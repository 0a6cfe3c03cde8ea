/**
 * Removes, before any script of the page runs, what the oldest supported browsers (Chrome 109, Firefox 115 and
 * Safari 16.4) lack. Runs in the page.
 */
export function likeTheFloor(): void {
  const lacking: readonly (readonly [object | undefined, readonly string[]])[] = [
    [Array.prototype, ["toSorted", "toReversed", "toSpliced", "with"]],
    [Array, ["fromAsync"]],
    [Object, ["groupBy"]],
    [Map, ["groupBy"]],
    [Promise, ["withResolvers", "try"]],
    [Set.prototype, ["union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf"]],
    [String.prototype, ["isWellFormed", "toWellFormed"]],
    [URL, ["canParse", "parse"]],
    [URLSearchParams.prototype, ["size"]],
    [AbortSignal, ["any"]],
    [(globalThis as { Iterator?: { prototype: object } }).Iterator?.prototype, ["map", "filter", "toArray", "some"]],
    [Element.prototype, ["checkVisibility", "setHTMLUnsafe"]],
    [HTMLElement.prototype, ["showPopover", "togglePopover", "hidePopover"]],
    [Document.prototype, ["startViewTransition"]],
    [Intl, ["DurationFormat"]],
  ];
  for (const [owner, names] of lacking) {
    for (const name of names) if (owner) Reflect.deleteProperty(owner, name);
  }
}
