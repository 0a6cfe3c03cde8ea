/** A browser storage in memory; `room` is the number of characters of names and values it accepts. */
export function memoryStorage(
  content: Readonly<Record<string, string>> = {},
  { room = Number.POSITIVE_INFINITY }: { readonly room?: number } = {},
): Storage & { readonly all: () => Readonly<Record<string, string>> } {
  const items = new Map(Object.entries(content));
  return {
    all: () => Object.fromEntries(items),
    get length() {
      return items.size;
    },
    key: (place) => [...items.keys()][place] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      const used = [...items].reduce((sum, [one, text]) => sum + (one === key ? 0 : one.length + text.length), 0);
      if (used + key.length + value.length > room) throw new DOMException("It is full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

/** A browser that forbids any use of its storage: even reading the property throws. */
export function closedStorage(): never {
  throw new DOMException("Access is denied", "SecurityError");
}
