import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { useSpeech } from "#lib/speech.ts";
import { progressFacts } from "./progress-facts.ts";
import { progressSentence } from "./progress-sentence.ts";
import styles from "./region.module.css";
import { regionTexts } from "./region.texts.ts";

/** Is each country further than before? One sentence for each Protocol, on the indicators scored in both rounds. */
export function ProgressLead({ index, today }: { readonly index: PublicIndex; readonly today: string }) {
  const t = useTexts(regionTexts);
  const lang = useLanguage();
  const speech = useSpeech(index.countries);
  return (
    <>
      <div className={styles.sentences}>
        {index.instruments.map(({ code, shortName }) => {
          const facts = progressFacts(index, code, today);
          return facts ? (
            <div key={code}>
              <h3>{shortName[lang]}</h3>
              <p>{progressSentence(facts, speech)}</p>
            </div>
          ) : null;
        })}
      </div>
      <p className="small quiet">{t.progress.matched}</p>
    </>
  );
}
