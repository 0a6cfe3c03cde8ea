import { type MarkShape, markBox, stateMarks } from "@avances/charts/place";
import type { ValueMark } from "@avances/charts/series";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import styles from "./value-state.module.css";
import { valueStateTexts } from "./value-state.texts.ts";

/**
 * One shape of a mark, in the style of the page. Letters are excluded from the browser's page translation, which would insert elements that
 * no drawing shows.
 */
function Shape({ shape }: { readonly shape: MarkShape }) {
  switch (shape.kind) {
    case "path":
      return <path d={shape.d} className={styles[shape.ink]} />;
    case "circle":
      return <circle r={shape.r} className={styles[shape.ink]} />;
    case "rect": {
      const { kind, ink, ...place } = shape;
      return <rect {...place} className={styles[ink]} />;
    }
    case "letter":
      return (
        <text x={shape.x} y={shape.y} textAnchor="middle" className={`${styles.letter} notranslate`}>
          {shape.text}
        </text>
      );
    default:
      return shape satisfies never;
  }
}

const drawn = (mark: ValueMark) =>
  stateMarks[mark].map((shape) => <Shape key={shape.kind === "letter" ? shape.text : shape.kind} shape={shape} />);

/** A mark inside a drawing, centred at a place. `size` 1 = 22 × 18. Hidden from screen readers: the words stand beside it. */
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
  return <g transform={`translate(${x} ${y}) scale(${size})`}>{drawn(mark)}</g>;
}

/** The mark alone, where its word stands beside it. */
export function ValueMarkPicture({ mark }: { readonly mark: ValueMark }) {
  return (
    <svg
      viewBox={`${-markBox.width / 2} ${-markBox.height / 2} ${markBox.width} ${markBox.height}`}
      width={markBox.width}
      height={markBox.height}
      aria-hidden="true"
      className={styles.picture}
    >
      {drawn(mark)}
    </svg>
  );
}

interface ValueStateProps {
  readonly state: ValueMark;
  /** `glyph`: for cells of a matrix; screen readers get the word. `word`: mark and word. */
  readonly variant?: "glyph" | "word" | undefined;
}

/** What stands in the place of a number: mark and word. A reported 0 is a number: print it as one. */
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
  /** Only the marks on the page; if there are none, there is no legend. */
  readonly states: readonly ValueMark[];
  /** True: with a sentence each; false: one line of marks and words. */
  readonly explained?: boolean | undefined;
  /** Other marks of the same picture, shown before these. */
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
