import type { Clock } from "./deps.ts";

/** The clock of the machine; or, with an ISO instant in `AVANCES_CLOCK`, one that starts there and then runs on. Throws on anything else. */
export function startClock(instant: string | undefined): Clock {
  if (!instant) return { now: () => new Date() };
  const start = new Date(instant).valueOf();
  if (Number.isNaN(start) || !/(?:Z|[+-]\d\d:\d\d)$/.test(instant))
    throw new Error("AVANCES_CLOCK is not an instant such as 2027-05-02T09:00:00Z");
  const origin = performance.now();
  return { now: () => new Date(start + performance.now() - origin) };
}
