import type { PlacedText } from "@avances/charts/place";
import styles from "./chart.module.css";

const voices = { label: styles.label, plain: undefined, faint: styles.faint } as const;

/** A placed text of a drawing. */
export function TextAt({ text, x, y, anchor, voice }: PlacedText) {
  return (
    <text x={x} y={y} textAnchor={anchor} className={voices[voice]}>
      {text}
    </text>
  );
}
