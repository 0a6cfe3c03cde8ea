export { type PlacedPanel, type PlacedPanels, placePanels } from "./panel.ts";
export { placeRangeBar } from "./range-bar.ts";
export { axisOf, axisOver } from "./scale.ts";
export { maxSeries, type SeriesShape, seriesMark, seriesShape } from "./series-mark.ts";
export { type MarkShape, markBox, stateMarks } from "./state-mark.ts";
export { type PlacedText, textSize } from "./text.ts";
