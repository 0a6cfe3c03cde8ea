import type { CommitmentSummary } from "@avances/contracts";
import { sourceName } from "@avances/domain/network";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { matterTexts } from "#ui/matter.texts.ts";
import { Title } from "#ui/translated-words.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

interface CommitmentListProps {
  readonly commitments: readonly CommitmentSummary[];
  readonly nameOf: (code: string) => string;
}

/** A line a commitment: what, who, by when, how it stands, and how many have answered. */
export function CommitmentList({ commitments, nameOf }: CommitmentListProps) {
  const t = useTexts(commitmentsTexts);
  const states = useTexts(matterTexts).states;
  const f = useFormat();
  const lang = useLanguage();
  return (
    <ul className={styles.board}>
      {commitments.map((one) => (
        <li key={one.id}>
          <span>
            <Link to="/$lang/network/$" params={{ lang, _splat: `commitments/${one.id}` }} className={styles.what}>
              <Title words={one.words} />
            </Link>
            <span className={styles.fine}>
              {one.state === "filed" ? null : <>{states[one.state]}. </>}
              {one.point === "" ? null : <>{t.point(one.point)}. </>}
              {one.invented
                ? t.invented
                : one.publicSource === null
                  ? null
                  : t.source(sourceName(one.publicSource, lang))}
            </span>
          </span>
          <span>
            {nameOf(one.responsible)}
            <span className={styles.fine}>{one.dueOn === null ? t.noDue : t.dueOn(f.date(one.dueOn))}</span>
          </span>
          <span>
            {t.stages[one.stage]}
            {one.overdueDays === null ? null : (
              <strong className={styles.late}>{t.overdue(f.days(one.overdueDays))}</strong>
            )}
            {one.carriedOver.length === 0 ? null : (
              <span className={styles.fine}>{t.carried(one.carriedOver.length)}</span>
            )}
            {one.sent === 0 ? null : <span className={styles.fine}>{t.answers(one.answered, one.sent)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
