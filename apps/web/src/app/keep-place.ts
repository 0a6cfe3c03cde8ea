/**
 * What somebody presses often vanishes by its act: a form that was sent, the row of a reminder that was withdrawn, a link to another view.
 * The browser then puts the focus on the page as a whole, which nobody sees, and a screen reader begins anew. From here on the focus goes
 * to what is left of the place instead (what only moved keeps it): the sentence that says what was done, or else the heading above. Where a page moves the focus by
 * itself (`stay.ts`), or the person does, nothing happens here.
 */
export function keepPlace(): () => void {
  /** What has the focus, and everything around it, from the inside out. */
  let way: readonly Element[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const remember = ({ target }: Event) => {
    way = target instanceof Element ? [...wayFrom(target)] : [];
  };
  // Whoever presses on an empty spot wants the focus nowhere.
  const forget = () => {
    way = [];
  };
  const look = () => {
    waiting = undefined;
    const [held] = way;
    if (held === undefined || !isNowhere()) return;
    // Switched off only while its act was under way, or moved to another place of its list, which takes the focus from it.
    if (canHold(held)) (held as HTMLElement).focus({ preventScroll: true });
    else go(way);
  };
  const changes = new MutationObserver(() => {
    if (waiting === undefined && way[0] !== undefined && isNowhere()) waiting = setTimeout(look, patienceMs);
  });

  document.addEventListener("focusin", remember);
  document.addEventListener("pointerdown", forget);
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ["open", "disabled"] });
  return () => {
    clearTimeout(waiting);
    changes.disconnect();
    document.removeEventListener("focusin", remember);
    document.removeEventListener("pointerdown", forget);
  };
}

/** Long enough for a page that moves the focus itself once it is drawn, too short to be noticed. */
const patienceMs = 80;
const places = "dialog, form, article, section, main";
const headings = "h1, h2, h3";

function* wayFrom(start: Element) {
  for (let at: Element | null = start; at !== null; at = at.parentElement) yield at;
}

/** Drawn, and able to have the focus: a button that is switched off when its act is done loses it as well. */
const canHold = (element: Element) => isThere(element) && !element.matches(":disabled");
const isThere = (element: Element) => element.isConnected && element.getClientRects().length > 0;

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

/** The nearest place that is still there and has something to stand on. */
function go(way: readonly Element[]): void {
  for (const place of way) {
    if (!place.matches(places) || !isThere(place)) continue;
    const marks = [
      ...place.querySelectorAll<HTMLElement>('[data-tone="done"]'),
      ...place.querySelectorAll<HTMLElement>(headings),
    ];
    const mark = marks.find(isThere);
    if (mark === undefined) continue;
    if (!mark.hasAttribute("tabindex")) mark.tabIndex = -1;
    mark.focus();
    return;
  }
}
