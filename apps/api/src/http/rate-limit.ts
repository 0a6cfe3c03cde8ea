import { DomainError } from "@avances/domain/domain-error";

/** A bucket per key that refills evenly; in memory, so each instance counts for itself. */
export interface RateLimit {
  /** Throws `too-many-attempts` with the seconds to wait when the bucket of this key is empty. */
  take(key: string): void;
}

const maximumKeys = 50_000;

/** Allows `perMinute` in any minute, at most a minute's worth at once. `perMinute` 0 = no limit. `now` in milliseconds, monotonic. */
export function createRateLimit(perMinute: number, now: () => number = () => performance.now()): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take: (key) => {
      if (perMinute === 0) return;
      const at = now();
      const bucket = buckets.get(key) ?? { left: perMinute, at };
      const left = Math.min(perMinute, bucket.left + ((at - bucket.at) * perMinute) / 60_000);
      if (left < 1)
        throw new DomainError("too-many-attempts", { retryAfterSeconds: Math.ceil(((1 - left) * 60) / perMinute) });
      // Moved to the end, so that the first ones are those that were not seen for the longest time.
      buckets.delete(key);
      buckets.set(key, { left: left - 1, at });
      if (buckets.size > maximumKeys) buckets.delete(buckets.keys().next().value as string);
    },
  };
}

/** The key under which an address is counted: whole for IPv4, the /64 for IPv6. */
export function addressKey(address: string): string {
  const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1];
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
