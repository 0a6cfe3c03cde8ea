import type { Language } from "@avances/domain/catalogue";
import { idOf } from "./figure-id.ts";
import { numbersIn, type PageElement } from "./page-elements.ts";

/** A figure of one country and round, as far as one place of a page tells it: it lies between the two. */
export interface Sight {
  readonly country: string;
  readonly roundYear: number;
  readonly id: string;
  readonly lo: number;
  readonly hi: number;
  /** Which place of the page: for the message of a test. */
  readonly place: string;
}

type Named = Readonly<Record<Language, string>>;

/** What the reader of a page needs of the public answer beside it: names and populations, and no figure. */
export interface IndicatorAnswer {
  readonly indicator: {
    readonly code: string;
    readonly valueType: string;
    readonly breakdowns: readonly {
      readonly code: string;
      readonly categories: readonly { readonly code: string }[];
    }[];
  };
  readonly countries: readonly { readonly iso3: string; readonly name: Named }[];
  readonly rounds: readonly { readonly roundYear: number; readonly referenceYear: number }[];
  readonly rate: {
    readonly per: number;
    readonly populations: readonly { readonly country: string; readonly roundYear: number; readonly persons: number }[];
  } | null;
}

/** Names and ids of one indicator, in one language. */
export class Places {
  readonly answer: IndicatorAnswer;
  readonly isRatio: boolean;
  /** What is divided by breakdowns. */
  readonly head: string;
  /** What was read: all numbers in it are sights, or say where a sight stands. */
  readonly read: Set<PageElement>;
  readonly #language: Language;

  constructor(answer: IndicatorAnswer, language: Language, read: Set<PageElement>) {
    this.answer = answer;
    this.read = read;
    this.#language = language;
    this.isRatio = answer.indicator.valueType === "ratio";
    this.head = idOf(answer.indicator.code, this.isRatio ? "numerator" : "total");
  }

  get code(): string {
    return this.answer.indicator.code;
  }

  country(label: string): string {
    const found = this.answer.countries.find(({ name }) => name[this.#language] === label.trim());
    if (!found) throw new Error(`no country “${label}”`);
    return found.iso3;
  }

  /** The round of a head, which says the year of the data first and then the round. */
  round(label: string): number {
    const [, roundYear] = numbersIn(label);
    if (!this.answer.rounds.some((one) => one.roundYear === roundYear)) throw new Error(`no round “${label}”`);
    return roundYear as number;
  }

  roundOfData(year: number): number {
    const found = this.answer.rounds.find(({ referenceYear }) => referenceYear === year);
    if (!found) throw new Error(`no data for ${year}`);
    return found.roundYear;
  }

  cell(list: string, category: string): string {
    return idOf(this.code, this.isRatio ? "numerator" : "count", list, category);
  }

  persons(country: string, roundYear: number): number | undefined {
    return this.answer.rate?.populations.find((one) => one.country === country && one.roundYear === roundYear)?.persons;
  }
}

export const exactly = (value: number) => ({ lo: value, hi: value });
/** As exact as numbers in a drawing are. */
export const near = (value: number) => ({ lo: value - 1e-6 * (1 + value), hi: value + 1e-6 * (1 + value) });
