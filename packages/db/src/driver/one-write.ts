import type pg from "pg";

const held = new WeakSet<pg.PoolClient>();

/**
 * Call before asking: whatever is asked on this connection until the program next waits leaves in one write. Without it each question is a
 * write of its own, a call of the operating system that wakes PostgreSQL for a part of what it is about to be asked (decision 26). The order
 * of the questions and of the answers stays.
 */
export function inOneWrite(client: pg.PoolClient): void {
  if (held.has(client)) return;
  held.add(client);
  // It changes when the connection turns to TLS, so it is not remembered beyond this turn.
  const { stream } = client.connection;
  stream.cork();
  // After everything that promises still have to say, before the event loop looks for input.
  process.nextTick(() => {
    held.delete(client);
    stream.uncork();
  });
}
