import type { ReactNode } from "react";
import styles from "./callout.module.css";
import { classNames } from "./class-names.ts";

interface CalloutProps {
  /** `info` informs, `caution` asks for care, `alarm` says that something failed or must be done, `done` that something succeeded. */
  readonly tone?: "info" | "caution" | "alarm" | "done" | undefined;
  readonly title?: ReactNode;
  /** Read out when it appears after the page was loaded: `alert` for failures, `status` for the rest. */
  readonly live?: "alert" | "status" | undefined;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A note in the page, beside what it is about. There are no toasts: what matters stays readable. */
export function Callout({ tone = "info", title, live, actions, children }: CalloutProps) {
  return (
    <div className={classNames(styles.callout, styles[tone])} role={live} data-tone={tone}>
      <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" className={styles.icon}>
        {tone === "alarm" ? (
          <path d="M9 1.5 17.2 16.3H.8ZM9 6.6v4.6M9 12.9v1.7" />
        ) : tone === "done" ? (
          <path d="M1.8 9a7.2 7.2 0 1 0 14.4 0A7.2 7.2 0 1 0 1.8 9M5.6 9.3l2.4 2.5L12.6 6.4" />
        ) : (
          <path d="M1.8 9a7.2 7.2 0 1 0 14.4 0A7.2 7.2 0 1 0 1.8 9M9 8.2v5M9 4.8v1.7" />
        )}
      </svg>
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children ? <div className={styles.text}>{children}</div> : null}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
