import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndex, PublicIndicatorList } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { ListChoice, RowChoice } from "./choices.tsx";
import styles from "./heat.module.css";
import { heatTexts } from "./heat.texts.ts";
import type { RoundChoice } from "./heat-facts.ts";
import type { Opened } from "./opened.ts";
import { type HeatChoice, useHeatChoice, useRegionSearch } from "./use-heat-choice.ts";

/** Beyond so many rounds, a row of marks says less than a list. */
const mostMarks = 10;
const none = "";

const keyOf = ({ kind, code }: Opened) => `${kind} ${code}`;

interface ControlsProps {
  readonly index: PublicIndex;
  readonly list: PublicIndicatorList;
}

/** What the table shows. Everything is in the address. A choice is seen at once, even while the table still waits for what it needs. */
export function HeatControls({ rounds, ...props }: ControlsProps & { readonly rounds: readonly RoundChoice[] }) {
  const choice = useHeatChoice(props.index, props.list, useRegionSearch());
  return choice ? <Choices {...props} rounds={rounds} choice={choice} /> : null;
}

function Choices({
  index,
  rounds,
  choice,
}: {
  readonly index: PublicIndex;
  readonly rounds: readonly RoundChoice[];
  readonly choice: HeatChoice;
}) {
  const t = useTexts(heatTexts);
  const f = useFormat();
  const lang = useLanguage();
  const words = roundWords[lang];
  const all = f.number(index.countries.length);
  const countries = [...index.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  const shown = rounds.map((round) => {
    const count = f.number(round.reports);
    return {
      value: String(round.roundYear),
      label: `${words.data(round)}, ${t.reportsLabel(count, all, round.isOpen)}`,
      // On a phone the whole sentence would be cut; it stands above the table, and the note below the marks says as much.
      short: `${words.data(round)}, ${t.reportsShort(count, all)}`,
      words: (
        <>
          <span className={styles.year}>{round.referenceYear}</span>
          <span className={styles.note}>{t.reports(count, all, round.isOpen)}</span>
        </>
      ),
    };
  });
  const compared = [
    ...(["first", "before"] as const).map((value) => ({ value, words: t.comparisons[value] })),
    ...rounds
      .filter(({ roundYear }) => roundYear < choice.round.roundYear)
      .map((earlier) => ({ value: String(earlier.roundYear), words: words.data(earlier), group: t.oneForAll })),
  ];
  const round = {
    legend: t.round,
    value: String(choice.round.roundYear),
    options: shown,
    onChoose: (year: string) => choice.change({ year: Number(year) }),
  };
  return (
    <form data-names="" data-print="no">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields that belong together; these are all of the form. */}
      <div role="group" aria-label={t.controls} className={styles.controls} data-print="no">
        <RowChoice
          look="buttons"
          legend={t.protocol}
          name="instrument"
          value={choice.instrument}
          options={index.instruments.map(({ code, shortName }) => ({ value: code, words: shortName[lang] }))}
          onChoose={(instrument) => choice.change({ instrument })}
        />
        {rounds.length <= mostMarks ? (
          <RowChoice {...round} look="scale" help={t.roundHelp} className={styles.wideOnly} />
        ) : null}
        <ListChoice {...round} name="year" className={rounds.length <= mostMarks ? styles.narrowOnly : undefined} />
        <ListChoice
          legend={t.comparedWith}
          name="since"
          value={typeof choice.since === "string" ? choice.since : String(choice.since.roundYear)}
          options={compared}
          onChoose={(value) =>
            choice.change({ since: value === "first" ? undefined : value === "before" ? value : Number(value) })
          }
        />
        <ListChoice
          legend={t.inColour}
          name="keep"
          value={choice.country ?? none}
          options={[
            { value: none, words: t.allCountries },
            ...countries.map(({ iso3, name }) => ({ value: iso3, words: name[lang] })),
          ]}
          onChoose={(country) => choice.change({ keep: country === none ? undefined : country })}
        />
        <ListChoice
          className={styles.narrowOnly}
          legend={t.dimension}
          name="dimension"
          value={choice.opened?.kind === "dimension" ? choice.opened.code : none}
          options={[
            { value: none, words: t.whole },
            ...index.dimensions.map(({ code, name }) => ({ value: code, words: name[lang] })),
          ]}
          onChoose={(code) => choice.open(code === none ? null : { kind: "dimension", code })}
        />
      </div>
    </form>
  );
}

/** Whose indicators stand below the table: those of a dimension, an objective or an article. */
export function OpenedChoices({ index, list }: ControlsProps) {
  const t = useTexts(heatTexts);
  const choice = useHeatChoice(index, list, useRegionSearch());
  return choice === null ? null : (
    <div className={styles.openedChoices} data-print="no" data-needs="script">
      <ListChoice
        legend={t.indicatorsOf}
        value={choice.opened ? keyOf(choice.opened) : none}
        options={[
          { value: none, words: t.nothingOpened },
          ...choice.choices.map((one) => ({ value: keyOf(one), words: one.name, group: t.openedKinds[one.kind] })),
        ]}
        onChoose={(key) => choice.open(choice.choices.find((one) => keyOf(one) === key) ?? null)}
      />
    </div>
  );
}
