import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./disclosure.module.css";
import { onOwnToggle } from "./on-own-toggle.ts";

interface DisclosureProps {
  readonly summary: ReactNode;
  /** Right of the summary: a count, a status. */
  readonly aside?: ReactNode;
  readonly open?: boolean | undefined;
  readonly onToggle?: ((open: boolean) => void) | undefined;
  /** `plain` inside text and forms; `ruled` for lists of sections. */
  readonly variant?: "plain" | "ruled" | undefined;
  readonly children: ReactNode;
}

/** The browser's own `<details>`: found by search in the page, printed open. */
export function Disclosure({ summary, aside, open, onToggle, variant = "plain", children }: DisclosureProps) {
  return (
    <details
      className={classNames(styles.details, styles[variant])}
      open={open}
      onToggle={onOwnToggle((isOpen) => onToggle?.(isOpen))}
    >
      <summary className={styles.summary}>
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" className={styles.chevron}>
          <path d="m2.5 1 4.5 4-4.5 4" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </svg>
        <span className={styles.words}>{summary}</span>
        {aside ? <span className={styles.aside}>{aside}</span> : null}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
