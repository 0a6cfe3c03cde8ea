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

/** What is needed to put a report's value into words. */
export interface Saying {
  readonly indicator: Indicator;
  readonly language: Language;
  readonly f: Formats;
  readonly texts: AnswerWordsTexts;
}

/** What is needed to show a published value. */
export interface Showing {
  readonly levels: PublicIndicator["indicator"]["levels"];
  readonly language: Language;
  readonly f: Formats;
  /** For many answers side by side: a tile for a level, and no parts of a share. */
  readonly compact: boolean;
}

/** How one type of value is put into words and shown. Its form is in `features/report`, which the public does not load. */
export interface ValueWords<T extends ValueType> {
  /** A value of a report in one line: the level in words, "24 of 27 (88.9%)", "USD 1,234.50". */
  readonly words: (value: AnswerValueOf<T>, saying: Saying) => string;
  /** A published value in a cell: figure or words. */
  readonly cell: (value: PublishedValueOf<T>, showing: Showing) => ReactNode;
  /** Is it a figure, aligned to the right so that digits line up? */
  readonly isFigure: boolean;
}
