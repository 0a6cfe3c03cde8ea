import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { sentences, useSpeech } from "#lib/speech.ts";
import styles from "./heat.module.css";
import type { HeatView } from "./heat-facts.ts";
import { progressFacts } from "./progress-facts.ts";
import { standingWords } from "./progress-sentence.ts";
import { regionTexts } from "./region.texts.ts";

/** The answer before the table: one sentence for each Protocol, on the indicators scored in both rounds. */
export function StandingLead({
  index,
  view,
  today,
}: {
  readonly index: PublicIndex;
  readonly view: HeatView;
  readonly today: string;
}) {
  const t = useTexts(regionTexts);
  const lang = useLanguage();
  const speech = useSpeech(index.countries);
  const nameOf = (code: string) => index.dimensions.find((one) => one.code === code)?.name[lang] ?? code;
  return (
    <section className={styles.lead} aria-label={t.answer}>
      {index.instruments.map(({ code, shortName }) => {
        const facts = progressFacts(index, code, today, view);
        if (!facts) return null;
        const { finding, rest, risen, gaps } = standingWords(facts, speech, nameOf);
        const more = sentences(risen, gaps);
        return (
          <div key={code}>
            <h2>{shortName[lang]}</h2>
            <p>
              <b>{finding}</b>
              {rest}
            </p>
            {more === "" ? null : <p className={styles.more}>{more}</p>}
          </div>
        );
      })}
    </section>
  );
}
