import { useTexts } from "#i18n/i18n.ts";
import styles from "./demonstration-banner.module.css";
import { uiTexts } from "./ui.texts.ts";

/** On every page of an instance with generated data, also when printed. */
export function DemonstrationBanner({ shown }: { readonly shown: boolean }) {
  const t = useTexts(uiTexts);
  if (!shown) return null;
  return (
    <section className={styles.banner} aria-label={t.demonstration}>
      <p>
        <strong>{t.demonstration}.</strong> <span className={styles.more}>{t.demonstrationMore}</span>
      </p>
    </section>
  );
}
