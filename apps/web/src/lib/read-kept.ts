/**
 * Guards for what comes back from the browser's storage: it may be from an older release, cut off, or anything at all. A guard accepts a
 * value only if every part has its shape; nothing is guessed or repaired.
 */
export type Guard<T> = (value: unknown) => value is T;

export const isText: Guard<string> = (value) => typeof value === "string";
export const isTruth: Guard<boolean> = (value) => typeof value === "boolean";
export const isNumber: Guard<number> = (value): value is number => typeof value === "number" && Number.isFinite(value);

export function isOneOf<const T extends string>(allowed: readonly T[]): Guard<T> {
  return (value): value is T => allowed.some((one) => one === value);
}

export function isNullOr<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function isListOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

/** A record with any keys. */
export function isRecordOf<T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isObject(value) && Object.values(value).every(guard);
}

/** An object with exactly these parts: one with an additional part has another shape. */
export function isShape<T extends object>(guards: { readonly [Part in keyof Required<T>]: Guard<T[Part]> }): Guard<T> {
  const parts = Object.entries(guards) as [string, Guard<unknown>][];
  return (value): value is T =>
    isObject(value) &&
    Object.keys(value).length === parts.length &&
    parts.every(([part, guard]) => Object.hasOwn(value, part) && guard(value[part]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
