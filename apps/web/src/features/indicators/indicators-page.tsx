import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { indicatorListQuery, type PublicIndicatorList } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { announce } from "#ui/announcer.tsx";
import { ArticleLinks } from "#ui/article-links.tsx";
import { Button } from "#ui/button.tsx";
import { CodeSelect } from "#ui/code-select.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TextInput } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { PageSource } from "#ui/page-source.tsx";
import styles from "./indicators.module.css";
import { indicatorsTexts } from "./indicators.texts.ts";

type Entry = PublicIndicatorList["indicators"][number];
type Filters = Readonly<Partial<Record<"instrument" | "dimension" | "objective" | "q", string | undefined>>>;

/** Up to so many indicators are shown at once; more are folded by objective. */
const mostAtOnce = 16;

/** All public indicators by objective; the filters, and which objectives are open, are in the address. */
export function IndicatorsPage() {
  const t = useTexts(indicatorsTexts);
  const lang = useLanguage();
  const { data: list } = useSuspenseQuery(indicatorListQuery);
  const search = useSearch({ from: "/$lang/indicators" });
  const navigate = useNavigate({ from: "/$lang/indicators" });
  const shown = list.indicators.filter((one) => fits(one, search, lang));
  const all = { instrument: undefined, dimension: undefined, objective: undefined, q: undefined };
  const isFolded = shown.length > mostAtOnce;
  const opened = new Set(search.open?.split(","));
  const fold = (objective: string, isOpen: boolean) => {
    if (!isFolded || opened.has(objective) === isOpen) return;
    const next = list.objectives
      .map(({ code }) => code)
      .filter((code) => (code === objective ? isOpen : opened.has(code)));
    void navigate({
      search: (before) => ({ ...before, open: next.length > 0 ? next.join(",") : undefined }),
      replace: true,
      resetScroll: false,
    });
  };
  const change = (part: Partial<typeof search>) => {
    const next = { ...search, ...part };
    announce(t.found(list.indicators.filter((one) => fits(one, next, lang)).length), "list");
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  return (
    <>
      <PageHeader title={t.title} description={t.description} eyebrow={t.eyebrow} lead={<p>{t.lead}</p>} />
      <form data-names="" className={styles.controls} data-print="no">
        <CodeSelect
          label={t.instrument}
          name="instrument"
          all={t.all}
          value={search.instrument}
          options={list.instruments.map(({ code, shortName }) => ({ code, text: shortName[lang] }))}
          onChoose={(instrument) => change({ instrument })}
        />
        <CodeSelect
          label={t.dimension}
          name="dimension"
          all={t.allDimensions}
          value={search.dimension}
          options={list.dimensions.map(({ code, name }) => ({ code, text: name[lang] }))}
          onChoose={(dimension) => change({ dimension })}
        />
        <TextInput
          label={t.search}
          name="q"
          type="search"
          value={search.q ?? ""}
          onChange={(event) => change({ q: event.target.value || undefined })}
        />
      </form>
      <OnlyObjective list={list} search={search} onRemove={() => change({ objective: undefined })} />
      <p className={styles.found}>{isFolded ? `${t.found(shown.length)}. ${t.folded}` : t.found(shown.length)}</p>
      {shown.length === 0 ? (
        <EmptyState
          title={t.found(0)}
          actions={
            <form data-names="instrument dimension objective q">
              <Button type="submit" onClick={() => change(all)}>
                {t.clear}
              </Button>
            </form>
          }
        />
      ) : (
        list.instruments.map((instrument) => (
          <Instrument
            key={instrument.code}
            list={list}
            instrument={instrument}
            shown={shown}
            isOpen={(objective) => !isFolded || opened.has(objective)}
            onFold={fold}
          />
        ))
      )}
      <PageSource editions={[list.edition]} />
    </>
  );
}

/** The objective to which a link reduced the list; there are too many of them for a control. */
function OnlyObjective({
  list,
  search,
  onRemove,
}: {
  readonly list: PublicIndicatorList;
  readonly search: Filters;
  readonly onRemove: () => void;
}) {
  const t = useTexts(indicatorsTexts);
  const lang = useLanguage();
  const objective = list.objectives.find(({ code }) => code === search.objective);
  if (!objective) return null;
  return (
    <div className={styles.only}>
      <p>{t.onlyObjective(objective.name[lang])}</p>
      <form data-names="objective" data-print="no">
        <Button type="submit" size="small" onClick={onRemove}>
          {t.allObjectives}
        </Button>
      </form>
    </div>
  );
}

function Instrument({
  list,
  instrument,
  shown,
  isOpen,
  onFold,
}: {
  readonly list: PublicIndicatorList;
  readonly instrument: PublicIndicatorList["instruments"][number];
  readonly shown: readonly Entry[];
  readonly isOpen: (objective: string) => boolean;
  readonly onFold: (objective: string, isOpen: boolean) => void;
}) {
  const t = useTexts(indicatorsTexts);
  const lang = useLanguage();
  const objectives = list.objectives.filter((one) => shown.some((entry) => entry.objective === one.code));
  const own = objectives.filter((one) => one.instrument === instrument.code);
  if (own.length === 0) return null;
  return (
    <section className="section" aria-labelledby={instrument.code}>
      <h2 id={instrument.code}>{instrument.shortName[lang]}</h2>
      <p className="quiet">
        {t.inProtocol(shown.filter((entry) => entry.instrument === instrument.code).length, own.length)}
      </p>
      <div className={styles.objectives}>
        {own.map((objective) => (
          <Objective
            key={objective.code}
            objective={objective}
            entries={shown.filter((entry) => entry.objective === objective.code)}
            isOpen={isOpen(objective.code)}
            onFold={(isOpen) => onFold(objective.code, isOpen)}
          />
        ))}
      </div>
    </section>
  );
}

function Objective({
  objective,
  entries,
  isOpen,
  onFold,
}: {
  readonly objective: PublicIndicatorList["objectives"][number];
  readonly entries: readonly Entry[];
  readonly isOpen: boolean;
  readonly onFold: (isOpen: boolean) => void;
}) {
  const t = useTexts(indicatorsTexts);
  const lang = useLanguage();
  // The main round is the same for every indicator.
  const latest = entries.find((entry) => entry.latest)?.latest;
  return (
    <Disclosure
      variant="ruled"
      summary={
        <span id={objective.code} className={styles.objectiveName}>
          {objective.name[lang]}
        </span>
      }
      aside={entries.length}
      open={isOpen}
      onToggle={onFold}
    >
      <div className={styles.cited}>
        <span className={styles.code}>
          <Link to="/$lang/indicators" params={{ lang }} search={{ objective: objective.code }}>
            {t.objective(objective.code)}
          </Link>
        </span>
        <ArticleLinks articles={objective.articles} />
      </div>
      <DataTable caption={t.caption(objective.name[lang])} captionHidden stickyFirst={false}>
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            <th scope="col">{t.scoredHead}</th>
            <th scope="col">{latest ? t.latestHead(roundWords[lang].data(latest)) : t.latestHeadNone}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.code}>
              <th scope="row">
                <span className={styles.code}>{entry.code}</span>
                <Link to="/$lang/indicators/$code" params={{ lang, code: entry.code }}>
                  {entry.name[lang]}
                </Link>
              </th>
              <td>{entry.scored ? t.scored : t.context}</td>
              <td>{entry.latest ? t.latest(entry.latest.reported, entry.latest.published) : t.none}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Disclosure>
  );
}

function fits(entry: Entry, search: Filters, lang: Language): boolean {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return (
    (search.instrument === undefined || entry.instrument === search.instrument) &&
    (search.dimension === undefined || entry.dimension === search.dimension) &&
    (search.objective === undefined || entry.objective === search.objective) &&
    (search.q === undefined ||
      plain(`${entry.code} ${entry.name[lang]} ${entry.question[lang]}`).includes(plain(search.q.trim())))
  );
}
