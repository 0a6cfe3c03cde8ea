import type { InstrumentCode } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { PublicCountry, PublicIndex } from "#lib/published-queries.ts";
import { catalogueNames, reversalSentence } from "#lib/reversal.ts";
import { useSpeech } from "#lib/speech.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { changeFacts } from "./change-facts.ts";
import { changeSentence } from "./change-sentences.ts";
import styles from "./countries.module.css";
import { countriesTexts } from "./countries.texts.ts";
import { CountryChanges, OpenIndicators } from "./country-changes.tsx";
import { countryProgressFacts, countryReversals } from "./country-facts.ts";
import { CountryIndex } from "./country-index.tsx";
import { CountryIndicators } from "./country-indicators.tsx";
import { CountryProfile } from "./country-profile.tsx";
import { countryProgressWords } from "./country-sentences.ts";
import { CountryTimeline } from "./country-timeline.tsx";
import { HistoryStrip } from "./history-strip.tsx";

interface CountryViewProps {
  readonly data: PublicCountry;
  /** For the names and weights of instruments and dimensions. */
  readonly region: PublicIndex;
  readonly today: string;
}

interface CountryBodyProps extends CountryViewProps {
  /** The Protocol whose indicators are shown. */
  readonly instrument: InstrumentCode;
  readonly opened?: string | undefined;
  readonly onInstrument: (instrument: InstrumentCode) => void;
}

/** Everything public about a country: its rounds, where it stands, what changed, its laws and treaties, every indicator. The public page and its preview use the same view. */
export function CountryView({ data, region, today, instrument, opened, onInstrument }: CountryBodyProps) {
  const t = useTexts(countriesTexts);
  return (
    <>
      {data.index.length === 0 ? (
        <>
          <EmptyState title={t.nothing}>{t.nothingBody}</EmptyState>
          <HistoryStrip data={data} today={today} />
          <CountryTimeline data={data} />
        </>
      ) : (
        <>
          <HistoryStrip data={data} today={today} />
          <CountryProfile data={data} region={region}>
            <Reversals data={data} region={region} />
          </CountryProfile>
          <CountryChanges data={data} />
          <OpenIndicators data={data} />
          <CountryIndex data={data} instruments={region.instruments} today={today} />
          <CountryTimeline data={data} />
          <CountryIndicators
            data={data}
            instruments={region.instruments}
            dimensions={region.dimensions}
            today={today}
            instrument={instrument}
            opened={opened}
            onInstrument={onInstrument}
          />
        </>
      )}
    </>
  );
}

/** How the country compares with its own first round, by Protocol, and with its report before. */
export function CountryLead({ data, region }: Omit<CountryViewProps, "today">) {
  const lang = useLanguage();
  const speech = useSpeech([data.country]);
  const names = catalogueNames(region, lang);
  const changes = changeFacts(data);
  return (
    <div className={styles.lead}>
      {countryProgressFacts(data).map((facts) => {
        const { protocol, finding, rest } = countryProgressWords(facts, speech, names);
        return (
          <p key={facts.instrument}>
            {protocol}
            <b>{finding}</b>
            {rest}
          </p>
        );
      })}
      {changes === null ? null : <p className={styles.more}>{changeSentence(changes, speech)}</p>}
    </div>
  );
}

/** What depends on the choice of weights, beside the changes that it concerns. */
function Reversals({ data, region }: Omit<CountryViewProps, "today">) {
  const t = useTexts(countriesTexts);
  const lang = useLanguage();
  const speech = useSpeech([data.country]);
  const names = catalogueNames(region, lang);
  const reversals = countryReversals(data);
  if (reversals.length === 0) return null;
  return (
    <p className={styles.care}>
      <b>{t.care}</b> {reversals.map((facts) => reversalSentence(facts, speech, names)).join(" ")}
    </p>
  );
}
