import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { classNames } from "#ui/class-names.ts";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { partId } from "./part.tsx";

export interface Entry {
  readonly number: number;
  readonly title: string;
  /** So many stand in the part. */
  readonly count: number;
  /** So many of them are not settled yet; absent where nothing in the part has to be. */
  readonly open?: number;
  /** Keeps the report from being sent, as long as any is open. */
  readonly waits: "alarm" | "caution" | null;
}

/** The parts with their counts, beside the document and always in sight on wide screens. */
export function Contents({ entries, children }: { readonly entries: readonly Entry[]; readonly children: ReactNode }) {
  const t = useTexts(checkTexts);
  const f = useFormat();
  return (
    <nav className={styles.contents} aria-label={t.contents}>
      <ol>
        {entries.map(({ number, title, count, open = count, waits }) => (
          <li
            key={number}
            className={classNames(open > 0 && waits !== null && styles[waits], count === 0 && styles.none)}
          >
            <a href={`#${partId(number)}`}>
              <span>
                {number} {title}
              </span>
              <span>{open === count ? f.number(count) : t.openOf(f.number(open), f.number(count))}</span>
            </a>
          </li>
        ))}
      </ol>
      <div className={styles.papers}>{children}</div>
    </nav>
  );
}
