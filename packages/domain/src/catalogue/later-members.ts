import type { Catalogue, Dimension, Indicator, Level } from "./catalogue.ts";
import type { Text } from "./language.ts";

/** The version that was adopted before catalogues held what this file reads; a version that a database has loaded never changes. */
export const firstVersion = "2026.1";

/** Longest short name of a level, in characters, in every language: it must fit into a tile. */
export const longestShortLabel = 45;
/** Longest short name of a dimension: it stands above a column. */
export const longestShortName = 28;
/** Longest question: the title of a page, at most two lines on a phone. */
export const longestQuestion = 90;

/** What the indicator asks, as one question; its name in a catalogue of the first version. */
export function questionOf({ question, name }: Indicator): Text {
  return question ?? name;
}

/** The short name of a level; its whole words in a catalogue of the first version. */
export function shortLabelOf({ shortLabel, label }: Level): Text {
  return shortLabel ?? label;
}

/** The short name of a dimension; its name in a catalogue of the first version. */
export function shortNameOf({ shortName, name }: Dimension): Text {
  return shortName ?? name;
}

/** Percent of the scored weight that two rounds must share to be comparable. Methodology §5. */
export function smallestMatchedWeight({
  index,
}: {
  readonly index: Pick<Catalogue["index"], "minMatchedWeight">;
}): number {
  return index.minMatchedWeight ?? 50;
}
