import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { countryQuery, csvAddress, indexQuery, type PublicCountry, type PublicIndex } from "#lib/published-queries.ts";
import { catalogueNames, reversalSentence } from "#lib/reversal.ts";
import { useServerToday } from "#lib/session.ts";
import { useSpeech } from "#lib/speech.ts";
import { DownloadLink } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { countriesTexts } from "./countries.texts.ts";
import { countryProgressFacts, countryReportsFacts, countryReversals } from "./country-facts.ts";
import { CountryIndex } from "./country-index.tsx";
import { CountryIndicators } from "./country-indicators.tsx";
import { CountryReports } from "./country-reports.tsx";
import { countryProgressSentence, countryReportsSentence } from "./country-sentences.ts";

/** One country: who reported when, index against its own past, every indicator by year, treaties. No rank. */
export function CountryPage() {
  const t = useTexts(countriesTexts);
  const lang = useLanguage();
  const { iso3 } = useParams({ from: "/$lang/countries/$iso3" });
  const { data } = useSuspenseQuery(countryQuery(iso3));
  const { data: region } = useSuspenseQuery(indexQuery);
  const today = useServerToday();
  const name = data.country.name[lang];
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[
          <Link key="countries" to="/$lang/countries" params={{ lang }}>
            {t.breadcrumb}
          </Link>,
        ]}
        lead={<Lead data={data} region={region} today={today} />}
      />
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
          />
          <p className="section" data-print="no">
            <DownloadLink href={csvAddress({ country: iso3 })} download>
              {t.csv}
            </DownloadLink>
          </p>
        </>
      )}
      <Treaties data={data} />
    </>
  );
}

/** Which reports there are, and where the country stands against its own first round: like with like, and what hangs on the weights. */
function Lead({
  data,
  region,
  today,
}: {
  readonly data: PublicCountry;
  readonly region: PublicIndex;
  readonly today: string;
}) {
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
              <th scope="row">{treaty.name[lang]}</th>
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
