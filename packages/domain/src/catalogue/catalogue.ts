import type { Text } from "./language.ts";

/** Types of the indicator catalogue. The figures and texts themselves are data: `catalogue/<version>.json` beside `src/`. */

export const instrumentCodes = ["TIP", "SOM"] as const;
export type InstrumentCode = (typeof instrumentCodes)[number];

export const dimensionCodes = ["LEG", "PRV", "PRO", "JUS", "COO", "DAT"] as const;
export type DimensionCode = (typeof dimensionCodes)[number];

export const valueTypes = ["ordinal", "boolean", "count", "ratio", "money", "date", "text"] as const;
export type ValueType = (typeof valueTypes)[number];

/** Which way a figure is better; `neutral` when neither is. */
export const directions = ["higher_is_better", "lower_is_better", "neutral"] as const;
export type Direction = (typeof directions)[number];

/** `TIP-PRO-01`: instrument, dimension, number. A code never changes meaning; a new definition takes a new code. */
export type IndicatorCode = string;

/** The treaties whose articles the catalogue cites, in the order in which they are listed: the Protocols, then their Convention. */
export const treatyCodes = [...instrumentCodes, "UNTOC"] as const;
export type TreatyCode = (typeof treatyCodes)[number];

export interface Article {
  readonly instrument: TreatyCode;
  /** Digits only. */
  readonly article: string;
  /** What stands inside the outer brackets, so that `1)(b` is cited as (1)(b) (`articleNumber`); null = the whole article. */
  readonly paragraph: string | null;
}

export interface Level {
  readonly level: number;
  /** 0 to 100. */
  readonly points: number;
  readonly label: Text;
  /** At most `longestShortLabel` characters, for tiles and the heads of ladders. Absent in the first version (`shortLabelOf`). */
  readonly shortLabel?: Text;
}

export interface RatioParts {
  readonly numerator: { readonly label: Text };
  readonly denominator: {
    readonly label: Text;
    /** `TIP-PRO-01` or `TIP-PRO-01[ageGroup=child]`: the figure this denominator must equal, or null. */
    readonly mustEqual: string | null;
  };
}

export type Scoring =
  | { readonly method: "ordinal" }
  | { readonly method: "boolean"; readonly true: number; readonly false: number }
  /** Goalposts are shares (0.8 = 80 %). */
  | { readonly method: "linear"; readonly min: number; readonly max: number; readonly minDenominator: number };

export type MissingState = "not_available" | "not_applicable";

export interface Indicator {
  readonly code: IndicatorCode;
  readonly instrument: InstrumentCode;
  readonly dimension: DimensionCode;
  readonly objective: string;
  readonly kind: "structure" | "process" | "outcome";
  readonly valueType: ValueType;
  readonly unit: Text;
  readonly direction: Direction;
  readonly scored: boolean;
  readonly scoring: Scoring | null;
  /** Weight inside its instrument and dimension; 0 when not scored. */
  readonly weight: number;
  /** Ordinal only. */
  readonly levels?: readonly Level[];
  /** Ratio only. */
  readonly ratio?: RatioParts;
  /** Codes of the code lists by which the value (or the numerator) is broken down. */
  readonly disaggregations: readonly string[];
  readonly disaggregatedPart: "value" | "numerator" | null;
  /** Pairs of disaggregations asked as a two-way table. */
  readonly crossTabs: readonly (readonly string[])[];
  readonly frequency: "annual";
  readonly carryForward: boolean;
  readonly evidenceRequired: boolean;
  readonly evidence: Text | null;
  readonly allowedMissing: readonly MissingState[];
  /** Counts only: published also as a rate per so many inhabitants. */
  readonly perInhabitants?: number;
  readonly sensitivity: "public" | "restricted";
  readonly smallCellSuppression: boolean;
  readonly name: Text;
  /** What the indicator asks, as one plain question: the title of its page. Absent in the first version (`questionOf`). */
  readonly question?: Text;
  readonly definition: Text;
}

/** With what is read about an indicator and decides nothing. */
export interface WholeIndicator extends Indicator {
  readonly articles: readonly Article[];
  readonly guidance: Text;
  /** Ids of `sources`. */
  readonly source: readonly string[];
}

export interface Category {
  readonly code: string;
  readonly label: Text;
}

export interface CodeList {
  readonly code: string;
  readonly name: Text;
  /** Exclusive: each person is in exactly one category, so the categories add up to the total. */
  readonly exclusive: boolean;
  readonly note?: Text;
  readonly codes: readonly Category[];
}

export type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=";

