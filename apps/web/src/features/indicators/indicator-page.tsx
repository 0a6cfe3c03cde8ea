import { usePrefetchQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { indicatorQuery, type PublicIndicator, voicesQuery } from "#lib/published-queries.ts";
import { useServerToday } from "#lib/session.ts";
import { useSpeech } from "#lib/speech.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { PageSource } from "#ui/page-source.tsx";
import { ToldLater } from "#ui/told-later.tsx";
import { VoicesBeside } from "#ui/voices-beside.tsx";
import { answeredFacts } from "./answered-facts.ts";
import { answeredSentence } from "./answered-sentence.ts";
import { BreakdownSection } from "./breakdown-section.tsx";
import { comparisonFacts } from "./comparison-facts.ts";
import { comparisonSentence } from "./comparison-sentence.ts";
import { dateFacts } from "./date-facts.ts";
import { dateSentence } from "./date-sentence.ts";
import { DefinitionSection } from "./definition-section.tsx";
import { indicatorTexts } from "./indicator.texts.ts";
import { IndicatorChart } from "./indicator-chart.tsx";

/** One indicator: the answer in a sentence, the chart by country and year, its table, breakdowns, definition. */
export function IndicatorPage() {
  const t = useTexts(indicatorTexts);
  const lang = useLanguage();
  const { code } = useParams({ from: "/$lang/indicators/$code" });
  // Both at once, and the page with both: nothing moves when one comes later.
  usePrefetchQuery(voicesQuery("indicators", code));
  const { data } = useSuspenseQuery(indicatorQuery(code));
  const { data: voices } = useSuspenseQuery(voicesQuery("indicators", code));
  const today = useServerToday();
  const { indicator } = data;
  return (
    <>
      <PageHeader
        title={indicator.question[lang]}
        description={t.description(indicator.code, indicator.definition[lang])}
        eyebrow={`${indicator.code} · ${indicator.name[lang]}`}
        breadcrumbs={[
          <Link key="indicators" to="/$lang/indicators" params={{ lang }}>
            {t.indicators}
          </Link>,
        ]}
        lead={<Lead data={data} today={today} />}
      />
      {data.rows.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingBody}</EmptyState>
      ) : (
        <>
          <section className="section">
            <IndicatorChart data={data} today={today} />
          </section>
          {indicator.breakdowns.length > 0 ? <BreakdownSection data={data} today={today} /> : null}
        </>
      )}
      <VoicesBeside data={voices} />
      <DefinitionSection indicator={indicator} />
      <ToldLater asked={{ indicator: code }} />
      <PageSource
        editions={[data.edition, ...(voices.voices.length === 0 ? [] : [voices.edition])]}
        countries={data.countries}
      />
    </>
  );
}

/** Who answered for the main round, who did not and why, and what changed for the same countries or had passed. */
function Lead({ data, today }: { readonly data: PublicIndicator; readonly today: string }) {
  const speech = useSpeech(data.countries);
  const answered = answeredFacts(data, today);
  if (!answered) return null;
  const comparison = comparisonFacts(data);
  const dates = dateFacts(data);
  return (
    <>
      <p>{answeredSentence(answered, speech)}</p>
      {comparison ? <p className="quiet">{comparisonSentence(comparison, speech)}</p> : null}
      {dates ? <p className="quiet">{dateSentence(dates, speech)}</p> : null}
    </>
  );
}
