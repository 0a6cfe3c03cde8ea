/**
 * For a button that disappears when pressed: the focus goes to the element around it (`data-stay`, `tabIndex={-1}`) instead of
 * the top of the page.
 */
export function stay(pressed: HTMLElement): void {
  pressed.closest<HTMLElement>("[data-stay]")?.focus({ preventScroll: true });
}

/** For a button inside a field's message: the focus goes back into the field. */
export function backToField(pressed: HTMLElement): void {
  pressed
    .closest("[data-field]")
    ?.querySelector<HTMLElement>("input, textarea, select")
    ?.focus({ preventScroll: true });
}
