/**
 * What is typed is sent automatically a moment later. Code that is about to leave the page asks for it now: every part of the page that sends
 * by itself registers here how to send at once and wait for the outcome.
 */
const senders = new Set<() => Promise<void>>();
/** Longer than a save takes; without a connection there is no point in waiting longer. */
const patienceMs = 5_000;

export function onFlush(send: () => Promise<void>): () => void {
  senders.add(send);
  return () => senders.delete(send);
}

/** Sends everything typed and resolves when the outcomes are known, or after `patienceMs`. */
export async function flush(): Promise<void> {
  const patience = new Promise<void>((resolve) => {
    setTimeout(resolve, patienceMs);
  });
  await Promise.race([Promise.all([...senders].map((send) => send())), patience]);
}
