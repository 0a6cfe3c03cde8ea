import type { ValueType } from "../catalogue/catalogue.ts";
import type { AnswerValueOf } from "./answer.ts";

/** Does a value of this type count persons, cases or things, so that it breaks down by code lists and may have to be protected? */
const isCountedType = {
  ordinal: false,
  boolean: false,
  count: true,
  ratio: true,
  money: false,
  date: false,
  text: false,
} as const satisfies Readonly<Record<ValueType, boolean>>;

export type CountedType = { [T in ValueType]: (typeof isCountedType)[T] extends true ? T : never }[ValueType];
export type CountedValue = AnswerValueOf<CountedType>;

/** Is there a value, and is it a count or ratio? Works for reported and for published values. */
export function isCounted<V extends { readonly type: ValueType }>(
  value: V | null | undefined,
): value is Extract<V, { readonly type: CountedType }> {
  return value !== null && value !== undefined && isCountedType[value.type];
}

/** The value's own figures. The first is the one that is broken down; it may be blank while the answer is being prepared. */
export function figuresOf(value: CountedValue): readonly (number | null)[] {
  switch (value.type) {
    case "count":
      return [value.total];
    case "ratio":
      return [value.numerator, value.denominator];
  }
}
