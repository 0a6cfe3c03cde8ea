import type { Clock } from "./deps.ts";

/** The machine's clock or, with an instant, one that starts there and then runs on. */
export function startClock(instant: Date | undefined): Clock {
  if (!instant) return { now: () => new Date() };
  const start = instant.valueOf();
  const origin = performance.now();
  return { now: () => new Date(start + performance.now() - origin) };
}
