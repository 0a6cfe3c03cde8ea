import type { SessionView } from "@avances/contracts";
import type { z } from "zod";

export type Person = NonNullable<z.output<typeof SessionView>["person"]>;

/** How the session of this browser relates to the person that the page shows. */
export type Standing =
  /** It belongs to that person (or the page shows nobody). */
  | { readonly kind: "same" }
  /** It has ended. */
  | { readonly kind: "signed-out" }
  /** Somebody else has signed in in another tab. `person` is null until the server has said who. */
  | { readonly kind: "other"; readonly person: Person | null };

/**
 * The person this page shows and therefore acts for. The cookies belong to all tabs of a browser and may change at any moment; the
 * person of a page changes only if nothing of theirs is open, or when somebody in front of it says so.
 */
export interface PagePerson {
  readonly person: Person | null;
  readonly standing: Standing;
  /** True: a dialog asks how to continue, because a request was refused or must not wait. False: the page only says so in a line. */
  readonly isAsking: boolean;
}

export const nobody: PagePerson = { person: null, standing: { kind: "same" }, isAsking: false };

/** The state after the server has said whose session this is. `isHeld`: a page of the person's own work is open. */
export function afterReading(page: PagePerson, found: Person | null, isHeld: boolean): PagePerson {
  if (page.person === null || page.person.id === found?.id || !isHeld) {
    return { person: found, standing: { kind: "same" }, isAsking: false };
  }
  if (found === null) {
    return { ...page, standing: { kind: "signed-out" }, isAsking: page.isAsking && page.standing.kind !== "other" };
  }
  const isKnown = page.standing.kind === "other" && page.standing.person?.id === found.id;
  return { ...page, standing: { kind: "other", person: found }, isAsking: page.isAsking || !isKnown };
}

/** The state after an operation was refused because the session has ended or is another person's. Refused reads open no dialog. */
export function afterRefusal(page: PagePerson, why: "signed-out" | "other", isAct: boolean): PagePerson {
  if (page.person === null) return page;
  if (why === "signed-out") {
    return { ...page, standing: { kind: "signed-out" }, isAsking: page.isAsking || isAct };
  }
  if (page.standing.kind === "other") return { ...page, isAsking: page.isAsking || isAct };
  return { ...page, standing: { kind: "other", person: null }, isAsking: true };
}

const listeners = new Set<(now: PagePerson, before: PagePerson) => void>();
const refusalListeners = new Set<() => void>();
let page = nobody;
/** What the server last said; used when the page is released. */
let found: Person | null = null;
let holds = 0;

function put(next: PagePerson): void {
  const before = page;
  page = next;
  for (const listener of listeners) listener(page, before);
}

export const pagePerson = {
  /** The same object until something changes. */
  now: (): PagePerson => page,
  subscribe(listener: (now: PagePerson, before: PagePerson) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Call when the server has said whose session this is. */
  saw(person: Person | null): void {
    found = person;
    put(afterReading(page, person, holds > 0));
  },
  /** Call when somebody signed in, continued, or signed out (null) on this page. */
  became(person: Person | null): void {
    found = person;
    put({ ...nobody, person });
  },
  /** Call when an operation was refused; the server must then be asked who is signed in. */
  wasRefused(why: "signed-out" | "other", isAct: boolean): void {
    put(afterRefusal(page, why, isAct));
    for (const listener of refusalListeners) listener();
  },
  onRefusal(listener: () => void): () => void {
    refusalListeners.add(listener);
    return () => refusalListeners.delete(listener);
  },
  /** Call when the question is postponed; the next refused act asks again. */
  putOff(): void {
    put({ ...page, isAsking: false });
  },
  ask(): void {
    put({ ...page, isAsking: true });
  },
  /** As long as a page of the person's own work is open, the page keeps its person. Returns a function that releases it. */
  hold(): () => void {
    holds += 1;
    return () => {
      holds -= 1;
      if (holds === 0 && page.standing.kind !== "same") put(afterReading(page, found, false));
    };
  },
};
