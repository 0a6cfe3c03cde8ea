import type { ValueMark } from "@avances/charts/series";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import marks from "./value-mark.module.css";
import { ValueMarkPicture, ValueWord } from "./value-mark.tsx";
import styles from "./value-state.module.css";
import { valueStateTexts } from "./value-state.texts.ts";
import { valueStateHelp } from "./value-state-help.texts.ts";

interface ValueStateProps {
  readonly state: ValueMark;
  /** `glyph`: for cells of a matrix; screen readers get the word. `word`: mark and word. */
  readonly variant?: "glyph" | "word" | undefined;
}

/** What stands in the place of a number: mark and word. A reported 0 is a number: print it as one. */
export function ValueState({ state, variant = "glyph" }: ValueStateProps) {
  const t = useTexts(valueStateTexts);
  const help = useTexts(valueStateHelp);
  if (variant === "word") return <ValueWord state={state} />;
  return (
    <span className={marks.value} title={`${t.state[state]}. ${help[state]}`}>
      <ValueMarkPicture mark={state} />
      <span className="sr-only">{t.state[state]}</span>
    </span>
  );
}

interface ValueStateLegendProps {
  /** Only the marks on the page; if there are none, there is no legend. */
  readonly states: readonly ValueMark[];
  /** True: with a sentence each; false: one line of marks and words. */
  readonly explained?: boolean | undefined;
  /** Other marks of the same picture, shown before these. */
  readonly before?: ReactNode;
}

export function ValueStateLegend({ states, explained = false, before }: ValueStateLegendProps) {
  const t = useTexts(valueStateTexts);
  const help = useTexts(valueStateHelp);
  if (states.length === 0 && before === undefined) return null;
  if (!explained) {
    return (
      <ul className={styles.line} aria-label={t.legend}>
        {before}
        {states.map((state) => (
          <li key={state}>
            <ValueWord state={state} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <dl className={styles.legend} aria-label={t.legend}>
      {states.map((state) => (
        <div key={state}>
          <dt>
            <ValueMarkPicture mark={state} />
            {t.state[state]}
          </dt>
          <dd>{help[state]}</dd>
        </div>
      ))}
    </dl>
  );
}
