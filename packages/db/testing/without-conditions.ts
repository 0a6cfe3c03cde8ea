import type pg from "pg";
import type { Tx } from "../src/connect.ts";
import { queriesOver } from "../src/driver/tx.ts";

/** What Drizzle keeps of a transaction that was made by `queriesOver`. */
interface MadeByUs {
  readonly session: {
    readonly client: { query(question: { text: string }, values: unknown[]): Promise<pg.QueryResult> };
  };
}

/**
 * A transaction whose statements have lost every condition, whoever wrote their text: Drizzle's builder, a template, or the parts that are
 * selected as texts. Row-level security alone decides then.
 */
export function withoutConditions(tx: Tx): Tx {
  const { client } = (tx as unknown as MadeByUs).session;
  return queriesOver((question, values) => {
    const bare = bareStatement(question.text, values);
    return client.query({ ...question, text: bare.text }, bare.values);
  });
}

/**
 * One statement without its conditions: each `where` is `true`, whatever limits it by a value is gone, and so are the values that only these
 * used. Two things stay: a limit that is written out, and the condition that tells an index of `on conflict` from others. A subquery that
 * stands for one value still gives one.
 */
export function bareStatement(text: string, values: readonly unknown[]): { text: string; values: unknown[] } {
  const kept: unknown[] = [];
  const places = new Map<string, number>();
  const numbered = bareTokens(text.match(token) ?? []).map((word) => {
    if (!isValue.test(word)) return word;
    const place = places.get(word) ?? kept.push(values[Number(word.slice(1)) - 1]);
    places.set(word, place);
    return `$${place}`;
  });
  return { text: numbered.join(""), values: kept };
}

/** Quoted names and texts, comments, values, brackets, words, and whatever is between them. */
const token = /"(?:[^"]|"")*"|'(?:[^']|'')*'|--[^\n]*|\$\d+|[()]|[\w.]+|[^"'\w.$()-]+|[$-]/g;
const isValue = /^\$\d+$/;
/** What may follow a condition at the same depth of brackets; `do` follows that of an index. */
const follows = /^(?:group|having|window|union|intersect|except|order|limit|offset|fetch|for|returning|on|do)$/i;
/** Before the bracket of a subquery with any number of rows. */
const ofManyRows = /^(?:from|join|lateral|in|any|all|exists|as)$/i;

interface Bracket {
  /** Holds a subquery that stands for one value. */
  readonly isOneValue: boolean;
  isBare: boolean;
  isLimited: boolean;
}

function bareTokens(all: readonly string[]): readonly string[] {
  const kept: string[] = [];
  const open: Bracket[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at] as string;
    const inside = open.at(-1);
    const end = /^(?:where|limit|offset)$/i.test(word) ? endOfClause(all, at + 1) : at;
    const isCondition = /^where$/i.test(word) && all[end] !== "do";
    const isLimit = /^(?:limit|offset)$/i.test(word);
    if (isCondition) kept.push("where true ");
    if (isCondition && inside) inside.isBare = true;
    if (isCondition || (isLimit && isValue.test(all[at + 2] ?? ""))) {
      at = end - 1;
      continue;
    }
    if (isLimit && inside) inside.isLimited = true;
    if (word === "(") open.push({ isOneValue: isOneValueAt(all, at), isBare: false, isLimited: false });
    if (word === ")") {
      const closed = open.pop();
      if (closed?.isOneValue && closed.isBare && !closed.isLimited) kept.push("limit 1");
    }
    kept.push(word);
  }
  return kept;
}

function isOneValueAt(all: readonly string[], bracket: number): boolean {
  const isWord = (each: string) => each.trim() !== "";
  const next = all.slice(bracket + 1, bracket + 3).find(isWord) ?? "";
  const previous = all.slice(Math.max(0, bracket - 2), bracket).findLast(isWord) ?? "";
  return /^select$/i.test(next) && !ofManyRows.test(previous);
}

/** Where a clause ends: at a word that begins another, at the bracket that closes around both, or with the text. */
function endOfClause(all: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < all.length; at += 1) {
    const word = all[at] as string;
    if (word === "(") depth += 1;
    else if (word === ")" && depth === 0) return at;
    else if (word === ")") depth -= 1;
    else if (depth === 0 && follows.test(word)) return at;
  }
  return all.length;
}
