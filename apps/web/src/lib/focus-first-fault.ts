const faulty = "[aria-invalid=true], [data-faulty] :is(input:not(:disabled), summary), [data-error]";
const fields = ":is(input, select, textarea, summary, button):not(:disabled)";

/** What the server refused is drawn some frames after its answer came. */
const mostFrames = 12;

/** After a refused form: moves the focus to the first field with an error (of a group to the first of its fields in sight), once the error is on the page. */
export function focusFirstFault(form: HTMLFormElement | null, frames = mostFrames): void {
  requestAnimationFrame(() => {
    const found = [...(form?.querySelectorAll<HTMLElement>(faulty) ?? [])].map(fieldOf);
    const first = found.find((field) => field !== null && field.getClientRects().length > 0) ?? undefined;
    if (first !== undefined) first.focus();
    else if (frames > 1) focusFirstFault(form, frames - 1);
  });
}

/** The field itself; of a sentence below a choice of several fields, which no single field can be marked for, the first of them. */
function fieldOf(marked: HTMLElement): HTMLElement | null {
  if (!marked.matches("[data-error]")) return marked;
  const group = marked.parentElement;
  // What stands beside the button is seen by whoever pressed it.
  return group === null || group.matches("form, [role=alert]") ? null : group.querySelector<HTMLElement>(fields);
}
