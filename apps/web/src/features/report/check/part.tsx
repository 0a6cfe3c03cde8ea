import type { ReactNode } from "react";
import styles from "./check.module.css";

interface PartProps {
  /** Its place in the document; also its address on the page (`#part-2`). */
  readonly number: number;
  readonly title: string;
  /** How many, and what that means. */
  readonly note: string;
  /** Nothing in it: it is said in its one line. */
  readonly isEmpty?: boolean;
  readonly children?: ReactNode;
}

export const partId = (number: number) => `part-${number}`;

/** A numbered part of the report as one document. An empty one is a line, so that nobody wonders whether it was left out. */
export function Part({ number, title, note, isEmpty = false, children }: PartProps) {
  const id = partId(number);
  return (
    <section id={id} className={styles.part} aria-labelledby={`${id}-title`} data-empty={isEmpty || undefined}>
      <div className={styles.partHead}>
        <h2 id={`${id}-title`} tabIndex={-1}>
          <span className={styles.number}>{number}</span> {title}
        </h2>
        <p className={styles.partNote}>{note}</p>
      </div>
      {isEmpty ? null : children}
    </section>
  );
}
