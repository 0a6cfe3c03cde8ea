/**
 * JSON with sorted keys, so that equal values have equal text. For what JSON can hold: text, numbers, booleans, null, arrays and plain objects.
 * Objects are copied key by key and then written at once: a replacer of `JSON.stringify` is called for every value and takes twice as long.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const given = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of sorted(Object.keys(given))) copy[key] = inOrder(given[key]);
  return copy;
}

/** Sorting costs more than looking whether it is needed, which for most objects it is not. */
function sorted(keys: string[]): readonly string[] {
  return keys.every((key, at) => at === 0 || (keys[at - 1] as string) <= key) ? keys : keys.sort();
}
