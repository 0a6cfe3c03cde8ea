import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { useServerToday } from "#lib/session.ts";
import styles from "./people.module.css";
import type { Person } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";

/** What must be known at an address before somebody writes there: refused, about to change, the person has left or is out of term. */
export function PersonMarks({ person }: { readonly person: Person }) {
  const t = useTexts(personTexts).marks;
  const f = useFormat();
  const today = useServerToday();
  const { refused, changing, leftAt, validFrom, validUntil, checkedAt, isShared } = person;
  const day = f.shortDay;
  return (
    <>
      {isShared ? <span className={styles.fine}>{t.shared}</span> : null}
      {refused === null ? null : <span className={styles.alarm}>{t.refused(day(refused.at), refused.answer)}</span>}
      {changing === null ? null : <span className={styles.fine}>{t.changing(changing.address)}</span>}
      {leftAt === null ? null : <span className={styles.alarm}>{t.left(day(leftAt))}</span>}
      {validFrom !== null && validFrom > today ? (
        <span className={styles.fine}>{t.notYet(f.shortDate(validFrom))}</span>
      ) : null}
      {validUntil === null ? null : (
        <span className={validUntil < today ? styles.alarm : styles.fine}>
          {(validUntil < today ? t.over : t.until)(f.shortDate(validUntil))}
        </span>
      )}
      {checkedAt === null || leftAt !== null ? null : <span className={styles.fine}>{t.checked(day(checkedAt))}</span>}
    </>
  );
}
