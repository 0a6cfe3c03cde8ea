import { Client, type QueryResult } from "pg";

/** What was asked of the database. */
export interface Asked {
  readonly statements: number;
  /** That came back. */
  readonly rows: number;
  readonly texts: readonly string[];
}

/** What `work` asks of the database, by any connection of this process; nothing else may ask meanwhile. */
export async function countStatements<T>(work: () => Promise<T>): Promise<readonly [Asked, T]> {
  const plain = Client.prototype.query;
  const texts: string[] = [];
  let rows = 0;
  Client.prototype.query = function counted(this: Client, ...args: unknown[]) {
    const [question] = args as [string | { readonly text?: string }];
    texts.push(typeof question === "string" ? question : (question.text ?? ""));
    const answer = (plain as (...all: unknown[]) => unknown).apply(this, args);
    if (answer instanceof Promise)
      answer.then(
        (result: QueryResult) => {
          rows += result.rows?.length ?? 0;
        },
        () => undefined,
      );
    return answer;
  } as typeof plain;
  try {
    const done = await work();
    return [{ statements: texts.length, rows, texts }, done];
  } finally {
    Client.prototype.query = plain;
  }
}
