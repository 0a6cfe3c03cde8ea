import type { AnswerState } from "@avances/domain/answer";
import { useTexts } from "#i18n/i18n.ts";
import { classNames } from "./class-names.ts";
import { statusTexts } from "./status.texts.ts";
import styles from "./value-state.module.css";

export type ValueMark = Exclude<AnswerState, "reported">;

/** The glyph of a missing value: `·` not reported, `n` not available, `/` not applicable, `‹5` too few, `s` hidden. */
export const valueGlyphs: Readonly<Record<ValueMark, string>> = {
  not_reported: "·",
  not_available: "n",
  not_applicable: "/",
  small_base: "<5",
  suppressed: "s",
};

interface ValueStateProps {
  readonly state: ValueMark;
  /** `glyph`: for cells of a matrix, the word is read out. `word`: glyph and word. */
  readonly variant?: "glyph" | "word" | undefined;
}

/** What stands where a number would: a mark told apart by shape and letter, never by colour alone. A reported 0 is a number, print it as one. */
export function ValueState({ state, variant = "glyph" }: ValueStateProps) {
  const t = useTexts(statusTexts);
  return (
    <span className={styles.value} title={variant === "glyph" ? t.stateHelp[state] : undefined}>
      <span className={classNames(styles.glyph, styles[state])} aria-hidden="true">
        {valueGlyphs[state]}
      </span>
      <span className={variant === "glyph" ? "sr-only" : undefined}>{t.state[state]}</span>
    </span>
  );
}

interface ValueStateLegendProps {
  /** Only the marks that are on the page. */
  readonly states: readonly ValueMark[];
  /** With a sentence each; without, one line of marks and words. */
  readonly explained?: boolean | undefined;
}

export function ValueStateLegend({ states, explained = false }: ValueStateLegendProps) {
  const t = useTexts(statusTexts);
  if (states.length === 0) return null;
  if (!explained) {
    return (
      <ul className={styles.line} aria-label={t.legend}>
        {states.map((state) => (
          <li key={state}>
            <ValueState state={state} variant="word" />
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
            <span className={classNames(styles.glyph, styles[state])} aria-hidden="true">
              {valueGlyphs[state]}
            </span>
            {t.state[state]}
          </dt>
          <dd>{t.stateHelp[state]}</dd>
        </div>
      ))}
    </dl>
  );
}
