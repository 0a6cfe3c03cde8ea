import { DomainError } from "@avances/domain/domain-error";

/** Takes a place of this person in `of`; the returned function gives it back. Refuses with `too-many-attempts` when all are taken. */
export type TakePlace = (of: object, userId: string) => () => void;

/** So many places for each person at once, for what holds a connection. `of`: what belongs to one instance, which counts for itself. */
export function placesOfPerson(most: number): TakePlace {
  const taken = new WeakMap<object, Map<string, number>>();
  return (of, userId) => {
    const counts = taken.get(of) ?? new Map<string, number>();
    taken.set(of, counts);
    const before = counts.get(userId) ?? 0;
    if (before >= most) throw new DomainError("too-many-attempts", { retryAfterSeconds: 60 });
    counts.set(userId, before + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const left = (counts.get(userId) ?? 1) - 1;
      if (left === 0) counts.delete(userId);
      else counts.set(userId, left);
    };
  };
}
