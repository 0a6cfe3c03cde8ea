import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { AskedCountry } from "./asked-country.ts";
import styles from "./notices.module.css";
import type { ResendReply } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";

/** Who in the selection gets nothing, by reason. */
export function LeftOut({
  leftOut,
  countries,
}: Pick<ResendReply, "leftOut"> & { readonly countries: readonly AskedCountry[] }) {
  const t = useTexts(remindersTexts).preview;
  const lang = useLanguage();
  const f = useFormat();
  if (leftOut.length === 0) return null;
  const nameOf = (alpha3: string) => countries.find((one) => one.alpha3 === alpha3)?.name[lang] ?? alpha3;
  return (
    <div className={styles.leftOut}>
      <b>{t.leftOut}</b>
      <ul>
        {[...Map.groupBy(leftOut, ({ reason }) => reason)].map(([reason, own]) => (
          <li key={reason}>
            {f.list(own.map(({ country }) => nameOf(country)).sort(f.compare))}: {t.reason[reason]}
          </li>
        ))}
      </ul>
    </div>
  );
}
