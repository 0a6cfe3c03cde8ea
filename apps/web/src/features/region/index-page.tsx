import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ChartFrame } from "#charts/chart-frame.tsx";
import { SmallMultiples } from "#charts/small-multiples.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { csvAddress, indexQuery, type PublicIndex } from "#lib/published-queries.ts";
import { CodeSelect } from "#ui/code-select.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { BaselineTable } from "./baseline-table.tsx";
import { DimensionProfile } from "./dimension-profile.tsx";
import { indexTexts } from "./index.texts.ts";
import { IndexTable } from "./index-table.tsx";
import styles from "./region.module.css";
import { toIndexSeries } from "./to-index-series.ts";

type IndexRow = PublicIndex["rows"][number];
type Choice = { readonly instrument?: "TIP" | "SOM" | undefined; readonly dimension?: string | undefined };

/** What a choice of Protocol and dimension points at in a row; both Protocols together when none is chosen. */
function picker({ instrument, dimension }: Choice): (row: IndexRow) => IndexRow["overall"] {
  if (!instrument) return (row) => row.overall;
  return (row) => (dimension && row.instruments[instrument].dimensions[dimension]) || row.instruments[instrument];
}

/** The index by country × year × dimension. Every view is a link. */
export function IndexPage() {
  const t = useTexts(indexTexts);
  const { data: index } = useSuspenseQuery(indexQuery);
  const lang = useLanguage();
  return (
    <>
      <PageHeader
        title={t.title}
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
  const series = toIndexSeries(index, pick, lang).sort((a, b) => f.compare(a.label, b.label));
  const years = [...new Set(index.rows.map(({ roundYear }) => roundYear))].sort((a, b) => b - a);
  const latest = index.mainRound?.roundYear;
  const year = years.find((one) => one === search.year) ?? latest ?? 0;
  const ofLatest = index.rows.filter((row) => row.roundYear === latest);
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <div className={styles.controls} data-print="no">
        <CodeSelect
          label={t.instrument}
          all={t.overall}
          value={instrument}
          options={index.instruments.map(({ code, shortName }) => ({ code, text: shortName[lang] }))}
          onChoose={(chosen) => change({ instrument: chosen, dimension: chosen && dimension })}
        />
        <CodeSelect
          label={t.dimension}
          all={t.allDimensions}
          value={dimension}
          disabled={!instrument}
          options={index.dimensions.map(({ code, name }) => ({ code, text: name[lang] }))}
          onChoose={(chosen) => change({ dimension: chosen })}
        />
      </div>
      <section className="section">
        <ChartFrame
          question={t.question(subject)}
          sentence={t.sentence(latest ?? 0, ofLatest.filter((row) => pick(row).score !== null).length, ofLatest.length)}
          label={t.label}
          table={<IndexTable caption={t.table(subject)} index={index} pick={pick} />}
          source={t.source}
          edition={
            index.edition ? t.edition(index.edition.id, f.date(index.edition.publishedAt.slice(0, 10))) : undefined
          }
          csvHref={csvAddress()}
        >
          <SmallMultiples series={series} format={f.score} domain={[0, 100]} />
        </ChartFrame>
      </section>
      <section className="section stack" aria-labelledby="profile">
        <h2 id="profile">{t.profile}</h2>
        <p>{t.profileBody}</p>
        <div className={styles.controls} data-print="no">
          <Select
            label={t.year}
            value={String(year)}
            onChange={(event) => change({ year: Number(event.target.value) })}
          >
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </div>
        <DimensionProfile index={index} instrument={instrument ?? "TIP"} year={year} />
      </section>
      <section className="section stack" aria-labelledby="since">
        <h2 id="since">{t.since}</h2>
        <BaselineTable index={index} instrument={instrument ?? "TIP"} />
      </section>
    </>
  );
}
