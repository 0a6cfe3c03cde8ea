import { useTexts } from "#i18n/i18n.ts";
import styles from "./home.module.css";
import { homeTexts } from "./home.texts.ts";

/** Shown before the first answer of the first report. */
export function FirstSteps() {
  const t = useTexts(homeTexts);
  return (
    <section className={`section ${styles.part}`} aria-labelledby="first">
      <h2 id="first" className={styles.heading}>
        {t.first.title}
      </h2>
      <ol className={styles.first}>
        {t.first.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
