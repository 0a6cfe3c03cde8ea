/** A stretch of words that two texts share, or that only one of them has. */
export interface WordChange {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Words with the blanks after them, so that the stretches put together are the text. */
const wordsOf = (text: string) => text.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? [];

/** Texts longer than this are not compared word by word: one stands for the other as a whole. */
const mostWords = 2_000;

/**
 * What became of a text: the longest words in their order that both have (LCS), and between them what was removed and what was added. All that
 * is same or removed is the text before; all that is same or added is the text after.
 */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length > mostWords || other.length > mostWords) return tidy([...all(one, "removed"), ...all(other, "added")]);
  const width = other.length + 1;
  // How many words the rest of both texts shares, from each pair of places on.
  const shared = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      shared[i * width + j] =
        one[i] === other[j]
          ? (shared[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(shared[(i + 1) * width + j] ?? 0, shared[i * width + j + 1] ?? 0);
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) {
      changes.push({ kind: "same", text: one[i] ?? "" });
      i += 1;
      j += 1;
    } else if ((shared[(i + 1) * width + j] ?? 0) >= (shared[i * width + j + 1] ?? 0)) {
      changes.push({ kind: "removed", text: one[i] ?? "" });
      i += 1;
    } else {
      changes.push({ kind: "added", text: other[j] ?? "" });
      j += 1;
    }
  }
  return tidy([...changes, ...all(one.slice(i), "removed"), ...all(other.slice(j), "added")]);
}

const all = (words: readonly string[], kind: WordChange["kind"]) => words.map((text) => ({ kind, text }));

/** Stretches of one kind as one. */
function tidy(changes: readonly WordChange[]): readonly WordChange[] {
  const stretches: { kind: WordChange["kind"]; text: string }[] = [];
  for (const { kind, text } of changes) {
    const last = stretches.at(-1);
    if (last?.kind === kind) last.text += text;
    else stretches.push({ kind, text });
  }
  return stretches;
}
