import type { Locator, Page } from "playwright";

const longestWay = 400;

/**
 * Presses Tab until the target has the focus. At every stop the focus must be on a visible element that shows it; throws
 * if it is not, or if the target is never reached.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const stops: string[] = [];
  // Found once, and again only after it was redrawn: finding by role takes far longer than a key press.
  let element = await target.elementHandle();
  for (let presses = 0; presses < longestWay; presses += 1) {
    await page.keyboard.press("Tab");
    let stop = await page.evaluate(focusedStop, element);
    if (stop.isGone) {
      element = await target.elementHandle();
      stop = await page.evaluate(focusedStop, element);
    }
    stops.push(stop.name);
    if (stop.fault !== null)
      throw new Error(`The focus ${stop.fault}: ${stop.name}. On the way: ${stops.slice(-6).join(" → ")}`);
    if (stop.isThere) return;
  }
  throw new Error(`${target} was not reached by Tab. The last stops: ${stops.slice(-12).join(" → ")}`);
}

interface Stop {
  readonly name: string;
  readonly fault: string | null;
  /** The target has the focus. */
  readonly isThere: boolean;
  /** The target is no longer on the page. */
  readonly isGone: boolean;
}

/**
 * Runs in the page. Not faults: the browser's own frame (`body`) after the last element, and a heading that gets the focus on a new
 * page; neither can be operated.
 */
function focusedStop(target: Node | null): Stop {
  const element = document.activeElement;
  const end = { isThere: target !== null && element === target, isGone: !target?.isConnected };
  if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
    return { name: "(frame of the browser)", fault: null, ...end };
  const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
  const name = `<${element.tagName.toLowerCase()}> ${words.trim().slice(0, 40)}`;
  // As the browser did when it got the focus: what was drawn since may have moved it.
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
  const box = element.getBoundingClientRect();
  const isSeen = box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
  if (!isSeen) return { name, fault: "stands on something that is not seen", ...end };
  if (element instanceof HTMLElement && element.tabIndex === -1) return { name, fault: null, ...end };
  // The calendar inside a date field, and its focus mark, belong to the browser.
  if (element instanceof HTMLInputElement && element.type === "date") return { name, fault: null, ...end };
  // In sight, and not behind what stays while the rest scrolls (a bar at the foot, the head of a dialog).
  const [top, bottom] = [Math.max(0, box.top), Math.min(window.innerHeight, box.bottom)];
  const [left, right] = [Math.max(0, box.left), Math.min(window.innerWidth, box.right)];
  if (bottom - top < 1 || right - left < 1) return { name, fault: "is out of sight", ...end };
  const spots = [top + 2, (top + bottom) / 2, bottom - 2].map((y) => document.elementFromPoint((left + right) / 2, y));
  const own = element.closest("label") ?? element;
  const isShown = spots.some((spot) => spot !== null && (own.contains(spot) || spot.contains(element)));
  if (!isShown) return { name, fault: "is covered", ...end };
  const isMarked = [element, element.nextElementSibling, element.closest("label")].some((one) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
  return { name, fault: isMarked ? null : "is not marked", ...end };
}
