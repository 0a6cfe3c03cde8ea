/**
 * Lets the browser's page translation and React work on the same page. Translation replaces each text node by an element of its own;
 * React still holds the text node, fails when it removes it or inserts beside it (the page would crash in the
 * middle of an answer), and writes new words into a text that nobody sees (the page would go on saying "Saving …").
 *
 * The rule: before React touches a text that translation replaced, the text is put back in its place. Translation sees a new text there
 * and translates it again. Known upstream as facebook/react#11538; the only other remedy would be to wrap each loose text of every page,
 * ours and the libraries', in an element of its own.
 *
 * Words inside a drawing are not translated: SVG does not show the elements that translation inserts, so axes, names and
 * figures of every chart would vanish. `public/first-paint.js` marks each one before translation can see it. The table under the chart has the same words
 * and can be translated.
 */
export function livesWithPageTranslation(): void {
  const standIns = new WeakMap<Node, Element>();
  const observer = new MutationObserver(note);
  observer.observe(document.documentElement, { childList: true, subtree: true });

  /** Remembers what translation replaced: it either replaces the text, or inserts its element beside the text and then removes the text. */
  function note(changes: readonly MutationRecord[]): void {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
      const standIn = [...addedNodes, previousSibling, nextSibling].find(isTranslation);
      if (!standIn) continue;
      for (const node of removedNodes) if (node instanceof Text) standIns.set(node, standIn);
    }
  }

  /** Puts the text back where translation removed it, if it did. */
  function restore(node: Node): void {
    note(observer.takeRecords());
    const standIn = standIns.get(node);
    standIns.delete(node);
    if (node.parentNode === null && standIn?.isConnected) standIn.replaceWith(node);
  }

  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode !== this) restore(child);
    if (child.parentNode === this) return removeChild.call(this, child) as T;
    // An element that translation moved into its own, or a text whose replacement has gone together with its parent.
    return child.parentNode && this.contains(child) ? (removeChild.call(child.parentNode, child) as T) : child;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, child: T, before: Node | null): T {
    if (before && before.parentNode !== this) restore(before);
    const place = before === null || before.parentNode === this ? before : childAround(this, before);
    return insertBefore.call(this, child, place) as T;
  };
  const value = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
  Object.defineProperty(Node.prototype, "nodeValue", {
    ...value,
    set(this: Node, text: string | null) {
      if (this.parentNode === null) restore(this);
      value?.set?.call(this, text);
    },
  });
}

function isTranslation(node: Node | null): node is Element {
  return node instanceof HTMLElement && node.localName === "font";
}

/** The child of `parent` that now contains `node`; null when it is elsewhere. */
function childAround(parent: Node, node: Node): Node | null {
  let around: Node | null = node;
  while (around && around.parentNode !== parent) around = around.parentNode;
  return around;
}
