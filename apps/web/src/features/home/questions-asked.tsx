import type { SubmissionView } from "@avances/contracts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Callout } from "#ui/callout.tsx";
import styles from "./home.module.css";
import { homeTexts } from "./home.texts.ts";
import { catalogueQuery } from "./home-queries.ts";

/** Returned work: what the Secretariat asks, answer by answer, each with its link. */
export function QuestionsAsked({ view }: { readonly view: SubmissionView }) {
  const t = useTexts(homeTexts);
  const lang = useLanguage();
  const { data: catalogue } = useSuspenseQuery(catalogueQuery);
  const { submission, comments } = view;
  if (submission.status !== "returned") return null;
  const asked = comments.filter(
    ({ authorRole, version }) => authorRole === "secretariat" && version === submission.version,
  );
  const codes = new Set(asked.flatMap(({ indicatorCode }) => indicatorCode ?? []));
  return (
    <Callout tone="caution" title={t.returned.title}>
      {codes.size > 0 ? <p>{t.returned.questions(codes.size)}:</p> : null}
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
