import type { ThenAndNow } from "@avances/charts/series";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { classNames } from "#ui/class-names.ts";
import { DataTable } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
import { ValueState } from "#ui/value-state.tsx";
import { chartTexts } from "./charts.texts.ts";
import styles from "./ladder-steps.module.css";
import tiles from "./tiles.module.css";

/** A step of a ladder: a level, or no (0) and yes (1). */
export interface Step {
  readonly value: number;
  /** What stands in the tile: the digit of a level, or the word. */
  readonly mark: string;
  /** In short words, above the column; absent where the mark says it all. */
  readonly label?: string | undefined;
  readonly shade: "level0" | "level1" | "level2" | "level3" | "level4" | "yes" | "no";
}

interface LadderStepsProps {
  readonly caption: ReactNode;
  /** Lowest first. */
  readonly steps: readonly Step[];
  /** In the order in which they are drawn: alphabetical, never by level. */
  readonly countries: readonly ThenAndNow[];
}

/** Where each country stands: a column for each step, the present one filled and, where it differs, the first one outlined. */
export function LadderSteps({ caption, steps, countries }: LadderStepsProps) {
  const t = useTexts(chartTexts);
  const f = useFormat();
  const inColour = useInColour(countries.map(({ country }) => country));
  const standing = countries.filter(({ now }) => now?.value != null);
  return (
    <DataTable caption={caption} captionHidden align="middle">
      <thead className={styles.heads}>
        <tr>
          <th scope="col">{t.country}</th>
          {steps.map(({ value, mark, label, shade }) => (
            <th scope="col" key={value} className={classNames(styles.head, styles[`of${steps.length}`])}>
              <span className={classNames(tiles.tile, tiles[shade], label === undefined && tiles.word)}>{mark}</span>
              {label === undefined ? null : <span className={styles.label}>{label}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {countries.map((each) => (
          <tr key={each.country} className={inColour(each.country)}>
            <th scope="row">{each.label}</th>
            <td colSpan={steps.length} className={styles.places}>
              {each.now?.value == null ? (
                <>
                  <ValueState
                    state={each.now === null || each.now.state === "reported" ? "not_published" : each.now.state}
                    variant="word"
                  />
                  <Last steps={steps} last={each.last} />
                </>
              ) : (
                <span className={classNames(styles.row, styles[`of${steps.length}`])}>
                  {steps.map((step, place) => (
                    <Place key={step.value} step={step} at={place} {...each} />
                  ))}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className={styles.heads}>
        <tr>
          <th scope="row">{t.countriesOf(standing.length)}</th>
          {steps.map(({ value }) => (
            <td key={value} className={styles.total}>
              {f.number(standing.filter(({ now }) => now?.value === value).length)}
            </td>
          ))}
        </tr>
      </tfoot>
    </DataTable>
  );
}

/** The tile of a country at one step: its present one, its first one, or none because it stands elsewhere. */
function Place({
  step,
  at,
  now,
  first,
}: { readonly step: Step; readonly at: number } & Pick<ThenAndNow, "now" | "first">) {
  const t = useTexts(chartTexts);
  const words = step.label === undefined ? null : <span className={styles.words}>{step.label}, </span>;
  if (now?.value === step.value) {
    return (
      <span className={classNames(styles.step, styles[`at${at}`], tiles[step.shade])}>
        <b>{step.mark}</b> {words}
        <span>{first?.value === step.value ? t.asIn(String(first.year)) : String(now.year)}</span>
      </span>
    );
  }
  if (first?.value === step.value) {
    return (
      <span className={classNames(styles.step, styles.first, styles[`at${at}`])}>
        <b>{step.mark}</b> {words}
        <span>{t.firstIn(String(first.year))}</span>
      </span>
    );
  }
  return null;
}

/** Beside a state: where the country stood when it last said so. */
function Last({ steps, last }: { readonly steps: readonly Step[]; readonly last: ThenAndNow["last"] }) {
  const t = useTexts(chartTexts);
  const step = steps.find(({ value }) => value === last?.value);
  if (last === null || step === undefined) return null;
  return <span className={styles.last}>{t.lastAt(step.label ?? step.mark, String(last.year))}</span>;
}
