import { Client, type ClientConfig, Pool, type PoolConfig } from "pg";

/**
 * A connection of a test's own, not yet connected. If it breaks, nothing happens: later queries on it are refused anyway. Without a
 * listener for errors, a client or pool ends the whole test run with an error outside any test, for instance when a database is dropped
 * while the server has not yet read the goodbye of a pool that was just ended.
 */
export function testClient(config: ClientConfig): Client {
  const client = new Client(config);
  client.on("error", () => undefined);
  return client;
}

/** A pool of a test's own; connections are opened when needed. See `testClient`. */
export function testPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  pool.on("error", () => undefined);
  return pool;
}
