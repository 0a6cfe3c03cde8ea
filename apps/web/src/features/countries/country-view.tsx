import type { InstrumentCode } from "@avances/domain/catalogue";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicCountry, PublicIndex } from "#lib/published-queries.ts";
import { catalogueNames, reversalSentence } from "#lib/reversal.ts";
import { useSpeech } from "#lib/speech.ts";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { countriesTexts } from "./countries.texts.ts";
import { countryProgressFacts, countryReportsFacts, countryReversals } from "./country-facts.ts";
import { CountryIndex } from "./country-index.tsx";
import { CountryIndicators } from "./country-indicators.tsx";
import { CountryReports } from "./country-reports.tsx";
import { countryProgressSentence, countryReportsSentence } from "./country-sentences.ts";

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

/** Everything public about a country: reports, index, indicators, treaties. The public page and its preview use the same view. */
export function CountryView({ data, region, today, instrument, opened, onInstrument }: CountryBodyProps) {
  const t = useTexts(countriesTexts);
  return (
    <>
      {data.index.length === 0 ? (
        <>
          <EmptyState title={t.nothing}>{t.nothingBody}</EmptyState>
          <CountryReports data={data} today={today} />
        </>
      ) : (
        <>
          <CountryIndex data={data} instruments={region.instruments} dimensions={region.dimensions} today={today} />
          <CountryReports data={data} today={today} />
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
      <Treaties data={data} />
    </>
  );
}

/** Which reports there are, how the country compares with its own first round, and what depends on the weights. */
export function CountryLead({ data, region, today }: CountryViewProps) {
  const t = useTexts(countriesTexts);
  const lang = useLanguage();
  const speech = useSpeech([data.country]);
  const names = catalogueNames(region, lang);
  const reversals = countryReversals(data);
  return (
    <>
      <p>{countryReportsSentence(countryReportsFacts(data, today), speech)}</p>
      {countryProgressFacts(data).map((facts) => (
        <p key={facts.instrument} className="quiet">
          {countryProgressSentence(facts, speech, names)}
        </p>
      ))}
      {reversals.length > 0 ? (
        <p className="small quiet">
          {t.care} {reversals.map((facts) => reversalSentence(facts, speech, names)).join(" ")}
        </p>
      ) : null}
    </>
  );
}

function Treaties({ data }: { readonly data: PublicCountry }) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const lang = useLanguage();
  return (
    <section className="section stack" aria-labelledby="treaties">
      <h2 id="treaties">{t.treaties}</h2>
      <p>{t.treatiesAsOf(f.date(data.country.treatiesAsOf))}</p>
      <DataTable caption={t.treatiesCaption} captionHidden stickyFirst={false}>
        <thead>
          <tr>
            <th scope="col">{t.treaty}</th>
            <th scope="col">{t.consent}</th>
          </tr>
        </thead>
        <tbody>
          {data.country.treaties.map((treaty) => (
            <tr key={treaty.code}>
              <th scope="row">
                <Link to="/$lang/articles" params={{ lang }} hash={treaty.code}>
                  {treaty.name[lang]}
                </Link>
              </th>
              <td>
                {treaty.consentOn === null
                  ? t.noConsent
                  : `${f.date(treaty.consentOn)} (${t.consentTypes[treaty.consentType] ?? treaty.consentType})`}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
