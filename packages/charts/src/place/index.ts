export { placeBars } from "./bars.ts";
export { leastFirst, type PlacedChange, type PlacedChanges, placeChanges } from "./change.ts";
export { type PlacedPanel, placePanels } from "./panel.ts";
export { placeProfileBar, placeRangeBar } from "./range-bar.ts";
export { type SeriesShape, seriesMark } from "./series-mark.ts";
export { type MarkShape, markBox, stateMarks } from "./state-mark.ts";
export { lineCount, type PlacedText, textSize } from "./text.ts";
export { type PlacedLine, type PlacedTrend, placeTrend } from "./trend.ts";
