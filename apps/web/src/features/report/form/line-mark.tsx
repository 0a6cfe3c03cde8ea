import type { ReactNode } from "react";
import styles from "./answer-line.module.css";
import type { LineMarkKind } from "./line-standing.ts";

const tick = <path d="m2.2 7.4 3.2 3.2 6.4-7.2" className={styles.markDone} />;
const dot = <circle cx="7" cy="7" r="2" className={styles.markDot} />;
const bubble = (
  <>
    <path d="M1.5 2.5h11v7h-6l-3 3v-3h-2Z" className={styles.markCaution} />
    <path d="M7 4.2v2.2M7 7.6v.6" className={styles.markCaution} />
  </>
);
const triangle = (
  <>
    <path d="M7 1.4 13 12.4H1Z" className={styles.markAlarm} />
    <path d="M7 5.2v3.4M7 10v.8" className={styles.markAlarm} />
  </>
);
const clock = (
  <>
    <circle cx="7" cy="7" r="5.2" className={styles.markLine} />
    <path d="M7 4v3.2l2 1.3" className={styles.markLine} />
  </>
);

/** The shape of a standing; its word stands at the end of the line. */
const shapes: Readonly<Record<LineMarkKind, ReactNode>> = {
  open: <path d="M2 12l.8-3L10 1.8 12.2 4 5 11.2Z" className={styles.markInk} />,
  conflict: triangle,
  refused: triangle,
  signedOut: triangle,
  fault: triangle,
  error: triangle,
  explain: bubble,
  question: bubble,
  warning: bubble,
  offline: clock,
  typing: clock,
  saving: clock,
  confirmed: <path d="M2.5 5h9M2.5 9h9" className={styles.markDone} />,
  saved: tick,
  part: dot,
  proposed: dot,
  none: dot,
  closed: (
    <>
      <rect x="3" y="6.5" width="8" height="6" className={styles.markLine} />
      <path d="M4.6 6.5V4.4a2.4 2.4 0 0 1 4.8 0v2.1" className={styles.markLine} />
    </>
  ),
};

export function LineMark({ kind }: { readonly kind: LineMarkKind }) {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" className={styles.mark} data-mark={kind}>
      {shapes[kind]}
    </svg>
  );
}
