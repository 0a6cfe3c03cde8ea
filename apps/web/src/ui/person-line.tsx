import type { ReactNode } from "react";
import styles from "./person-line.module.css";

/** A person in one line: name, then role and country. No picture, no initials. */
export function PersonLine({ name, detail }: { readonly name: string; readonly detail?: ReactNode }) {
  return (
    <span className={styles.person}>
      <span className={styles.name}>{name}</span>
      {detail ? <span className={styles.detail}>{detail}</span> : null}
    </span>
  );
}
