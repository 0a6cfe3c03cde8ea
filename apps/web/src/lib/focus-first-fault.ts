const faulty = "[aria-invalid=true], [data-faulty] :is(input:not(:disabled), summary)";

/** What the server refused is drawn some frames after its answer came. */
const mostFrames = 12;

/** After a refused form: moves the focus to the first field with an error (of a group to the first of its fields in sight), once the error is on the page. */
export function focusFirstFault(form: HTMLFormElement | null, frames = mostFrames): void {
  requestAnimationFrame(() => {
    const fields = [...(form?.querySelectorAll<HTMLElement>(faulty) ?? [])];
    const first = fields.find((field) => field.getClientRects().length > 0);
    if (first !== undefined) first.focus();
    else if (frames > 1) focusFirstFault(form, frames - 1);
  });
}
