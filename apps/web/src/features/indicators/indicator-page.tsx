import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { indicatorQuery, type PublicIndicator } from "#lib/published-queries.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { BreakdownSection } from "./breakdown-section.tsx";
import { DefinitionSection } from "./definition-section.tsx";
import { indicatorTexts } from "./indicator.texts.ts";
import { IndicatorChart } from "./indicator-chart.tsx";
import { compareWithFirst, toIndicatorSeries } from "./to-indicator-series.ts";

/** One indicator: the answer in a sentence, the chart by country and year, its table, breakdowns, definition. */
export function IndicatorPage() {
  const t = useTexts(indicatorTexts);
  const lang = useLanguage();
  const { code } = useParams({ from: "/$lang/indicators/$code" });
  const { data } = useSuspenseQuery(indicatorQuery(code));
  const { indicator } = data;
  return (
    <>
      <PageHeader
        title={indicator.name[lang]}
        eyebrow={indicator.code}
        breadcrumbs={[
          <Link key="indicators" to="/$lang/indicators" params={{ lang }}>
            {t.indicators}
          </Link>,
        ]}
        lead={<Lead data={data} />}
      />
      {data.rows.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingBody}</EmptyState>
      ) : (
        <>
          <section className="section">
            <IndicatorChart data={data} />
          </section>
          {indicator.breakdowns.length > 0 ? <BreakdownSection data={data} /> : null}
        </>
      )}
      <DefinitionSection indicator={indicator} />
    </>
  );
}

/** How many reported for the latest year, who did not and why, and what moved over the same countries. */
function Lead({ data }: { readonly data: PublicIndicator }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const latest = data.totals.find(({ roundYear }) => roundYear === data.mainRound?.roundYear);
  if (!latest) return null;
  const namesWith = (state: PublicIndicator["rows"][number]["state"]) =>
    data.rows
      .filter((row) => row.roundYear === latest.roundYear && row.state === state)
      .map((row) => data.countries.find(({ iso3 }) => iso3 === row.country)?.name[lang] ?? row.country)
      .sort(f.compare);
  const comparison = compareWithFirst(toIndicatorSeries(data, lang));
  const [unavailable, inapplicable] = [namesWith("not_available"), namesWith("not_applicable")];
  return (
    <>
      <p>
        {t.sentence(latest.reported, latest.published, latest.roundYear)}{" "}
        {unavailable.length > 0 ? `${t.not_available(f.list(unavailable))} ` : null}
        {inapplicable.length > 0 ? t.not_applicable(f.list(inapplicable)) : null}
      </p>
      <p className="quiet">
        {comparison
          ? t.comparedLower(comparison.higher, comparison.lower, comparison.same, comparison.base, comparison.countries)
          : t.noComparison}
      </p>
    </>
  );
}
