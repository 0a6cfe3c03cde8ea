import type { PublicIndicatorList } from "#lib/published-queries.ts";
import { classNames } from "#ui/class-names.ts";
import styles from "./answer-bar.module.css";

type Answers = NonNullable<PublicIndicatorList["indicators"][number]["latest"]>["answers"];

/**
 * How many of all countries with a report gave each level, or no and yes, as parts of one bar; what is left over gave none. Hidden from
 * screen readers: the same counts stand beside it in words.
 */
export function AnswerBar({ answers, all }: { readonly answers: Answers; readonly all: number }) {
  const share = (countries: number) => `${(100 * countries) / all}%`;
  let before = 0;
  const parts = answers.map((answer) => {
    const part = { answer, from: before };
    before += answer.countries;
    return part;
  });
  return (
    <svg className={styles.bar} width="100%" height="14" aria-hidden="true">
      <rect width="100%" height="14" className={styles.rest} />
      {parts.map(({ answer, from }) => {
        const look = answer.type === "ordinal" ? `level${Math.min(4, answer.level)}` : answer.value ? "yes" : "no";
        return (
          <rect
            key={look}
            x={share(from)}
            width={share(answer.countries)}
            height="14"
            className={classNames(styles.part, styles[look])}
          />
        );
      })}
    </svg>
  );
}
