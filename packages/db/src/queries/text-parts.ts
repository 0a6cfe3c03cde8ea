import { type SQL, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Tx } from "../connect.ts";

/**
 * A query whose rows come as one JSON text, so that several are parts of one statement, and a text that was read before is not read again:
 * what it says is remembered with it. Nobody may change what `read` returns.
 */
export interface TextPart<Value> {
  readonly text: SQL;
  read(text: string | null | undefined): Value;
}

/** Characters of all texts of one part that are remembered. */
const remembered = 2_000_000;

/** `text`: an SQL query with one value, a JSON array as text (mostly one element for each row), or null when it is empty. */
export function textPart<Said extends readonly unknown[], Value extends object>(
  text: SQL,
  readRows: (said: Said) => Value,
): TextPart<Value> {
  const known = new LRUCache<string, Value>({ maxSize: remembered, sizeCalculation: (_, { length }) => length });
  return {
    text,
    read: (found) => {
      const words = found ?? "[]";
      const earlier = known.get(words);
      if (earlier !== undefined) return earlier;
      const value = readRows(JSON.parse(words));
      known.set(words, value);
      return value;
    },
  };
}

type Parts = Readonly<Record<string, TextPart<object>>>;

/** One statement that selects every part. */
export function selectTexts<P extends Parts>(parts: P) {
  const columns = Object.entries(parts).map(([name, { text }]) => [name, sql<string | null>`(${text})`] as const);
  return (db: Tx) => db.select(Object.fromEntries(columns)).from(sql`(select) once`);
}

/** What the row of `selectTexts` says. */
export function readTexts<P extends Parts>(
  parts: P,
  [row]: readonly Partial<Record<string, unknown>>[],
): { readonly [Name in keyof P]: ReturnType<P[Name]["read"]> } {
  const values = Object.entries(parts).map(([name, part]) => [name, part.read(row?.[name] as string | null)]);
  return Object.fromEntries(values);
}

/** An instant as JSON: milliseconds since 1970, as `instant` reads it. */
export function milliseconds(value: SQL): SQL {
  return sql`extract(epoch from ${value}) * 1000`;
}
