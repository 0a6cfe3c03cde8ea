import type { Premade } from "#http/premade.ts";

/** An answer as bytes, or the promise of it while it is being made. */
export type Made = Premade | Promise<Premade | undefined>;

/** Answers of one edition in memory, by key. */
export interface KeptAnswers {
  get(key: string): Made | undefined;
  /** It is being made; who else asks waits for it. */
  wait(key: string, making: Promise<Premade | undefined>): void;
  keep(key: string, premade: Premade): void;
  forget(key: string): void;
}

/** At most so many bytes; those not read for longest are dropped first, and those being made never. */
export function keptAnswers(most: number): KeptAnswers {
  const kept = new Map<string, Made>();
  let bytes = 0;
  return {
    get(key) {
      const made = kept.get(key);
      if (made === undefined || made instanceof Promise) return made;
      // Read just now, so it is the last one to be dropped.
      kept.delete(key);
      kept.set(key, made);
      return made;
    },
    wait: (key, making) => void kept.set(key, making),
    forget: (key) => void kept.delete(key),
    keep(key, premade) {
      // Counts as read last, however early it was requested.
      kept.delete(key);
      kept.set(key, premade);
      bytes += sizeOf(premade);
      for (const [oldest, made] of kept) {
        if (bytes <= most || oldest === key) break;
        if (made instanceof Promise) continue;
        kept.delete(oldest);
        bytes -= sizeOf(made);
      }
    },
  };
}

/** Includes room for the gzip form, which is made on first request and is about a quarter larger than brotli. */
function sizeOf({ body, brotli }: Premade): number {
  return body.length + Math.ceil(2.25 * (brotli?.length ?? 0));
}
