/**
 * For a key that disappears by being pressed: the focus stays in its surroundings (`data-stay`, `tabIndex={-1}`) instead of falling to
 * the top of the page.
 */
export function stay(pressed: HTMLElement): void {
  pressed.closest<HTMLElement>("[data-stay]")?.focus({ preventScroll: true });
}

/** For a key inside a field's message: the focus goes back into the field. */
export function backToField(pressed: HTMLElement): void {
  pressed
    .closest("[data-field]")
    ?.querySelector<HTMLElement>("input, textarea, select")
    ?.focus({ preventScroll: true });
}
