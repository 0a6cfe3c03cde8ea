import styles from "./wordmark.module.css";

/** Three countries on their way: each from its baseline (open) to its present state (filled). */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg viewBox="0 0 30 26" width="34" height="29" aria-hidden="true" className={styles.mark}>
        <path d="M5.8 4H13M5.8 13H18M5.8 22H23" />
        <circle cx="3.2" cy="4" r="2.4" />
        <circle cx="3.2" cy="13" r="2.4" />
        <circle cx="3.2" cy="22" r="2.4" />
        <g className={styles.now}>
          <circle cx="15.6" cy="4" r="3.6" />
          <circle cx="20.8" cy="13" r="3.6" />
          <circle cx="26" cy="22" r="3.6" />
        </g>
      </svg>
      Avances
    </span>
  );
}
