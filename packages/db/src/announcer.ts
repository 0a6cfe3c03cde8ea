/** What happens within this time is told together, because each time wakes every instance that listens. Nobody who follows sees the difference. */
const togetherMs = 100;

export interface Announcer {
  readonly tell: (news: readonly string[]) => void;
  /** Tells what is left. */
  close(): Promise<void>;
}

/** Tells news through `send`, a moment later and many at once. What cannot be told is reported and left: whoever follows reads everything anew after a while. */
export function makeAnnouncer(
  send: (news: readonly string[]) => Promise<void>,
  onError: (error: Error) => void,
): Announcer {
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let telling: Promise<void> = Promise.resolve();
  const tellAll = () => {
    clearTimeout(timer);
    timer = undefined;
    const news = waiting;
    waiting = [];
    if (news.length === 0) return;
    // One after the other, so that they are told in the order in which they were committed.
    telling = telling
      .then(() => send(news))
      .catch((error: unknown) => onError(error instanceof Error ? error : new Error(String(error))));
  };
  return {
    tell: (news) => {
      waiting.push(...news);
      timer ??= setTimeout(tellAll, togetherMs);
    },
    close: () => {
      tellAll();
      return telling;
    },
  };
}
