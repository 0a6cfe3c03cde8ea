import type { AnswerValueOf } from "@avances/domain/answer";
import type { Indicator, Language, ValueType } from "@avances/domain/catalogue";
import type { PublishedValueOf } from "@avances/domain/suppression";
import type { ReactNode } from "react";
import type { Formats } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";

/** Words a value needs besides those of the catalogue. */
export interface AnswerWordsTexts {
  readonly yes: string;
  readonly no: string;
  readonly of: (numerator: string, denominator: string, percent: string) => string;
  readonly blank: string;
}

/** What a value of a report is said in. */
export interface Saying {
  readonly indicator: Indicator;
  readonly language: Language;
  readonly f: Formats;
  readonly texts: AnswerWordsTexts;
}

/** What a published value is shown with. */
export interface Showing {
  readonly levels: PublicIndicator["indicator"]["levels"];
  readonly language: Language;
  readonly f: Formats;
  /** A tile for a level and no parts of a share, where many answers stand side by side. */
  readonly compact: boolean;
}

/** How a kind of value is said and shown. How it is asked for and read is with the form (`features/report`), which the public does not load. */
export interface ValueWords<T extends ValueType> {
  /** A value of a report in one line: the level in words, "24 of 27 (88.9%)", "USD 1,234.50". */
  readonly words: (value: AnswerValueOf<T>, saying: Saying) => string;
  /** A published value in a cell: figure or words. */
  readonly cell: (value: PublishedValueOf<T>, showing: Showing) => ReactNode;
  /** A figure stands to the right, digits under digits. */
  readonly isFigure: boolean;
}
