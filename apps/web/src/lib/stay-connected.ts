import { ApiProblem } from "./api-client.ts";

export interface Connection {
  /** Resolves when the stream has ended, rejects when it was refused or broke. */
  readonly open: (told: () => void, signal: AbortSignal) => Promise<void>;
  /** Is there a reason to be connected now? */
  readonly isWanted: () => boolean;
  /** Calls back when that may have changed, or when the network may be back. */
  readonly onChange: (look: () => void) => () => void;
  /** The line is gone; it may be remade. */
  readonly lost: () => void;
  /** The server refused: the session has ended, or it is another person's. */
  readonly refused: (why: ApiProblem) => void;
}

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/**
 * Keeps a stream open for as long as it is wanted: again after it ended, after a while that doubles up to half a minute when it cannot be
 * had, and at once when something changes. Given up when what is followed is not this person's (any more). Returns the function that ends it.
 */
export function stayConnected(
  { open, isWanted, onChange, lost, refused }: Connection,
  random = Math.random,
): () => void {
  let isOver = false;
  let current: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = firstWaitMs;

  async function connect(): Promise<void> {
    if (isOver || current !== null || !isWanted()) return;
    const mine = new AbortController();
    current = mine;
    let mayTryAgain = true;
    await open(() => {
      waitMs = firstWaitMs;
    }, mine.signal).catch((error: unknown) => {
      const problem = error instanceof ApiProblem ? error : null;
      if (problem === null || mine.signal.aborted) return;
      if (problem.status === 401 || problem.code === "other-person") refused(problem);
      mayTryAgain = problem.status !== 403 && problem.status !== 404;
    });
    current = null;
    lost();
    if (isOver) return;
    if (!mayTryAgain) return end();
    // Not all at once after the server was away.
    timer = setTimeout(() => void connect(), waitMs * (0.5 + random()));
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  }
  function look(): void {
    if (!isWanted()) current?.abort();
    if (current !== null || !isWanted()) return;
    clearTimeout(timer);
    waitMs = firstWaitMs;
    void connect();
  }
  const stopLooking = onChange(look);
  function end(): void {
    isOver = true;
    clearTimeout(timer);
    stopLooking();
    current?.abort();
  }
  void connect();
  return end;
}
