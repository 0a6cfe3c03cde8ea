import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { whenIdle } from "#lib/later.tsx";
import { loadUntilThere } from "#lib/part.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./indicator-article.module.css";

type Find = typeof import("./personal-details.ts")["personalDetails"];

let find: Find | null = null;
let coming = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function fetchUntilThere(): Promise<void> {
  if (coming) return;
  coming = true;
  find = await loadUntilThere(() => import("./personal-details.ts").then((part) => part.personalDetails));
  for (const listener of listeners) listener();
}

/** A hint below a text that seems to hold details of a person; undefined otherwise. It does not prevent saving. */
export function usePersonCaution(): (text: string) => ReactNode {
  const t = useTexts(formTexts).person;
  const f = useFormat();
  const personalDetails = useSyncExternalStore(subscribe, () => find);
  useEffect(() => whenIdle(() => void fetchUntilThere()), []);
  return (text) => {
    const details = personalDetails?.(text) ?? [];
    return details.length === 0 ? undefined : (
      <span className={styles.caution}>
        {t.caution(f.list(details.flatMap((detail) => (detail === "few_people" ? [] : t.detail[detail]))))}
      </span>
    );
  };
}
