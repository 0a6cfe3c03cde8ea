import type { Tx } from "./tx.ts";

/** The most that is asked of a statement of Drizzle: it is prepared, and executed with its values by name. */
interface Prepared<Result> {
  execute(values?: Record<string, unknown>): Promise<Result>;
}

const connectionBehind = new WeakMap<Tx, () => Tx>();

/** Says which connection (or pool) answers the queries of `tx`. `queries` always returns the same Drizzle over it, and throws once `tx` is over. */
export function tieToConnection(tx: Tx, queries: () => Tx): void {
  connectionBehind.set(tx, queries);
}

let count = 0;

/**
 * A statement that Drizzle builds once for each connection, at its first use there, and every later transaction then executes: building the
 * text of a small query costs more than PostgreSQL needs to answer it. Values that change are `sql.placeholder("name")`. It is on the wire when
 * the call returns, so statements of one trip are answered in the order of their calls.
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
    // A transaction that this module did not make (a test that removes conditions wraps one) gets a statement of its own.
    if (connection === undefined) return build(tx).prepare("").execute(values);
    let mine = prepared.get(connection);
    if (mine === undefined) {
      mine = build(connection).prepare(name);
      prepared.set(connection, mine);
    }
    return mine.execute(values);
  };
}
