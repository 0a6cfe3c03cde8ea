import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { RadioGroup } from "#ui/field.tsx";
import { useEntry } from "../saving/use-answer-store.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./indicator-article.module.css";

/** The levels in words, each with the key that chooses it; their points are not shown, so that nobody answers by the score. */
export function LevelControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const { store, entry } = useEntry(indicator.code);
  return (
    <RadioGroup
      label={t.value.level}
      name={`${indicator.code}-level`}
      choices={(indicator.levels ?? []).map(({ level, label }) => ({
        value: String(level),
        label: (
          <>
            <span className={styles.digit} aria-hidden="true">
              {level}
            </span>{" "}
            {label[lang]}
          </>
        ),
      }))}
      value={entry.draft.level === null ? null : String(entry.draft.level)}
      onChange={(level) => {
        store.edit(indicator.code, (draft) => ({ ...draft, level: Number(level) }));
        store.commit(indicator.code);
      }}
    />
  );
}