export interface RefOperand {
  /** An indicator code, or `$ind` in a template. */
  readonly ref: string;
  readonly part?: "numerator" | "denominator" | "every";
  readonly cell?: Readonly<Record<string, string>>;
  readonly dim?: string;
  readonly agg?: "sum" | "max";
  readonly crossTab?: string;
  readonly margin?: Readonly<Record<string, string>>;
  readonly round?: "previous";
  readonly attribute?: "state" | "evidenceCount" | "reasonLength";
}
export interface OperationOperand {
  readonly op: "add" | "subtract" | "multiply" | "divide" | "abs";
  readonly args: readonly Operand[];
}
export type Operand =
  | RefOperand
  | { readonly const: number | string }
  | { readonly var: "referencePeriodEnd" | "referencePeriodStart" | "dueDate" }
  | OperationOperand;

export interface Condition {
  readonly left: Operand;
  readonly operator: Operator;
  readonly right: Operand;
}

export interface Validation extends Condition {
  readonly id: string;
  readonly class: "within" | "quality" | "temporal" | "cross";
  readonly appliesTo: {
    readonly codes?: readonly IndicatorCode[];
    readonly valueTypes?: readonly ValueType[];
    readonly each?: "exclusiveDimension" | "nonExclusiveDimension" | "crossTab";
    readonly evidenceRequired?: boolean;
    readonly missingStates?: readonly string[];
  };
  readonly when: readonly Condition[];
  readonly severity: "error" | "warning";
  readonly requiresComment: boolean;
  readonly message: Text;
}

export interface Dimension {
  readonly code: DimensionCode;
  readonly order: number;
  readonly name: Text;
  /** For the heads of columns. Absent in the first version (`shortNameOf`). */
  readonly shortName?: Text;
  readonly description: Text;
  readonly weight: number;
}

export interface Instrument {
  readonly code: InstrumentCode;
  readonly name: Text;
  readonly shortName: Text;
  readonly weight: number;
  readonly entryIntoForce: string;
}

export interface Objective {
  readonly code: string;
  readonly instrument: InstrumentCode;
  readonly dimension: DimensionCode;
  readonly name: Text;
  readonly articles: readonly Article[];
}

/**
 * Decimals of points and shares on pages and in charts. The number is the catalogue's, and a catalogue that says another one is refused
 * (`catalogueFaults`): figures of several versions stand in one table and on one axis, and one that is shown may be of a version that the page has
 * not read.
 */
export const shownDecimals = 1;

export interface IndexRule {
  readonly range: readonly number[];
  readonly minCoverageDimension: number;
  readonly minCoverageInstrument: number;
  readonly minDimensionsInstrument: number;
  readonly overallRequiresAllInstruments: boolean;
  /**
   * Percent of the scored weight that two rounds must share to be comparable. Methodology §5. Absent in the first version, to which
   * `smallestMatchedWeight` gives its number.
   */
  readonly minMatchedWeight?: number;
  /** Always `shownDecimals`. */
  readonly displayDecimals: number;
  readonly ranking: false;
}

export interface SuppressionRule {
  /** T: counts of persons from 1 to T − 1 are hidden. */
  readonly threshold: number;
  /** What the index uses in place of a primary hidden numerator. */
  readonly numeratorSubstituteForIndex: number;
  readonly symbol: Text;
  readonly note: Text;
}

export interface Source {
  readonly id: string;
  readonly type: string;
  readonly author: string;
  readonly title: string;
  readonly year: number;
}

/** What a report is made and judged with. The form reads it in one language (`working-catalogue.ts`). */
export interface Catalogue {
  readonly version: string;
  readonly referencePeriod: Text;
  readonly instruments: readonly Instrument[];
  readonly dimensions: readonly Dimension[];
  readonly codeLists: readonly CodeList[];
  readonly answerStates: readonly { readonly code: string; readonly name: Text; readonly description: Text }[];
  readonly suppression: SuppressionRule;
  readonly index: IndexRule;
  readonly indicators: readonly Indicator[];
  readonly validations: readonly Validation[];
}

/** A version as its file says it. */
export interface WholeCatalogue extends Catalogue {
  readonly id: string;
  readonly status: "proposed" | "adopted" | "retired";
  readonly title: Text;
  readonly summary: Text;
  readonly sources: readonly Source[];
  readonly parentInstrument: { readonly code: "UNTOC"; readonly name: Text };
  readonly objectives: readonly Objective[];
  readonly kinds: readonly { readonly code: string; readonly name: Text; readonly description: Text }[];
  readonly indicators: readonly WholeIndicator[];
}

/** The indicator with this code, or undefined when the catalogue has none. */
export function findIndicator(catalogue: Catalogue, code: IndicatorCode): Indicator | undefined {
  return catalogue.indicators.find((indicator) => indicator.code === code);
}

/** The code list with this code, or undefined. */
export function findCodeList(catalogue: Catalogue, code: string): CodeList | undefined {
  return catalogue.codeLists.find((list) => list.code === code);
}
