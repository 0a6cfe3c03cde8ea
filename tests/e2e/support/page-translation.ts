/**
 * Does to a page, again and again, what a browser's built-in translation does: puts each text into elements of its own. Runs in the page;
 * may start before the page has any content.
 */
export function translatePage(): void {
  if (document.readyState === "loading") {
    addEventListener("DOMContentLoaded", translatePage);
    return;
  }
  const left = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TITLE", "TEXTAREA", "FONT"]);
  const one = (text: Node) => {
    if (!text.parentElement || !text.nodeValue?.trim() || left.has(text.parentElement.nodeName)) return;
    if (text.parentElement.closest(".notranslate, [translate=no]")) return;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = text.nodeValue;
    outer.append(inner);
    text.parentElement.replaceChild(outer, text);
  };
  const all = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Node[] = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    found.forEach(one);
  };
  all(document.body);
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.nodeType === Node.TEXT_NODE) one(node);
      else if (node.nodeType === Node.ELEMENT_NODE && node.nodeName !== "FONT") all(node);
    }
  }).observe(document.body, { childList: true, subtree: true });
}
