import type { ValueMark } from "@avances/charts/series";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicCountry } from "#lib/published-queries.ts";
import { useSpeech, yearWords } from "#lib/speech.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { ValueWord } from "#ui/value-mark.tsx";
import { type Change, changeFacts, type IndicatorOfCountry, openFacts } from "./change-facts.ts";
import { changeWords } from "./change-sentences.ts";
import styles from "./countries.module.css";
import { countriesTexts } from "./countries.texts.ts";

interface CountryChangesProps {
  readonly data: PublicCountry;
}

/** What the newest report changed against the one before, indicator by indicator. */
export function CountryChanges({ data }: CountryChangesProps) {
  const t = useTexts(countriesTexts).changes;
  const speech = useSpeech([data.country]);
  const { year } = yearWords[useLanguage()];
  const facts = changeFacts(data);
  const of = (changes: readonly Change[], ...directions: readonly Change["direction"][]) =>
    changes
      .filter(({ direction }) => directions.includes(direction))
      .map((change) => ({ indicator: change.indicator, words: changeWords(change, speech, true) }));
  return (
    <section className="section stack" aria-labelledby="changes">
      <h2 id="changes" className={styles.ruled}>
        {facts === null ? t.headingAlone : t.heading(year(facts.before), year(facts.now))}
      </h2>
      {facts === null ? (
        <p>{t.nothing}</p>
      ) : (
        <>
          <div className={styles.columns}>
            <Group heading={t.higher} entries={of(facts.measured, "higher")} />
            <Group heading={t.lower} entries={of(facts.measured, "lower")} />
            <Group heading={t.larger} note={t.countedNote} entries={of(facts.counted, "higher")} />
            <Group heading={t.smaller} note={t.countedNote} entries={of(facts.counted, "lower")} />
            <Group heading={t.dated} entries={of(facts.dated, "higher", "lower")} />
            <Group heading={t.first} entries={facts.first} />
            <Group heading={t.again} entries={facts.again} />
            <Group heading={t.lost} entries={facts.lost.map(({ indicator, why }) => ({ indicator, mark: why }))} />
            <Group heading={t.apart} entries={facts.apart} />
          </div>
          <Unchanged
            entries={of([...facts.measured, ...facts.counted, ...facts.dated], "same")}
            hasDates={of(facts.dated, "same").length > 0}
          />
        </>
      )}
    </section>
  );
}

interface Entry {
  readonly indicator: IndicatorOfCountry;
  readonly words?: string;
  /** What stands in the place of the value. */
  readonly mark?: ValueMark | null;
}

interface GroupProps {
  readonly heading: string;
  readonly note?: ReactNode;
  readonly entries: readonly Entry[];
}

/** Indicators that changed in the same way; nothing when there is none. */
function Group({ heading, note, entries }: GroupProps) {
  const f = useFormat();
  if (entries.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.small}>
        {heading} <span className="quiet">{f.number(entries.length)}</span>
      </h3>
      {note ? <p className="small quiet">{note}</p> : null}
      <ul>
        {entries.map(({ indicator, words, mark }) => (
          <li key={indicator.code}>
            <IndicatorLink indicator={indicator} />
            {words === undefined ? null : `: ${words}`} {mark ? <ValueWord state={mark} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `hasDates`: the sentence above does not count dates. */
function Unchanged({ entries, hasDates }: Pick<GroupProps, "entries"> & { readonly hasDates: boolean }) {
  const t = useTexts(countriesTexts).changes;
  const f = useFormat();
  if (entries.length === 0) return null;
  return (
    <Disclosure variant="ruled" summary={hasDates ? t.sameWithDates : t.same} aside={f.number(entries.length)}>
      <ul>
        {entries.map(({ indicator }) => (
          <li key={indicator.code}>
            <IndicatorLink indicator={indicator} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** What the newest report does not say, and why, by mark and word. */
export function OpenIndicators({ data }: CountryChangesProps) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const facts = openFacts(data);
  if (facts === null || facts.groups.length === 0) return null;
  return (
    <section className="section stack-s" aria-labelledby="open">
      <h2 id="open" className={styles.ruled}>
        {t.open(yearWords[lang].year(facts.round))}
      </h2>
      <dl className={styles.open}>
        {facts.groups.map(({ why, indicators }) => (
          <div key={why}>
            <dt>
              <ValueWord state={why} /> <span className="quiet">{f.number(indicators.length)}</span>
            </dt>
            <dd>
              <ul>
                {indicators.map((indicator) => (
                  <li key={indicator.code}>
                    <IndicatorLink indicator={indicator} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function IndicatorLink({ indicator: { code, name } }: Pick<Entry, "indicator">) {
  const lang = useLanguage();
  return (
    <Link to="/$lang/indicators/$code" params={{ lang, code }}>
      {name[lang]}
    </Link>
  );
}
