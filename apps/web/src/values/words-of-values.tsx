import type { AnswerValueOf } from "@avances/domain/answer";
import type { ValueType } from "@avances/domain/catalogue";
import type { PublishedValueOf } from "@avances/domain/suppression";
import type { ReactNode } from "react";
import { countWords } from "./count.tsx";
import { dateWords } from "./date.ts";
import { levelWords } from "./level.tsx";
import { moneyWords } from "./money.ts";
import { ratioWords } from "./ratio.tsx";
import { textWords } from "./text.ts";
import type { Saying, Showing, ValueWords } from "./value-words.ts";
import { yesNoWords } from "./yes-no.tsx";

const wordsOfValues: { readonly [T in ValueType]: ValueWords<T> } = {
  ordinal: levelWords,
  boolean: yesNoWords,
  count: countWords,
  ratio: ratioWords,
  money: moneyWords,
  date: dateWords,
  text: textWords,
};

/** A value of a report in one line. */
export function valueWords<T extends ValueType>(value: AnswerValueOf<T>, saying: Saying): string {
  return wordsOfValues[value.type].words(value, saying);
}

/** A published value in a cell. */
export function valueCell<T extends ValueType>(value: PublishedValueOf<T>, showing: Showing): ReactNode {
  return wordsOfValues[value.type].cell(value, showing);
}

/** Are these answers figures, aligned to the right so that digits line up? */
export function isFigure(type: ValueType): boolean {
  return wordsOfValues[type].isFigure;
}
