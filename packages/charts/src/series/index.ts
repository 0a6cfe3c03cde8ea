export {
  type BreakdownFigure,
  type BreakdownRow,
  breakdownRows,
  hasPersonGroups,
  personGroups,
  personsBy,
  type RowOfBreakdown,
} from "./breakdown.ts";
export { drawnAs, isLadder } from "./drawn-as.ts";
export { toCountryIndexSeries } from "./of-country.ts";
export { dateOfDay, toDateSeries } from "./of-dates.ts";
export { toIndexSeries } from "./of-index.ts";
export { toIndicatorSeries } from "./of-indicator.ts";
export { toMoneySeries } from "./of-money.ts";
export { perInhabitants } from "./per-inhabitants.ts";
export { fewestForRange, regionRange, type YearRange } from "./region-range.ts";
export { type MarkOfReport, marksOfReports, unpublishedOf } from "./report-marks.ts";
export { type ScoreResult, scoreMark, scoreOf } from "./score.ts";
export { type CountrySeries, marksIn, pointIn, pointOf } from "./series.ts";
export { shownFigure } from "./shown-figure.ts";
export { type ThenAndNow, thenAndNow } from "./then-and-now.ts";
export {
  answerMark,
  marksAmong,
  type ReportMark,
  reportMark,
  type ValueMark,
  valueMarks,
} from "./value-marks.ts";
