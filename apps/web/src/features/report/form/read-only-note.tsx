import { localDate } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { cameByLink } from "#lib/person-rights.ts";
import { useSession } from "#lib/session.ts";
import { answerPromiseTexts } from "#ui/answer-promise.texts.ts";
import { answerPromise } from "#ui/answer-promise.ts";
import { LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { useReportBase } from "../report-context.ts";
import { readOnlyTexts } from "./read-only.texts.ts";

const WithdrawReport = later(() => import("../withdraw/withdraw-report.tsx").then((m) => m.WithdrawReport));

/** Why nothing can be changed, what would have to happen first, and the acts that the sentences name. */
export function ReadOnlyNote() {
  const t = useTexts(readOnlyTexts);
  const lang = useLanguage();
  const { view } = useReportBase();
  const { person, session } = useSession();
  const today = localDate(new Date(session?.now ?? view.submission.dueOn), view.timeZone);
  const promise = answerPromise(useTexts(answerPromiseTexts), useFormat(), view.answerBy, today);
  const { status, id, revision } = view.submission;
  const isSent = status === "submitted" || status === "accepted" || status === "published";
  const byLink = cameByLink(person);
  return (
    <Callout
      title={isSent ? t.sent : t.role}
      actions={
        isSent && !byLink ? (
          <>
            {view.may.withdraw ? <WithdrawReport submissionId={id} revision={revision} /> : null}
            <LinkButton size="small" to="/$lang/reports/$submissionId/receipt" params={{ lang, submissionId: id }}>
              {t.receipt}
            </LinkButton>
          </>
        ) : undefined
      }
    >
      {status === "submitted" ? (view.may.withdraw ? t.takeBack : t.othersTakeBack) : null}
      {status === "accepted" ? t.accepted : null}
      {status === "published" ? t.published : null}
      {promise === null ? null : <p>{promise}</p>}
    </Callout>
  );
}
