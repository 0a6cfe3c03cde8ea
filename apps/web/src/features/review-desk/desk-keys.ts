/** Where a key that is not for a field may act. */
const fields = "input, textarea, select, [contenteditable]";

/**
 * What a key does on an answer: says seen, question or reservation (1, 2, 3), or goes to the next or previous answer (J, K). Only while the focus is within
 * an answer and not in a field, so that nobody marks by writing.
 */
export function actByKey(event: {
  readonly key: string;
  readonly target: EventTarget | null;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  preventDefault(): void;
}): void {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement) || target.matches(fields))
    return;
  const article = target.closest<HTMLElement>("article");
  if (article === null) return;
  const verdict = { 1: "seen", 2: "question", 3: "reservation" }[key];
  if (verdict !== undefined) {
    event.preventDefault();
    // The answer keeps the focus, unless the act opens a field and takes it there.
    article.querySelector<HTMLButtonElement>(`[data-verdict="${verdict}"]`)?.click();
    return;
  }
  const step = { j: 1, k: -1 }[key.toLowerCase()];
  if (step === undefined) return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLElement>("article[data-answer]")];
  const next = all[all.indexOf(article) + step];
  next?.querySelector<HTMLElement>("h3")?.focus();
}
