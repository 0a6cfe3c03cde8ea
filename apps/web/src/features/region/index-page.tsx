import { marksIn, toIndexSeries } from "@avances/charts/series";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ChartFrame } from "#charts/chart-frame.tsx";
import { SmallMultiples } from "#charts/small-multiples.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { indexQuery, type PublicIndex } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { useServerToday } from "#lib/session.ts";
import { useSpeech } from "#lib/speech.ts";
import { CodeSelect } from "#ui/code-select.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { PageSource } from "#ui/page-source.tsx";
import { ValueStateLegend } from "#ui/value-state.tsx";
import { BaselineTable } from "./baseline-table.tsx";
import { DimensionProfile } from "./dimension-profile.tsx";
import { indexTexts } from "./index.texts.ts";
import { IndexTable } from "./index-table.tsx";
import { progressFacts } from "./progress-facts.ts";
import { progressSentence } from "./progress-sentence.ts";
import styles from "./region.module.css";
import { scoreSentence } from "./region-sentences.ts";
import { scoreFacts } from "./score-facts.ts";

type IndexRow = PublicIndex["rows"][number];
type Choice = { readonly instrument?: "TIP" | "SOM" | undefined; readonly dimension?: string | undefined };

/** The result in a row that belongs to the chosen Protocol and dimension; both Protocols together when none is chosen. */
function picker({ instrument, dimension }: Choice): (row: IndexRow) => IndexRow["overall"] {
  if (!instrument) return (row) => row.overall;
  return (row) => (dimension && row.instruments[instrument].dimensions[dimension]) || row.instruments[instrument];
}

/** The index by country × year × dimension. Every view has its own address. */
export function IndexPage() {
  const t = useTexts(indexTexts);
  const { data: index } = useSuspenseQuery(indexQuery);
  const lang = useLanguage();
  return (
    <>
      <PageHeader
        title={t.title}
        description={t.description}
        eyebrow={t.eyebrow}
        lead={
          <>
            <p>{t.lead}</p>
            <p className="quiet">
              {t.noRank}{" "}
              <Link to="/$lang/about" params={{ lang }}>
                {t.method}
              </Link>
            </p>
          </>
        }
      />
      {index.edition === null ? <EmptyState title={t.nothing} /> : <IndexViews index={index} />}
      <PageSource editions={[index.edition]} countries={index.countries} />
    </>
  );
}

function IndexViews({ index }: { readonly index: PublicIndex }) {
  const t = useTexts(indexTexts);
  const f = useFormat();
  const lang = useLanguage();
  const search = useSearch({ from: "/$lang/index" });
  const navigate = useNavigate({ from: "/$lang/index" });
  const pick = picker(search);
  const { instrument, dimension } = search;
  const subject = [
    instrument ? index.instruments.find(({ code }) => code === instrument)?.shortName[lang] : t.overall,
    instrument && dimension ? index.dimensions.find(({ code }) => code === dimension)?.name[lang] : undefined,
  ]
    .filter(Boolean)
    .join(" · ");
  const today = useServerToday();
  const speech = useSpeech(index.countries);
  const words = roundWords[lang];
  const series = toIndexSeries(index, pick, lang, today).sort((a, b) => f.compare(a.label, b.label));
  const rounds = index.rounds
    .filter(({ roundYear }) => index.rows.some((row) => row.roundYear === roundYear))
    .reverse();
  const round = rounds.find(({ roundYear }) => roundYear === search.year) ?? index.mainRound;
  const scores = scoreFacts(index, pick, today);
  // Both Protocols together have no dimensions and no progress: below stands one of them, by name and by choice.
  const protocol = instrument ?? search.profile ?? "TIP";
  const protocolName = index.instruments.find(({ code }) => code === protocol)?.shortName[lang] ?? protocol;
  const progress = progressFacts(index, protocol, today);
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <form data-names="" className={styles.controls} data-print="no">
        <CodeSelect
          label={t.instrument}
          name="instrument"
          all={t.overall}
          value={instrument}
          options={index.instruments.map(({ code, shortName }) => ({ code, text: shortName[lang] }))}
          onChoose={(chosen) => change({ instrument: chosen, dimension: chosen && dimension, profile: undefined })}
        />
        <CodeSelect
          label={t.dimension}
          name="dimension"
          all={t.allDimensions}
          value={dimension}
          disabled={!instrument}
          options={index.dimensions.map(({ code, name }) => ({ code, text: name[lang] }))}
          onChoose={(chosen) => change({ dimension: chosen })}
        />
      </form>
      <section className="section">
        <ChartFrame
          question={t.question(subject)}
          sentence={scores ? scoreSentence(scores, speech) : undefined}
          label={t.label}
          rounds={index.rounds}
          table={<IndexTable caption={t.table(subject)} index={index} pick={pick} today={today} />}
          legend={<ValueStateLegend states={marksIn(series)} />}
          notes={<p>{t.notes}</p>}
          source={t.source}
          edition={index.edition}
          file={{ name: "index" }}
        >
          <SmallMultiples series={series} format={f.score} domain={[0, 100]} />
        </ChartFrame>
      </section>
      <section className="section stack" aria-labelledby="profile">
        <h2 id="profile">{t.profile(protocolName)}</h2>
        <p>{instrument ? t.profileBody : `${t.profileBody} ${t.oneProtocol}`}</p>
        <form data-names="" className={styles.controls} data-print="no">
          {instrument ? null : (
            <Select
              label={t.instrument}
              name="profile"
              value={protocol}
              onChange={({ target }) =>
                change({ profile: index.instruments.find(({ code }) => code === target.value)?.code })
              }
            >
              {index.instruments.map(({ code, shortName }) => (
                <option key={code} value={code}>
                  {shortName[lang]}
                </option>
              ))}
            </Select>
          )}
          <Select
            label={t.year}
            name="year"
            value={String(round?.roundYear ?? "")}
            onChange={(event) => change({ year: Number(event.target.value) })}
          >
            {rounds.map((one) => (
              <option key={one.roundYear} value={one.roundYear}>
                {words.data(one)}
              </option>
            ))}
          </Select>
        </form>
        {round ? <DimensionProfile index={index} instrument={protocol} round={round} today={today} /> : null}
      </section>
      <section className="section stack" aria-labelledby="since">
        <h2 id="since">{t.since(protocolName)}</h2>
        <p className="lead">{progress ? progressSentence(progress, speech) : null}</p>
        <BaselineTable index={index} instrument={protocol} today={today} />
      </section>
    </>
  );
}
