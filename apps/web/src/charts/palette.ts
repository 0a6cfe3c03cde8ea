/**
 * Colours of charts as names of tokens: the tokens hold a light and a dark set, both checked (contrast; protan and deutan simulation),
 * and a chart that names them follows the reader's theme and the printer. docs/design-language.md
 */
const series = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)"] as const;
export const contextColour = "var(--series-context)";

/** Colour of the n-th chosen series, from 0. Beyond four, colours cannot be told apart: those series join the background. */
export function seriesColour(slot: number): string {
  return series[slot] ?? contextColour;
}
