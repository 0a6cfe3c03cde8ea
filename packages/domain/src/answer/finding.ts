import type { IndicatorCode } from "../catalogue/catalogue.ts";

/**
 * Something the rules say about a submission. `ruleId` is a catalogue rule (`V-W01`) or one of the structural checks
 * that no rule can express: `incomplete` (a total, numerator or denominator still blank), `breakdown_incomplete`
 * (a breakdown begun but with blank categories; blank is never zero), `breakdown_above_total` (an unfinished breakdown or a
 * two-way table holds more than the total), `wrong_type` (value does not fit the indicator: wrong type, unknown level,
 * category, code list or currency, not a whole number ≥ 0; cells beside "only the total is known"), `state_not_allowed`,
 * `currency_changed` (a warning to be explained: another currency than in the previous round), `origin_false` (a cell said to be
 * computed is not what its rule gives).
 */
export interface Finding {
  readonly ruleId: string;
  readonly severity: "error" | "warning";
  /** Warnings that must be explained: blocks submission until the answer `commentOn` has a comment. */
  readonly requiresComment: boolean;
  /** Indicators concerned; the first is where the finding is shown. */
  readonly indicators: readonly IndicatorCode[];
  /** What fills `{dim}` and `{cross}` in the message: code-list codes; absent when the message has none. */
  readonly dimension?: string;
  readonly crossTab?: string;
  /** Category concerned, if the rule is about one. */
  readonly category?: string;
}
