import type { SubmissionView } from "@avances/contracts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { catalogueQuery } from "#lib/shared-queries.ts";
import { Progress } from "#ui/progress.tsx";
import styles from "./home.module.css";
import { homeTexts } from "./home.texts.ts";

interface HomeSectionsProps {
  readonly submissionId: string;
  readonly progress: SubmissionView["progress"];
}

/** Sections by instrument, each a link into the form, with its progress. */
export function HomeSections({ submissionId, progress }: HomeSectionsProps) {
  const t = useTexts(homeTexts);
  const lang = useLanguage();
  const { data: catalogue } = useSuspenseQuery(catalogueQuery);
  const instruments = catalogue.instruments.filter(({ code }) =>
    progress.sections.some(({ instrument }) => instrument === code),
  );
  return (
    <section className={`section ${styles.part}`} aria-labelledby="sections">
      <h2 id="sections" className={styles.heading}>
        {t.sections}
      </h2>
      <div className={styles.instruments}>
        {instruments.map((instrument) => (
          <div key={instrument.code}>
            <h3 className={styles.instrument}>{instrument.shortName[lang]}</h3>
            <ul className={styles.sections}>
              {progress.sections
                .filter((section) => section.instrument === instrument.code)
                .map((section) => (
                  <li key={section.dimension}>
                    <Link
                      to="/$lang/reports/$submissionId"
                      params={{ lang, submissionId }}
                      search={{ section: `${section.instrument}-${section.dimension}` }}
                    >
                      {catalogue.dimensions.find(({ code }) => code === section.dimension)?.name[lang]}
                    </Link>
                    <Progress hideLabel label={t.answered} done={section.answered} of={section.expected} />
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
