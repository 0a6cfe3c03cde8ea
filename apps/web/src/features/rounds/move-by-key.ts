import type { KeyboardEvent } from "react";

/** Down and up go from the country in which the focus is to the next and the previous one; all other keys do what they always do. */
export function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const handles = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-board=handle]")];
  const line = event.target.closest("tr, li");
  const place = handles.findIndex((handle) => handle.closest("tr, li") === line);
  const next = handles[place + step];
  if (place < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
