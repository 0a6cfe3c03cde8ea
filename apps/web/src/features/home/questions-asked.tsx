import type { SubmissionView } from "@avances/contracts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { clarificationOf } from "#lib/clarification.ts";
import { useSession } from "#lib/session.ts";
import { catalogueQuery } from "#lib/shared-queries.ts";
import { useSeenOnScreen } from "#lib/talk-queries.ts";
import { Callout } from "#ui/callout.tsx";
import { Written } from "#ui/written.tsx";
import styles from "./home.module.css";
import { homeTexts } from "./home.texts.ts";

/** For returned work: what the Secretariat asks, answer by answer, each with a link to it and whether it has an answer. */
export function QuestionsAsked({ view }: { readonly view: SubmissionView }) {
  const t = useTexts(homeTexts).returned;
  const lang = useLanguage();
  const { person } = useSession();
  const { data: catalogue } = useSuspenseQuery(catalogueQuery);
  const watch = useSeenOnScreen(view.submission.id);
  const { submission } = view;
  if (submission.status !== "returned") return null;
  const { questions: asked, open } = clarificationOf(view, person?.role);
  return (
    <Callout tone="caution" title={t.title}>
      {asked.length > 0 ? <p>{t.questions(asked.length, open.length)}</p> : null}
      <ul className={styles.questions}>
        {asked.map((question) => (
          <li key={question.id} ref={watch(question)}>
            {question.indicatorCode === null ? (
              <b>{t.report}</b>
            ) : (
              <Link
                to="/$lang/reports/$submissionId"
                params={{ lang, submissionId: submission.id }}
                search={{ indicator: question.indicatorCode }}
              >
                {question.indicatorCode}{" "}
                {catalogue.indicators.find(({ code }) => code === question.indicatorCode)?.name[lang]}
              </Link>
            )}{" "}
            <span className="quiet small">{open.includes(question) ? t.open : t.done}</span>
            <p>
              <Written text={question.body} />
            </p>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
