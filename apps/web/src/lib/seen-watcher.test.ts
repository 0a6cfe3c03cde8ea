import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeSeenWatcher } from "./seen-watcher.ts";

type Entry = Pick<IntersectionObserverEntry, "target" | "intersectionRatio"> & {
  readonly intersectionRect: { readonly height: number };
};

/** A screen on which elements come and go. */
let shows: (target: object, ratio: number) => void;
let page: EventTarget & { visibilityState: string };
let device: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  device = new EventTarget();
  class Observer {
    constructor(notice: (entries: readonly Entry[]) => void) {
      shows = (target, intersectionRatio) =>
        notice([{ target: target as Element, intersectionRatio, intersectionRect: { height: 10 } }]);
    }
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal("IntersectionObserver", Observer);
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", { innerHeight: 800 });
  vi.stubGlobal("addEventListener", device.addEventListener.bind(device));
  vi.stubGlobal("removeEventListener", device.removeEventListener.bind(device));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watched(tell: (ids: readonly string[]) => Promise<boolean>) {
  const watcher = makeSeenWatcher(tell);
  const remark = {} as HTMLElement;
  watcher.refOf("q1")(remark);
  return { watcher, remark };
}

test("a remark is told once, when it was on the screen of a page in front for a second", async () => {
  const tell = vi.fn(async () => true);
  const { remark } = watched(tell);
  shows(remark, 0.6);
  await vi.advanceTimersByTimeAsync(900);
  shows(remark, 0.1);
  await vi.advanceTimersByTimeAsync(2_000);
  page.visibilityState = "hidden";
  shows(remark, 1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(tell).not.toHaveBeenCalled();
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(tell.mock.calls).toEqual([[["q1"]]]);
  shows(remark, 0.7);
  device.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(tell).toHaveBeenCalledTimes(1);
});

test("what was read without network is told when the network is back, and no more after the page was left", async () => {
  let isThere = false;
  const tell = vi.fn(async () => isThere);
  const { watcher, remark } = watched(tell);
  shows(remark, 1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(tell).toHaveBeenCalledTimes(1);
  device.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(tell).toHaveBeenCalledTimes(2);
  isThere = true;
  device.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(1_000);
  device.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(tell).toHaveBeenCalledTimes(3);

  isThere = false;
  const next = {} as HTMLElement;
  watcher.refOf("q2")(next);
  shows(next, 1);
  await vi.advanceTimersByTimeAsync(1_000);
  watcher.stop();
  device.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(tell).toHaveBeenCalledTimes(4);
});
