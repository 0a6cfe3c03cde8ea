import { type Answer, type AnswerValue, answeredAs } from "@avances/domain/answer";
import { type Indicator, shortLabelOf } from "@avances/domain/catalogue";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { type Formats, useFormat } from "#lib/format.ts";
import { ValueMarkPicture } from "#ui/value-mark.tsx";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { Written } from "#ui/written.tsx";
import { valueWords } from "#values/words-of-values.ts";
import { answerTexts } from "../answer.texts.ts";
import styles from "./answer-line.module.css";
import { lineTexts } from "./line.texts.ts";

interface Brief {
  /** Stands on the left with the figures of the other answers under each other: a number, a level, a mark. */
  readonly figure: ReactNode;
  readonly words: string;
}

interface AnswerBriefProps {
  readonly indicator: Indicator;
  /** Null = not reported. */
  readonly answer: Answer | null;
  /** Said after the words: a change, a round. */
  readonly more?: string | undefined;
  /** Without the label of a level, where another column has it. */
  readonly isShort?: boolean;
}

/** An answer in the width of a column: figure and words, at most two lines; opened, it is shown whole. */
export function AnswerBrief({ indicator, answer, more, isShort = false }: AnswerBriefProps) {
  const t = useTexts(lineTexts).brief;
  const answers = useTexts(answerTexts);
  const states = useTexts(valueStateTexts).state;
  const language = useLanguage();
  const f = useFormat();
  const { figure, words } = briefOf();
  return (
    <>
      <span className={styles.figure}>{figure}</span>{" "}
      <span className={styles.words}>
        {words === "" ? null : <Written text={words} />}
        {more === undefined ? null : words === "" ? more : ` · ${more}`}
      </span>
    </>
  );

  function briefOf(): Brief {
    if (answer === null) return { figure: <ValueMarkPicture mark="not_reported" />, words: t.none };
    if (answer.state !== "reported") {
      const state = states[answer.state];
      const words = answer.reason.trim() === "" ? state : `${state}: ${answer.reason}`;
      return { figure: <ValueMarkPicture mark={answer.state} />, words };
    }
    if (answer.value === null || answeredAs(answer) === null)
      return { figure: <ValueMarkPicture mark="not_reported" />, words: t.part };
    return valueBrief(answer.value, {
      indicator,
      language,
      f,
      t,
      isShort,
      whole: (value) => valueWords(value, { indicator, language, f, texts: answers }),
    });
  }
}

interface Saying {
  readonly indicator: Indicator;
  readonly language: Language;
  readonly f: Formats;
  readonly t: (typeof lineTexts)["en"]["brief"];
  readonly isShort: boolean;
  readonly whole: (value: AnswerValue) => string;
}

function valueBrief(value: AnswerValue, { indicator, language, f, t, isShort, whole }: Saying): Brief {
  switch (value.type) {
    case "count":
      return { figure: f.number(value.total ?? 0), words: indicator.unit[language] };
    case "ratio": {
      const { numerator, denominator } = value;
      const share = numerator === null || !denominator ? "" : f.percent(numerator / denominator);
      return { figure: f.number(numerator ?? 0), words: t.outOf(f.number(denominator ?? 0), share) };
    }
    case "ordinal": {
      const levels = indicator.levels ?? [];
      const level = levels.find((one) => one.level === value.level);
      const most = Math.max(...levels.map((one) => one.level));
      const label = level === undefined || isShort ? "" : shortLabelOf(level)[language];
      return { figure: f.number(value.level), words: `${t.of(f.number(most))}${label === "" ? "" : ` · ${label}`}` };
    }
    case "money":
      // In a narrow column it may break behind the currency, and nowhere in the number.
      return {
        figure: null,
        words: isShort ? whole(value).replaceAll("\u00a0", " ") : whole(value),
      };
    case "date":
      return { figure: null, words: isShort ? f.shortDate(value.date) : whole(value) };
    case "boolean":
    case "text":
      return { figure: null, words: whole(value) };
  }
}

/** How a count stands to last round's: more, fewer or as many; undefined for everything that is no count. Never "better". */
export function useCountChange(now: Answer | null, before: Answer | undefined): string | undefined {
  const t = useTexts(lineTexts).brief;
  const f = useFormat();
  const [one, other] = [now?.value, before?.value];
  if (one?.type !== "count" || other?.type !== "count" || one.total === null || other.total === null) return undefined;
  const change = one.total - other.total;
  if (change === 0) return t.same;
  return change > 0 ? t.more(f.number(change)) : t.fewer(f.number(-change));
}
