/**
 * Puts every control back to what the server drew, so that it says what the page shows, and remembers what the reader
 * had chosen before its code was there; the returned function chooses it again.
 */
export function takeEarlyChoices(root: HTMLElement): () => void {
  const again: (() => void)[] = [];
  for (const list of root.querySelectorAll("select")) {
    const drawn = [...list.options].findIndex(({ defaultSelected }) => defaultSelected);
    const chosen = list.selectedIndex;
    if (chosen === Math.max(0, drawn)) continue;
    list.selectedIndex = Math.max(0, drawn);
    again.push(() => {
      list.selectedIndex = chosen;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  for (const field of root.querySelectorAll("input")) {
    const { type, checked, value } = field;
    if (type === "radio" || type === "checkbox") {
      if (checked === field.defaultChecked) continue;
      // Of radio buttons the one that was chosen is pressed again, which lets go of the other.
      if (type === "checkbox" || checked) again.push(() => field.click());
    } else if (value !== field.defaultValue) {
      again.push(() => {
        // Past the setter by which React notices its own changes.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      field.value = field.defaultValue;
    }
  }
  for (const field of root.querySelectorAll("input")) field.checked = field.defaultChecked;
  return () => {
    for (const act of again) act();
  };
}

/** The button that was pressed before its code was there, as `public/first-paint.js` noted it; the returned function presses it. */
export function takePressed(): () => void {
  let { pressed } = window as { pressed?: HTMLElement | undefined };
  // Whoever presses while React takes the page over is answered by React, and must not be answered twice.
  const forget = ({ isTrusted, target }: Event) => {
    if (isTrusted && target instanceof Element && target.closest("button")) pressed = undefined;
  };
  addEventListener("click", forget, true);
  return () => {
    removeEventListener("click", forget, true);
    if (pressed?.isConnected) pressed.click();
  };
}
