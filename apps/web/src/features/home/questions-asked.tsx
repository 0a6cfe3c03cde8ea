import type { SubmissionView } from "@avances/contracts";
import { questionsOf } from "@avances/domain/submission";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { catalogueQuery } from "#lib/shared-queries.ts";
import { Callout } from "#ui/callout.tsx";
import styles from "./home.module.css";
import { homeTexts } from "./home.texts.ts";

/** Codes of the answers in question, each once. */
export function askedCodes(view: SubmissionView): readonly string[] {
  return [...new Set(questionsOf(view.submission, view.comments).flatMap(({ indicatorCode }) => indicatorCode ?? []))];
}

/** For returned work: what the Secretariat asks, answer by answer, each with a link to it. */
export function QuestionsAsked({ view }: { readonly view: SubmissionView }) {
  const t = useTexts(homeTexts);
  const lang = useLanguage();
  const { data: catalogue } = useSuspenseQuery(catalogueQuery);
  const { submission } = view;
  if (submission.status !== "returned") return null;
  const asked = questionsOf(submission, view.comments);
  const codes = askedCodes(view);
  return (
    <Callout tone="caution" title={t.returned.title}>
      {codes.length > 0 ? <p>{t.returned.questions(codes.length)}:</p> : null}
      <ul className={styles.questions}>
        {asked.map(({ id, indicatorCode, body }) => (
          <li key={id}>
            {indicatorCode === null ? (
              <b>{t.returned.report}</b>
            ) : (
              <Link
                to="/$lang/reports/$submissionId"
                params={{ lang, submissionId: submission.id }}
                search={{ indicator: indicatorCode }}
              >
                {indicatorCode} {catalogue.indicators.find(({ code }) => code === indicatorCode)?.name[lang]}
              </Link>
            )}
            <p>{body}</p>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
