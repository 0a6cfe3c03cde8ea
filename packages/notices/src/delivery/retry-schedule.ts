const minute = 60_000;

/** Time limits and waits of delivery; tests shorten them. */
export interface DeliveryTiming {
  /** Waits between attempts. After the last one the message is dead. */
  readonly retryMs: readonly number[];
  /** How long a sender may hold a message before another may take it: longer than all reply timeouts together. */
  readonly leaseMs: number;
  /** How long the whole queue pauses after a 421 or three failed connections in a row. */
  readonly pauseMs: number;
  readonly connectMs: number;
  /** Timeout for each reply to a command, and for the greeting. */
  readonly commandMs: number;
  /** Timeout from the permission to send the text to the reply after its final dot (RFC 5321 §4.5.3.2.6). */
  readonly dataMs: number;
  /** How long a message being sent may take after the order to stop. */
  readonly stopMs: number;
}

export const defaultTiming: DeliveryTiming = {
  retryMs: [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60].map((minutes) => minutes * minute),
  leaseMs: 15 * minute,
  pauseMs: 5 * minute,
  connectMs: 10_000,
  commandMs: 30_000,
  dataMs: 10 * minute,
  stopMs: 8_000,
};

/** A server that cannot be reached says nothing about the message: such attempts never kill it, and the wait is at most an hour. */
const longestWaitForServer = 60 * minute;

/** Milliseconds to wait after the `attempts`-th failure, plus or minus a fifth; null = give up. `random` is in [0, 1). */
export function waitAfter(
  attempts: number,
  fault: "message" | "server",
  timing: Pick<DeliveryTiming, "retryMs">,
  random: number,
): number | null {
  const planned = timing.retryMs[attempts - 1];
  const last = timing.retryMs.at(-1) ?? longestWaitForServer;
  if (planned === undefined && fault === "message") return null;
  const wait = fault === "server" ? Math.min(planned ?? last, longestWaitForServer) : (planned ?? last);
  return Math.round(wait * (0.8 + 0.4 * random));
}
