import type { RefCallback } from "react";

/** A remark counts as seen when it has been on the screen so long, in a page that is looked at. */
const lookMs = 1_000;

interface SeenWatcher {
  /** The `ref` of the element that holds the thing with this id; the same for the same id. */
  readonly refOf: (id: string) => RefCallback<HTMLElement>;
  readonly stop: () => void;
}

/** Notices which elements are on the screen, and tells it once for each: `tell` says whether the telling arrived. What did not is told again. */
export function makeSeenWatcher(tell: (ids: readonly string[]) => Promise<boolean>): SeenWatcher {
  const shown = new Set<string>();
  const told = new Set<string>();
  const ids = new WeakMap<Element, string>();
  const refs = new Map<string, RefCallback<HTMLElement>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer =
    typeof IntersectionObserver === "undefined"
      ? null
      : new IntersectionObserver(
          (entries) => {
            for (const { target, intersectionRatio, intersectionRect } of entries) {
              const id = ids.get(target);
              if (id === undefined) continue;
              // Half of it, or what fills half of a small screen.
              if (intersectionRatio >= 0.5 || intersectionRect.height > window.innerHeight / 2) shown.add(id);
              else shown.delete(id);
            }
            look();
          },
          { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
        );
  /** A page in the background is on nobody's screen. */
  function look() {
    clearTimeout(timer);
    const fresh = () => [...shown].filter((id) => !told.has(id));
    if (fresh().length === 0 || document.visibilityState !== "visible") return;
    timer = setTimeout(() => {
      const seen = fresh();
      for (const id of seen) told.add(id);
      if (seen.length > 0) void tellAll(seen);
    }, lookMs);
  }
  async function tellAll(seen: readonly string[]) {
    if (await tell(seen)) return;
    // Told when the network is back, or when something else comes on the screen.
    for (const id of seen) told.delete(id);
  }
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
  return {
    refOf(id: string): RefCallback<HTMLElement> {
      const ref =
        refs.get(id) ??
        ((element: HTMLElement | null) => {
          if (element === null) return;
          ids.set(element, id);
          observer?.observe(element);
          return () => {
            shown.delete(id);
            observer?.unobserve(element);
          };
        });
      refs.set(id, ref);
      return ref;
    },
    stop() {
      clearTimeout(timer);
      observer?.disconnect();
      document.removeEventListener("visibilitychange", look);
      removeEventListener("online", look);
    },
  };
}
