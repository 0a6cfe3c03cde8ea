import { DomainError } from "@avances/domain/domain-error";
import type { LiveHub } from "./live-hub.ts";

/** More windows than anybody looks at; a page that nobody looks at lets its stream go. */
const mostStreamsOfPerson = 8;
const streamsOf = new WeakMap<LiveHub, Map<string, number>>();

/** A place for one more stream of this person in this instance; the returned function gives it back. Refuses with `too-many-attempts`. */
export function takePlace(live: LiveHub, userId: string): () => void {
  const counts = streamsOf.get(live) ?? new Map<string, number>();
  streamsOf.set(live, counts);
  const before = counts.get(userId) ?? 0;
  if (before >= mostStreamsOfPerson) throw new DomainError("too-many-attempts", { retryAfterSeconds: 60 });
  counts.set(userId, before + 1);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    const left = (counts.get(userId) ?? 1) - 1;
    if (left === 0) counts.delete(userId);
    else counts.set(userId, left);
  };
}
