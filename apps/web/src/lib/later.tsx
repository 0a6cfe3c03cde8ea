import { type ComponentType, createElement, type ReactNode, useEffect, useSyncExternalStore } from "react";
import { whenPageStands } from "./page-ready.ts";
import { loadUntilThere } from "./part.ts";

/** A part of a page that is a file of its own: nothing stands in its place until it has come. */
export interface Later<P> {
  (props: P): ReactNode;
  /** Loads it before it is needed. Fails without a word: where the part is shown, it is said and tried again. */
  readonly prepare: () => Promise<void>;
}

/**
 * A part that is not on the first screen. Unlike `lazy` it neither hides what stands around it while it comes, nor takes the page away when
 * it does not come: the page says so, and it is tried again. `begin`: when it is loaded once it stands on the page; at once by default.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  begin: (act: () => void) => (() => void) | undefined = atOnce,
): Later<P> {
  let part: ComponentType<P> | null = null;
  let coming: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const arrived = (come: ComponentType<P>) => {
    part = come;
    for (const listener of listeners) listener();
  };
  const fetchUntilThere = () => {
    coming ??= loadUntilThere(load).then(arrived);
    return coming;
  };
  function Part(props: P): ReactNode {
    const here = useSyncExternalStore(subscribe, () => part);
    useEffect(() => {
      if (here === null) return begin(() => void fetchUntilThere());
      return undefined;
    }, [here]);
    return here === null ? null : createElement(here, props);
  }
  return Object.assign(Part, {
    prepare: () => (part === null ? load().then(arrived, () => undefined) : Promise.resolve()),
  });
}

function atOnce(act: () => void): undefined {
  act();
}

/** Does something when the browser has nothing else to do; returns how to call it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(act, { timeout: 3_000 });
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(act, 500);
  return () => clearTimeout(timer);
}

/** The same for what stands around the page: not before the page is there. */
export function afterPage(act: () => void): () => void {
  let stop: () => void = () => undefined;
  const forget = whenPageStands(() => {
    stop = whenIdle(act);
  });
  return () => {
    forget();
    stop();
  };
}
