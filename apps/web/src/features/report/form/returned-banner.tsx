import { daysBetween, localDate } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { Callout } from "#ui/callout.tsx";
import { IndicatorLink } from "../indicator-link.tsx";
import { useReportFacts } from "../report-context.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./returned-banner.module.css";

/** Returned work has its own due date and a short list of questions. */
export function ReturnedBanner() {
  const t = useTexts(formTexts);
  const f = useFormat();
  const { view, clarification } = useReportFacts();
  const { session } = useSession();
  const { submission } = view;
  // Also after it was sent again and withdrawn: the same questions stand, without a date of their own.
  if (submission.status !== "returned" && clarification.questions.length === 0) return null;
  const today = localDate(new Date(session?.now ?? submission.lastActivityAt ?? submission.dueOn), view.timeZone);
  const due = submission.returnDueOn;
  const days = due === null ? 0 : daysBetween(today, due);
  const asked = clarification.questions;
  const codes = [...new Set(asked.flatMap(({ indicatorCode }) => indicatorCode ?? []))];
  return (
    <Callout tone="caution" title={t.returned.title}>
      {due === null ? null : (
        <p>{days < 0 ? t.returned.passed(f.date(due)) : t.returned.due(f.date(due), f.relativeDays(days))}</p>
      )}
      {codes.length > 0 ? (
        <>
          <p>{t.returned.questions}:</p>
          <ul className={styles.list}>
            {codes.map((code) => (
              <li key={code}>
                <IndicatorLink code={code} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {asked
        .filter(({ indicatorCode }) => indicatorCode === null)
        .map(({ id, body }) => (
          <p key={id}>
            {t.returned.whole}: {body}
          </p>
        ))}
    </Callout>
  );
}
