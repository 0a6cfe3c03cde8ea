import { InvalidInput } from "./problem-details.ts";

/** Can PostgreSQL hold this text? It has no U+0000 and no half of a surrogate pair. */
export function isReadable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/**
 * Refuses a parsed body in which any key or text is unreadable, or a key could change the prototype. Without recursion,
 * because a body may be nested deeper than the stack.
 */
export function refuseUnreadable(root: unknown): void {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string" && !isReadable(value)) throw unreadable();
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (key === "__proto__" || !isReadable(key)) throw unreadable();
      waiting.push(child);
    }
  }
}

/** Many times the entries of a whole report, and few enough to check one by one. */
const mostEntries = 20_000;

/** Refuses a parsed body with more entries than any operation needs, before a schema reports a fault for each. */
export function refuseTooMany(root: unknown): void {
  const waiting: unknown[] = [root];
  let entries = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    const children: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    entries += children.length;
    if (entries > mostEntries) throw new InvalidInput([{ pointer: "", message: "too_many_entries" }]);
    for (const child of children) waiting.push(child);
  }
}

function unreadable(): InvalidInput {
  return new InvalidInput([{ pointer: "", message: "unreadable_characters" }]);
}
