import { type MarkShape, markBox, stateMarks } from "@avances/charts/place";
import type { ValueMark } from "@avances/charts/series";
import { useTexts } from "#i18n/i18n.ts";
import styles from "./value-mark.module.css";
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

/** Mark and word of what stands in the place of an answer. In a cell of a table of figures: `ValueState`. */
export function ValueWord({ state }: { readonly state: ValueMark }) {
  const t = useTexts(valueStateTexts);
  return (
    <span className={styles.value}>
      <ValueMarkPicture mark={state} />
      <span>{t.state[state]}</span>
    </span>
  );
}
