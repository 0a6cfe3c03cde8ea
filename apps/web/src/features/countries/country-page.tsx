import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { countryQuery, indexQuery } from "#lib/published-queries.ts";
import { useServerToday } from "#lib/session.ts";
import { PublicFiles } from "#ui/file-links.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { countriesTexts } from "./countries.texts.ts";
import { CountryLead, CountryView } from "./country-view.tsx";

/** One country: who reported when, its index compared with its own past, every indicator by year, treaties. No rank. */
export function CountryPage() {
  const t = useTexts(countriesTexts);
  const lang = useLanguage();
  const { iso3 } = useParams({ from: "/$lang/countries/$iso3" });
  const { data } = useSuspenseQuery(countryQuery(iso3));
  const { data: region } = useSuspenseQuery(indexQuery);
  const { instrument = "TIP", dimension } = useSearch({ from: "/$lang/countries/$iso3" });
  const navigate = useNavigate({ from: "/$lang/countries/$iso3" });
  const today = useServerToday();
  return (
    <>
      <PageHeader
        title={data.country.name[lang]}
        description={t.ofCountry(data.country.name[lang], data.index.length > 0)}
        breadcrumbs={[
          <Link key="countries" to="/$lang/countries" params={{ lang }}>
            {t.breadcrumb}
          </Link>,
        ]}
        lead={<CountryLead data={data} region={region} today={today} />}
      />
      <CountryView
        data={data}
        region={region}
        today={today}
        instrument={instrument}
        opened={dimension}
        onInstrument={(value) =>
          void navigate({ search: (before) => ({ ...before, instrument: value }), replace: true, resetScroll: false })
        }
      />
      {data.index.length === 0 ? null : (
        <section className="section stack" aria-labelledby="files" data-print="no">
          <h2 id="files">{t.files}</h2>
          <PublicFiles country={{ iso3, name: data.country.name[lang] }} />
        </section>
      )}
    </>
  );
}
