import type { Tx } from "./tx.ts";

/** The part of a Drizzle statement that is used here: it is prepared, and executed with named values. */
interface Prepared<Result> {
  execute(values?: Record<string, unknown>): Promise<Result>;
}

const connectionBehind = new WeakMap<Tx, () => Tx>();

/** Registers the connection (or pool) behind `tx`. `queries` always returns the same Drizzle instance for it, and throws once `tx` is over. */
export function tieToConnection(tx: Tx, queries: () => Tx): void {
  connectionBehind.set(tx, queries);
}

let count = 0;

/**
 * A statement that Drizzle builds once for each connection, at its first use there; every later transaction executes it again. Building the
 * text of a small query costs more than PostgreSQL needs to answer it. Values that change are `sql.placeholder("name")`. The statement is
 * sent before the call returns, so several sent together are answered in the order of their calls.
 */
export function statement<Values extends object, Result>(
  build: (db: Tx) => { prepare(name: string): Prepared<Result> },
): (tx: Tx, values: Values) => Promise<Result> {
  count += 1;
  const name = `s${count}`;
  const prepared = new WeakMap<Tx, Prepared<Result>>();
  return async (tx, input) => {
    const values = input as Record<string, unknown>;
    const connection = connectionBehind.get(tx)?.();
    // A transaction that this module did not make (a test that removes conditions wraps one) gets its own statement.
    if (connection === undefined) return build(tx).prepare("").execute(values);
    let mine = prepared.get(connection);
    if (mine === undefined) {
      mine = build(connection).prepare(name);
      prepared.set(connection, mine);
    }
    return mine.execute(values);
  };
}
