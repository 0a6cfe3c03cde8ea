import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import type { KeptForm } from "#lib/use-kept-form.ts";
import { Button } from "./button.tsx";
import styles from "./kept-note.module.css";
import { uiTexts } from "./ui.texts.ts";

/** Above a form with text from an earlier visit: so that nobody sends it unseen. Emptying it can be undone. */
export function KeptNote<T extends object>({ form }: { readonly form: KeptForm<T> }) {
  const t = useTexts(uiTexts).kept;
  const [emptied, setEmptied] = useState<T | null>(null);
  if (emptied !== null) {
    return (
      <p className={styles.note} role="status">
        <span>{t.emptied}</span>
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            form.change(emptied);
            setEmptied(null);
          }}
        >
          {t.undo}
        </Button>
      </p>
    );
  }
  if (!form.isFromBefore) return null;
  return (
    <p className={styles.note}>
      <span>{t.here}</span>
      <Button
        size="small"
        variant="quiet"
        onClick={() => {
          setEmptied(form.value);
          form.clear();
        }}
      >
        {t.anew}
      </Button>
    </p>
  );
}
