import type { Language, WholeCatalogue } from "@avances/domain/catalogue";
import type { IndexNumbers } from "./index-numbers.ts";
import type { ScoreNames } from "./scope-of-line.ts";

/** A figure of which a page says only that it is the smallest or the largest of those shown of a round. */
export interface Extreme {
  readonly roundYear: number;
  readonly id: string;
  readonly lo: number;
  readonly hi: number;
}

/** What the reader of a page knows besides the page. */
export interface PageContext {
  readonly language: Language;
  readonly catalogue: WholeCatalogue;
  readonly names: ScoreNames;
  readonly index: IndexNumbers;
  /** Years of data and of rounds. */
  readonly years: ReadonlySet<number>;
  /** Lines of the same pages when no report is published: what stands there tells nothing of a report. */
  readonly constant: ReadonlySet<string>;
  /** Of the page, if it is one's own. */
  readonly country: string | null;
  readonly indicator: string | null;
}
