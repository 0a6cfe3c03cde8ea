import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { countryQuery, csvAddress, indexQuery, type PublicCountry } from "#lib/published-queries.ts";
import { DownloadLink } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { countriesTexts } from "./countries.texts.ts";
import { CountryIndex } from "./country-index.tsx";
import { CountryIndicators } from "./country-indicators.tsx";
import { CountryReports } from "./country-reports.tsx";

/** One country: who reported when, index against its own past, every indicator by year, treaties. No rank. */
export function CountryPage() {
  const t = useTexts(countriesTexts);
  const lang = useLanguage();
  const { iso3 } = useParams({ from: "/$lang/countries/$iso3" });
  const { data } = useSuspenseQuery(countryQuery(iso3));
  const { data: region } = useSuspenseQuery(indexQuery);
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
        lead={<Lead data={data} />}
      />
      {data.index.length === 0 ? (
        <>
          <EmptyState title={t.nothing}>{t.nothingBody}</EmptyState>
          <CountryReports data={data} />
        </>
      ) : (
        <>
          <CountryIndex data={data} instruments={region.instruments} dimensions={region.dimensions} />
          <CountryReports data={data} />
          <CountryIndicators data={data} instruments={region.instruments} dimensions={region.dimensions} />
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

function Lead({ data }: { readonly data: PublicCountry }) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const years = data.index.map(({ roundYear }) => roundYear);
  const latest = data.index.at(-1);
  if (!latest) return null;
  const { TIP, SOM } = latest.progress;
  return (
    <>
      <p>{t.lead1(Math.min(...years), latest.roundYear, years.length)}</p>
      <p className="quiet">
        {TIP && TIP.progress !== null ? `${t.leadProgress(f.change(TIP.progress), TIP.baselineRoundYear)} ` : null}
        {SOM && SOM.progress !== null ? t.leadProgressSom(f.change(SOM.progress), SOM.baselineRoundYear) : null}
      </p>
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
                  ? "–"
                  : `${f.date(treaty.consentOn)} (${t.consentTypes[treaty.consentType] ?? treaty.consentType})`}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
