import type { IndicatorCode } from "@avances/domain/catalogue";

/** Where the cursor goes in an answer. */
export type Place = "answer" | "line" | "evidence" | "comment" | "details";

const fields = "input:not(:disabled), textarea, select";

/** Puts the cursor into an answer that is shown, and brings it into view. False while the place is not there: the cursor then stands on its line. */
export function goToAnswer(code: IndicatorCode, place: Place): boolean {
  const article = document.getElementById(code);
  if (article === null) return true;
  const details = article.querySelector<HTMLDetailsElement>("[data-details]");
  if (place !== "answer" && place !== "line" && details !== null) details.open = true;
  const found = targetIn(article, place);
  const target = found ?? document.getElementById(`line-${code}`);
  target?.focus({ preventScroll: true });
  bringIntoView(article, target);
  return found !== null || place === "line" || place === "answer";
}

function targetIn(article: HTMLElement, place: Place): HTMLElement | null {
  switch (place) {
    case "line":
      return null;
    case "answer":
      return (
        article.querySelector<HTMLElement>("[data-clash]") ??
        article.querySelector<HTMLElement>("[data-proposal] button") ??
        firstField(article, "[data-answer]", fields)
      );
    case "evidence":
    case "comment":
      return firstField(article, `[data-place="${place}"]`, `${fields}, button`);
    case "details":
      // Their row alone: what they hold is still coming.
      if (article.querySelector("[data-details] > :not(summary)") === null) return null;
      return (
        firstField(article, "[data-details]", `${fields}, button`) ??
        article.querySelector<HTMLElement>("[data-details] summary")
      );
  }
}

/** Of a group of choices the chosen one: arrows go on from there. */
function firstField(article: HTMLElement, place: string, wanted: string): HTMLElement | null {
  const first = article.querySelector(place)?.querySelector<HTMLElement>(wanted) ?? null;
  if (!(first instanceof HTMLInputElement) || first.type !== "radio") return first;
  return article.querySelector<HTMLInputElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first;
}

/** What of the window is free: below the bar, and above what is fixed at its end. */
function viewOf(article: HTMLElement): { readonly top: number; readonly foot: number } {
  const top = Number.parseFloat(getComputedStyle(article).scrollMarginBlockStart) || 0;
  return { top, foot: window.innerHeight - 80 };
}

/**
 * Below the bar and above the fold; what is in view is not moved. Where a question stands between the head of an answer and its field, and the window is
 * too low for all of them, the cursor is where the question can be replied to: whoever is asked reads what, and about what, first.
 */
function bringIntoView(article: HTMLElement, target: HTMLElement | null): void {
  const { top, foot } = viewOf(article);
  const whole = article.getBoundingClientRect();
  const field = (target ?? article).getBoundingClientRect();
  if (whole.top >= top && field.bottom <= foot) return;
  article.scrollIntoView({ block: "start" });
  if (target === null) return;
  const after = target.getBoundingClientRect();
  if (after.bottom <= foot) return;
  const reply = article.querySelector<HTMLElement>('[data-question][data-open="true"] textarea');
  const end = reply?.getBoundingClientRect().bottom;
  if (reply !== null && reply !== target && end !== undefined && end <= foot) {
    reply.focus({ preventScroll: true });
    return;
  }
  // A field far below the head of its answer counts more than the head; of the head as much stays as there is room for.
  window.scrollBy(0, Math.min(after.bottom - foot, after.top - top));
}

const settlesWithinMs = 5_000;
/** More than a page needs to settle: if something else moves it as well, the two do not go on for ever. */
const mostMoves = 20;
const moves = ["pointerdown", "wheel", "touchmove", "keydown"] as const;

/**
 * The answer at which a page begins stays in view while the rest of the page comes: notes above it, a question inside it. Until somebody moves, or the
 * cursor is elsewhere.
 */
export function holdInView(code: IndicatorCode): void {
  const article = document.getElementById(code);
  if (article === null) return;
  let left = mostMoves;
  const look = () => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || !article.contains(at)) return;
    const { top, foot } = viewOf(article);
    const edge = at.getBoundingClientRect();
    // Of something longer than the window its beginning counts.
    const isInView = edge.top >= top - 1 && edge.top + Math.min(edge.height, 40) <= foot;
    // What comes inside the answer, a question above its field, may have kept the field where it was and pushed the head out.
    const head = article.getBoundingClientRect().top;
    const fits = edge.bottom - head <= foot - top;
    if (isInView && (head >= top - 1 || !fits)) return;
    bringIntoView(article, at);
    left -= 1;
    if (left === 0) stop();
  };
  const observer = new ResizeObserver(look);
  observer.observe(document.body);
  observer.observe(article);
  // The router goes to the top of a page that it has drawn.
  window.addEventListener("scroll", look);
  const stop = () => {
    observer.disconnect();
    window.removeEventListener("scroll", look);
    clearTimeout(timer);
    for (const move of moves) window.removeEventListener(move, stop, { capture: true });
  };
  const timer = setTimeout(stop, settlesWithinMs);
  for (const move of moves) window.addEventListener(move, stop, { capture: true });
}
