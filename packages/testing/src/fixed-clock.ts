/** A clock that stands still until it is set. */
export interface FixedClock {
  now(): Date;
  /** Jumps to an instant, ISO 8601 with an offset or Z. */
  set(iso: string): void;
  advance(milliseconds: number): void;
}

/** Throws `RangeError` when `iso` is not an instant. */
export function fixedClock(iso: string): FixedClock {
  let milliseconds = parseInstant(iso);
  return {
    now: () => new Date(milliseconds),
    set: (next) => {
      milliseconds = parseInstant(next);
    },
    advance: (more) => {
      milliseconds += more;
    },
  };
}

function parseInstant(iso: string): number {
  const instant = new Date(iso);
  if (!/(Z|[+-]\d\d:\d\d)$/.test(iso) || Number.isNaN(instant.valueOf()))
    throw new RangeError(`Not an instant: ${iso}`);
  return instant.valueOf();
}
