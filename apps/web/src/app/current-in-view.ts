/**
 * On narrow screens the links of a navigation stand in one line that scrolls sideways: the one for the page that is shown is brought into
 * sight, or nobody sees where they are. Nothing else moves.
 */
export function currentInView(): void {
  sizes.disconnect();
  // It looks at once, and again when a line gets wider: with its own letters, or with a link more.
  for (const current of currentLinks())
    for (const link of current.closest("nav")?.querySelectorAll("a") ?? []) sizes.observe(link);
}

const currentLinks = () => document.querySelectorAll<HTMLElement>('nav a[aria-current="page"]');
const sizes = new ResizeObserver(bring);

function bring(): void {
  for (const current of currentLinks()) {
    const line = lineOf(current);
    if (line === null) continue;
    const [link, box] = [current.getBoundingClientRect(), line.getBoundingClientRect()];
    // With a part of the neighbours, so that one sees that there is more.
    const over = Math.max(0, link.right + neighbour - box.right);
    const under = Math.max(0, box.left + neighbour - link.left);
    line.scrollLeft += over > 0 ? over : -under;
  }
}

const neighbour = 40;

/** The element around it that scrolls sideways and now has more than fits. */
function lineOf(link: HTMLElement): HTMLElement | null {
  for (let at = link.parentElement; at !== null && at.tagName !== "BODY"; at = at.parentElement) {
    if (at.scrollWidth > at.clientWidth && getComputedStyle(at).overflowX === "auto") return at;
    if (at.tagName === "NAV") return null;
  }
  return null;
}
