import { useTexts } from "#i18n/i18n.ts";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { partId } from "./part.tsx";

export interface Waits {
  readonly questions: number;
  readonly blocking: number;
  readonly notes: number;
}

/**
 * Why the button waits: how many points of which part, each a link to it; and how many questions have no answer, about which one is asked
 * first. Null when nothing of it is so.
 */
export function WaitingFor({ waits }: { readonly waits: Waits }) {
  const t = useTexts(checkTexts).waiting;
  const all = waits.blocking + waits.notes;
  const questions =
    waits.questions === 0 ? null : (
      <p className={styles.left}>
        <a href={`#${partId(1)}`}>{t.questions(waits.questions)}</a>
      </p>
    );
  if (all === 0) return questions;
  const links = [
    { number: 2, words: t.blocking(waits.blocking), count: waits.blocking },
    { number: 3, words: t.notes(waits.notes), count: waits.notes },
  ].filter(({ count }) => count > 0);
  return (
    <>
      <p className={styles.waiting}>
        {t.first(all)}{" "}
        {links.map(({ number, words }, place) => (
          <span key={number}>
            {place > 0 ? ", " : null}
            <a href={`#${partId(number)}`}>{words}</a>
          </span>
        ))}
      </p>
      {questions}
    </>
  );
}
