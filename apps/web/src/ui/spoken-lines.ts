/** How long a line stands before the next one takes its place: a screen reader that is busy with a key press has noticed it by then. */
const standsMs = 1_200;

/**
 * What is read out, one after the other: a line that comes while another has just been put there waits for its turn, and would otherwise take the
 * place of one that nobody has heard. All that waits comes in one turn, so no line comes later than one turn after it was said. `show` gets what
 * stands from now on.
 */
export function makeSpokenLines(show: (words: string) => void) {
  let shown = "";
  let isTaken = false;
  /** By what they are about, in their order. */
  const waiting = new Map<string, string>();

  function next(): void {
    isTaken = waiting.size > 0;
    if (!isTaken) return;
    const words = [...waiting.values()].join(". ").replace(/([.!?])\. /g, "$1 ");
    waiting.clear();
    // Read out again, it must differ.
    shown = shown === words ? `${words}\u00a0` : words;
    show(shown);
    setTimeout(next, standsMs);
  }

  /** `about`: what a line tells the present state of. A later one about the same takes the place of one that still waits. */
  return (words: string, about = words): void => {
    waiting.delete(about);
    waiting.set(about, words);
    if (!isTaken) next();
  };
}
