import { Client, type ClientConfig, Pool, type PoolConfig } from "pg";

/**
 * A connection of a test's own, not yet connected. Its break is heard, and does no harm: what the test asks of it afterwards is
 * refused anyway. A client or a pool that nobody listens to ends the whole test run with an error outside any test, for instance when a
 * database is dropped while the server has not yet read the farewell of a pool that was ended a moment before.
 */
export function testClient(config: ClientConfig): Client {
  const client = new Client(config);
  client.on("error", () => undefined);
  return client;
}

/** Connections of a test's own, opened when needed; see `testClient`. */
export function testPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  pool.on("error", () => undefined);
  return pool;
}
