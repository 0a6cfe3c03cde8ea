import { DomainError } from "@avances/domain/domain-error";
import { LRUCache } from "lru-cache";

/** One bucket per key, refilled evenly; in memory, so each instance counts separately. */
export interface RateLimit {
  /** Throws `too-many-attempts` with the seconds to wait when the bucket of this key is empty. */
  take(key: string): void;
  /** The same, but says false instead; it then took nothing. */
  tryTake(key: string): boolean;
}

/** When there are more, the keys unused for the longest time are forgotten. */
const maximumKeys = 50_000;

/** Allows `perMinute` in any minute, at most a minute's worth at once. `perMinute` 0 = no limit. `now` in milliseconds, monotonic. */
export function createRateLimit(perMinute: number, now: () => number = () => performance.now()): RateLimit {
  const buckets = new LRUCache<string, { left: number; at: number }>({
    // Counted by size, so that room is made as keys come: `max` would make all of it at the start.
    maxSize: maximumKeys,
    sizeCalculation: () => 1,
  });
  /** Takes one and returns 0, or returns the seconds until there is one. */
  const secondsUntilTaken = (key: string): number => {
    if (perMinute === 0) return 0;
    const at = now();
    const bucket = buckets.get(key) ?? { left: perMinute, at };
    const left = Math.min(perMinute, bucket.left + ((at - bucket.at) * perMinute) / 60_000);
    if (left < 1) return Math.ceil(((1 - left) * 60) / perMinute);
    buckets.set(key, { left: left - 1, at });
    return 0;
  };
  return {
    take: (key) => {
      const retryAfterSeconds = secondsUntilTaken(key);
      if (retryAfterSeconds > 0) throw new DomainError("too-many-attempts", { retryAfterSeconds });
    },
    tryTake: (key) => secondsUntilTaken(key) === 0,
  };
}

/**
 * The key under which an address is counted: the whole address for IPv4, the /64 for IPv6. Of a connection that its reader has closed meanwhile
 * Node knows no address, whatever the types say: these are counted together, so that nobody escapes a limit by hanging up.
 */
export function addressKey(address: string | undefined): string {
  if (address === undefined) return "";
  const mapped = mappedAddress(address);
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...gap, ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":");
}

/** The IPv4 address inside an IPv6 one: `::ffff:192.0.2.1` or `::ffff:c000:201`. */
function mappedAddress(address: string): string | undefined {
  const written = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address);
  if (!written) return undefined;
  const [, dotted, high = "", low = ""] = written;
  if (dotted) return dotted;
  const [one, two] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [one >> 8, one & 255, two >> 8, two & 255].join(".");
}
