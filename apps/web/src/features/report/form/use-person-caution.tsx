import { personalDetails } from "@avances/domain/text";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./indicator-article.module.css";

/** A hint below a text that seems to hold details of a person; undefined otherwise. It does not prevent saving. */
export function usePersonCaution(): (text: string) => ReactNode {
  const t = useTexts(formTexts).person;
  const f = useFormat();
  return (text) => {
    const details = personalDetails(text);
    return details.length === 0 ? undefined : (
      <span className={styles.caution}>
        {t.caution(f.list(details.flatMap((detail) => (detail === "few_people" ? [] : t.detail[detail]))))}
      </span>
    );
  };
}
