import { usePrefetchQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { countryQuery, indexQuery, voicesQuery } from "#lib/published-queries.ts";
import { useServerToday } from "#lib/session.ts";
import { Button } from "#ui/button.tsx";
import { PublicFiles } from "#ui/file-links.tsx";
import { LaterPart } from "#ui/later-part.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ToldLater } from "#ui/told-later.tsx";
import { VoicesBeside } from "#ui/voices-beside.tsx";
import styles from "./countries.module.css";
import { countriesTexts } from "./countries.texts.ts";
import { CountrySheet } from "./country-sheet.tsx";
import { CountryLead, CountryView } from "./country-view.tsx";

/** One country: where it stands, and what changed. Compared with its own past; no rank. */
export function CountryPage() {
  const t = useTexts(countriesTexts);
  const lang = useLanguage();
  const { iso3 } = useParams({ from: "/$lang/countries/$iso3" });
  // All at once, and the page with all: nothing moves when one comes later.
  usePrefetchQuery(voicesQuery("countries", iso3));
  const { data } = useSuspenseQuery(countryQuery(iso3));
  const { data: region } = useSuspenseQuery(indexQuery);
  const { data: voices } = useSuspenseQuery(voicesQuery("countries", iso3));
  const { instrument = "TIP", dimension } = useSearch({ from: "/$lang/countries/$iso3" });
  const navigate = useNavigate({ from: "/$lang/countries/$iso3" });
  const today = useServerToday();
  return (
    <>
      <div data-print="no">
        <PageHeader
          title={data.country.name[lang]}
          heading={t.question(data.country.name[lang])}
          variant="question"
          description={t.ofCountry(data.country.name[lang], data.index.length > 0)}
          breadcrumbs={[
            <Link key="countries" to="/$lang/countries" params={{ lang }}>
              {t.breadcrumb}
            </Link>,
          ]}
          actions={
            <span className={styles.print}>
              <Button size="small" data-needs="script" onClick={() => window.print()}>
                {t.print}
              </Button>
            </span>
          }
        />
        <CountryLead data={data} region={region} />
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
        <VoicesBeside data={voices} country={iso3} />
        <ToldLater asked={{ country: iso3 }} />
        {data.index.length === 0 ? null : (
          <section className="section stack" aria-labelledby="files">
            <h2 id="files">{t.files}</h2>
            <PublicFiles country={{ iso3, name: data.country.name[lang] }} />
          </section>
        )}
      </div>
      {/* Taken over on its own, after what is seen. */}
      <LaterPart>
        <CountrySheet data={data} region={region} today={today} />
      </LaterPart>
    </>
  );
}
