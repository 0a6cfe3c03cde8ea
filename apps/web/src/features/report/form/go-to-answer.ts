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

/** Below the bar and above the fold; what is in view is not moved. */
function bringIntoView(article: HTMLElement, target: HTMLElement | null): void {
  const top = Number.parseFloat(getComputedStyle(article).scrollMarginBlockStart) || 0;
  const whole = article.getBoundingClientRect();
  const field = (target ?? article).getBoundingClientRect();
  const foot = window.innerHeight - 80;
  if (whole.top >= top && field.bottom <= foot) return;
  article.scrollIntoView({ block: "start" });
  // A field far below the head of its answer counts more than the head.
  target?.scrollIntoView({ block: "nearest" });
}
