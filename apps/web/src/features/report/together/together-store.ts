import type { Colleague } from "@avances/contracts";
import type { IndicatorCode } from "@avances/domain/catalogue";

/** What this page knows of the others who work on the same report. */
export interface Together {
  /** Is the line to the server open? While it is not, nobody is named: they may have gone. */
  readonly isLive: boolean;
  readonly people: readonly Colleague[];
  /** Answers that changed elsewhere and are shown as soon as the cursor leaves them. */
  readonly held: ReadonlySet<IndicatorCode>;
  /** Of the answers that were read last: those that this person saved, in another tab or browser. */
  readonly own: ReadonlySet<IndicatorCode>;
}

export interface TogetherStore {
  readonly now: () => Together;
  readonly subscribe: (listener: () => void) => () => void;
  readonly put: (change: Partial<Together>) => void;
}

const alone: Together = { isLive: false, people: [], held: new Set(), own: new Set() };

function makeTogetherStore(): TogetherStore {
  const listeners = new Set<() => void>();
  let state = alone;
  return {
    now: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
  };
}

const stores = new Map<string, TogetherStore>();

/** The one of this report; it outlives a change of page like the answers do. */
export function togetherOf(submissionId: string): TogetherStore {
  let store = stores.get(submissionId);
  if (store === undefined) {
    store = makeTogetherStore();
    stores.set(submissionId, store);
  }
  return store;
}
