/**
 * What is typed goes out by itself a moment later. Who is about to leave asks for it now: every part of the page that sends on its own
 * says here how to send at once and wait for the outcome.
 */
const senders = new Set<() => Promise<void>>();
/** Longer than a save takes; whoever has no connection does not wait for it. */
const patienceMs = 5_000;

export function onFlush(send: () => Promise<void>): () => void {
  senders.add(send);
  return () => senders.delete(send);
}

/** Sends all that is typed and resolves when the outcomes are known, or patience has ended. */
export async function flush(): Promise<void> {
  const patience = new Promise<void>((resolve) => {
    setTimeout(resolve, patienceMs);
  });
  await Promise.race([Promise.all([...senders].map((send) => send())), patience]);
}
