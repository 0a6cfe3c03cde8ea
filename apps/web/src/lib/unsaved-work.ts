import { useMemo, useSyncExternalStore } from "react";
import { type Aside, type Place, type ShelfState, shelf } from "./shelf.ts";
import { type KeptFormKind, keptForms } from "./use-kept-form.ts";

/** One text that a person has written and the server does not have. */
export type UnsavedItem =
  | { readonly what: "answer"; readonly submissionId: string; readonly code: string }
  /** `code` is null for a note on the whole report. */
  | { readonly what: "note"; readonly submissionId: string; readonly code: string | null }
  /** `of`: what the form is about, from its name. */
  | { readonly what: Exclude<KeptFormKind, "note">; readonly of: readonly string[] }
  /** Kept by a release that this one does not know; nothing more is known about it. */
  | { readonly what: "other" };

export interface UnsavedWork extends Pick<ShelfState, "trouble" | "isHeld"> {
  readonly items: readonly UnsavedItem[];
  readonly aside: readonly Aside[];
}

/** What the name of an entry on the shelf says about it. */
export function unsavedItem({ kind, name }: Pick<Place, "kind" | "name">): UnsavedItem {
  const [first = "", second = "", ...rest] = name.split(".");
  if (kind === "answer") return { what: "answer", submissionId: first, code: [second, ...rest].join(".") };
  const form = keptForms.find((one) => one === first);
  if (form === undefined) return { what: "other" };
  if (form !== "note") return { what: form, of: [second, ...rest] };
  const code = rest.join(".");
  return { what: "note", submissionId: second, code: code === "report" ? null : code };
}

/** Is something of this person only in this page, because the browser does not store it? null = nobody. */
export function useHeldWork(userId: string | null): boolean {
  return useSyncExternalStore(shelf.subscribe, () => shelf.stateOf(userId ?? "").isHeld);
}

/** What exists of this person only in this browser; null = nobody. */
export function useUnsavedWork(userId: string | null): UnsavedWork {
  const state = useSyncExternalStore(shelf.subscribe, () => shelf.stateOf(userId ?? ""));
  return useMemo(() => ({ ...state, items: state.places.map(unsavedItem) }), [state]);
}
