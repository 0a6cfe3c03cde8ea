export type { Cell, CellId, Inequality, PublicInterval, Relation } from "./cell.ts";
export {
  type CellDecision,
  type CellTables,
  type HiddenCells,
  type HidingOrder,
  hideSmallCells,
} from "./hide-small-cells.ts";
export { type Publication, publishAnswers, type SubmissionKey, type SubmissionToPublish } from "./publish-answers.ts";
export type {
  PublishedAnswer,
  PublishedBreakdowns,
  PublishedFigure,
  PublishedSubmission,
  PublishedValue,
  PublishedValueOf,
} from "./published-submission.ts";
