export { placeBars } from "./bars.ts";
export { leastFirst, type PlacedChange, type PlacedChanges, placeChanges } from "./change.ts";
export { type PlacedPanel, placePanels } from "./panel.ts";
export { placeRangeBar } from "./range-bar.ts";
export { placeRowBars } from "./row-bars.ts";
export { type SeriesShape, seriesMark } from "./series-mark.ts";
export { type MarkShape, markBox, stateMarks } from "./state-mark.ts";
export { type PlacedText, textSize } from "./text.ts";
export { type PlacedLine, type PlacedTrend, placeTrend } from "./trend.ts";
