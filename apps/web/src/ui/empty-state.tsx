import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** Nothing here yet: says why, and what comes next or what to do. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 64 28" width="64" height="28" aria-hidden="true" className={styles.mark}>
        <path d="M8.5 14h38" />
        <circle cx="5" cy="14" r="3.5" />
        <circle cx="53" cy="14" r="6" className={styles.ahead} />
      </svg>
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.text}>{children}</div> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
