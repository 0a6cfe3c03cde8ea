import { useEffect } from "react";
import type { ListActs } from "./list-acts.ts";

/**
 * The keys of the form, in one place. Whatever handles a key itself (a grid, a dialog) prevents its default and is left alone.
 *
 * Enter: next field, after the last the next missing answer · Escape: close · 0 to 9: the level, in a proposal and among levels ·
 * Alt ↓ ↑: next, previous missing · Alt Enter: details · Ctrl Z outside of fields: undo the last act.
 */
export function useFormKeys(acts: ListActs): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]") !== null) return;
      if (handle(event, acts)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [acts]);
}

/** True when the key was used. */
function handle(event: KeyboardEvent, acts: ListActs): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const at = event.target instanceof HTMLElement ? event.target : null;
  const isCommand = ctrlKey || metaKey;
  if (altKey && !isCommand && !shiftKey && (key === "ArrowDown" || key === "ArrowUp")) {
    // In a list to choose from, the same keys open it.
    if (at instanceof HTMLSelectElement || at?.getAttribute("role") === "combobox") return false;
    acts.missing(key === "ArrowDown" ? 1 : -1);
    return true;
  }
  if (isCommand && !altKey && !shiftKey && key.toLowerCase() === "z") {
    if (isTextField(at)) return false;
    acts.undo();
    return true;
  }
  const code = at?.closest<HTMLElement>("article[data-code]")?.dataset.code;
  return at === null || code === undefined ? false : handleInside(event, at, code, acts);
}

function handleInside(event: KeyboardEvent, at: HTMLElement, code: string, acts: ListActs): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isPlain = !(altKey || ctrlKey || metaKey || shiftKey);
  if (isPlain && key === "Escape") {
    acts.close(code);
    return true;
  }
  if (altKey && !ctrlKey && !metaKey && !shiftKey && key === "Enter") {
    acts.details(code);
    return true;
  }
  if (isPlain && /^\d$/.test(key) && isAmongLevels(at, code)) {
    acts.choose(code, Number(key));
    return true;
  }
  if (key !== "Enter" || altKey || at.closest("[data-answer], [data-details]") === null) return false;
  return enter(event, at, code, acts);
}

function enter(event: KeyboardEvent, at: HTMLElement, code: string, acts: ListActs): boolean {
  const isSend = event.ctrlKey || event.metaKey;
  if (at instanceof HTMLTextAreaElement) {
    // A reason is one sentence; everywhere else a plain Enter begins a new line.
    if (!isSend && (event.shiftKey || at.closest("[data-reason]") === null)) return false;
    // A note is sent by its own button.
    if (at.closest("form") !== null) return false;
    acts.next(code);
    return true;
  }
  if (!(at instanceof HTMLInputElement) || event.shiftKey || at.closest("form") !== null) return false;
  if (at.type === "radio") {
    acts.next(code);
    return true;
  }
  if (at.type !== "text" && at.type !== "url") return false;
  const fields = [
    ...(at
      .closest("[data-value], [data-place]")
      ?.querySelectorAll<HTMLInputElement>("input:not([type=radio], [type=checkbox], :disabled)") ?? []),
  ];
  const next = fields[fields.indexOf(at) + 1];
  if (next !== undefined) next.focus();
  else acts.next(code);
  return true;
}

function isAmongLevels(at: HTMLElement, code: string): boolean {
  if (at.closest("[data-proposal]") !== null) return true;
  return at instanceof HTMLInputElement && at.type === "radio" && at.name === `${code}-level`;
}

function isTextField(at: HTMLElement | null): boolean {
  if (at === null) return false;
  if (at instanceof HTMLInputElement) return at.type !== "radio" && at.type !== "checkbox";
  return at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement || at.isContentEditable;
}
