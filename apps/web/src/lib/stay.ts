/**
 * For a button that disappears when pressed: the focus goes to the element around it (`data-stay`, `tabIndex={-1}`) instead of
 * the top of the page.
 */
export function stay(pressed: HTMLElement): void {
  pressed.closest<HTMLElement>("[data-stay]")?.focus({ preventScroll: true });
}

/**
 * The same for a button, or a form, that disappears when its act is done: call it when it is pressed, and what it returns when the act is over.
 * Whoever has gone on meanwhile stays where they are.
 */
export function stayAfter(pressed: HTMLElement): () => void {
  const place = pressed.closest<HTMLElement>("[data-stay]");
  return () => {
    const now = document.activeElement;
    if (now === null || now === document.body || pressed.contains(now)) place?.focus({ preventScroll: true });
  };
}

/** For a button inside a field's message: the focus goes back into the field. */
export function backToField(pressed: HTMLElement): void {
  pressed
    .closest("[data-field]")
    ?.querySelector<HTMLElement>("input, textarea, select")
    ?.focus({ preventScroll: true });
}
