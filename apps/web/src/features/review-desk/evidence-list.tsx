import type { AnswerInput } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { deskTexts } from "./desk.texts.ts";
import styles from "./review-desk.module.css";

/** The links were written by a country, so they open without access to this window and without telling where they were clicked. */
export function EvidenceList({ evidence }: Pick<AnswerInput, "evidence">) {
  const t = useTexts(deskTexts).answer;
  if (evidence.length === 0) return null;
  return (
    <div className={styles.evidence}>
      <h4>{t.evidence}</h4>
      <ul>
        {evidence.map(({ title, url, locator }) => (
          <li key={`${title}${url}${locator}`}>
            {url === null ? (
              <>
                {title} <span className="quiet">({t.noLink})</span>
              </>
            ) : (
              <a href={url} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
                {title}
                <span className="sr-only"> ({t.newTab})</span>
              </a>
            )}
            {locator === null ? null : `, ${locator}`}
            {url === null ? null : <span className={styles.host}> {hostOf(url)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The host the link leads to, shown before it is followed. */
function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
