/** How long a line stands before the next one takes its place: a screen reader that is busy with a key press has noticed it by then. */
const standsMs = 1_200;

interface Line {
  readonly words: string;
  readonly about: string | undefined;
}

export interface SpokenLines {
  /** `about`: what a line tells the present state of. A later one about the same takes the place of one that still waits. */
  readonly say: (words: string, about?: string) => void;
  readonly now: () => string;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * What is read out, one after the other: a line that comes while another has just been put there waits for its turn, and would otherwise take the
 * place of one that nobody has heard. All that waits comes in one turn, so no line comes later than one turn after it was said.
 */
export function makeSpokenLines(): SpokenLines {
  const listeners = new Set<() => void>();
  let shown = "";
  let waiting: readonly Line[] = [];
  let isTaken = false;

  function next(): void {
    isTaken = waiting.length > 0;
    if (!isTaken) return;
    const words = waiting
      .map((line, place) => (place + 1 < waiting.length ? closed(line.words) : line.words))
      .join(" ");
    waiting = [];
    // Read out again, it must differ.
    shown = shown === words ? `${words}\u00a0` : words;
    setTimeout(next, standsMs);
    for (const listener of listeners) listener();
  }

  return {
    say(words, about) {
      const isReplaced = (line: Line) => line.words === words || (about !== undefined && line.about === about);
      waiting = [...waiting.filter((line) => !isReplaced(line)), { words, about }];
      if (!isTaken) next();
    },
    now: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** With its full stop, where another sentence follows. */
function closed(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
