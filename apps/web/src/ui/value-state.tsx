import type { ValueMark } from "@avances/charts/series";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import styles from "./value-state.module.css";
import { valueStateTexts } from "./value-state.texts.ts";

/**
 * The one table of marks, each drawn in a box of 22 × 18 around 0/0: told apart by shape and letter, never by colour alone.
 * Tables, legends and charts all draw from here; a mark that is missing does not compile.
 */
const drawings: Readonly<Record<ValueMark, ReactNode>> = {
  not_reported: (
    <>
      <Box />
      <path d="M-5 2.6h.01M0 2.6h.01M5 2.6h.01" className={styles.dots} />
    </>
  ),
  not_available: (
    <>
      <Hatch back />
      <Letter>n</Letter>
    </>
  ),
  not_applicable: <path d="M3.4-7-3.4 7" className={styles.stroke} />,
  unconfirmed: (
    <>
      <path d="M-1.4-7-8.2 7" className={styles.stroke} />
      <Letter x={4}>?</Letter>
    </>
  ),
  small_base: (
    <>
      <Box />
      <Letter>{"<5"}</Letter>
    </>
  ),
  suppressed: (
    <>
      <Box className={styles.dotted} />
      <Letter>s</Letter>
    </>
  ),
  insufficient: <path d="M-4.5-7h-3.5V7h3.5M4.5-7h3.5V7h-3.5" className={styles.stroke} />,
  not_published: (
    <>
      <Hatch />
      <circle r="2.3" className={styles.filled} />
    </>
  ),
  not_published_yet: <circle r="6.2" className={styles.ring} />,
  exempt: <path d="M-7 0H7" className={styles.bar} />,
  not_asked: <Letter>v</Letter>,
};

function Box({ className }: { readonly className?: string | undefined }) {
  return <rect x="-10.25" y="-8.25" width="20.5" height="16.5" rx="2" className={className ?? styles.box} />;
}

function Hatch({ back = false }: { readonly back?: boolean }) {
  return (
    <path
      d="M-11-5-7-9M-11 1-1-9M-11 7 5-9M-8 9 10-9M-3 9 11-5M3 9 11 1M9 9 11 7"
      transform={back ? "scale(-1 1)" : undefined}
      className={styles.hatch}
    />
  );
}

/** The letters are the same in every language: a browser that translates a page leaves them, it would put elements here that no drawing shows. */
function Letter({ x = 0, children }: { readonly x?: number; readonly children: string }) {
  return (
    <text x={x} y="4.6" textAnchor="middle" className={`${styles.letter} notranslate`}>
      {children}
    </text>
  );
}

/** A mark inside a drawing, centred at a place. `size` 1 = 22 × 18. Says nothing to readers by ear: the words stand beside it. */
export function MarkAt({
  mark,
  x,
  y,
  size = 1,
}: {
  readonly mark: ValueMark;
  readonly x: number;
  readonly y: number;
  readonly size?: number | undefined;
}) {
  return <g transform={`translate(${x} ${y}) scale(${size})`}>{drawings[mark]}</g>;
}

/** The mark alone, where its word stands beside it anyway. */
export function ValueMarkPicture({ mark }: { readonly mark: ValueMark }) {
  return (
    <svg viewBox="-11 -9 22 18" width="22" height="18" aria-hidden="true" className={styles.picture}>
      {drawings[mark]}
    </svg>
  );
}

interface ValueStateProps {
  readonly state: ValueMark;
  /** `glyph`: for cells of a matrix, the word is read out. `word`: mark and word. */
  readonly variant?: "glyph" | "word" | undefined;
}

/** What stands where a number would: mark and word. A reported 0 is a number, print it as one. */
export function ValueState({ state, variant = "glyph" }: ValueStateProps) {
  const t = useTexts(valueStateTexts);
  return (
    <span className={styles.value} title={variant === "glyph" ? `${t.state[state]}. ${t.help[state]}` : undefined}>
      <ValueMarkPicture mark={state} />
      <span className={variant === "glyph" ? "sr-only" : undefined}>{t.state[state]}</span>
    </span>
  );
}

interface ValueStateLegendProps {
  /** Only the marks that are on the page; without any, there is no legend. */
  readonly states: readonly ValueMark[];
  /** With a sentence each; without, one line of marks and words. */
  readonly explained?: boolean | undefined;
  /** What else has a mark in the same picture, before the others. */
  readonly before?: ReactNode;
}

export function ValueStateLegend({ states, explained = false, before }: ValueStateLegendProps) {
  const t = useTexts(valueStateTexts);
  if (states.length === 0 && before === undefined) return null;
  if (!explained) {
    return (
      <ul className={styles.line} aria-label={t.legend}>
        {before}
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
            <ValueMarkPicture mark={state} />
            {t.state[state]}
          </dt>
          <dd>{t.help[state]}</dd>
        </div>
      ))}
    </dl>
  );
}
