import { isCounted } from "@avances/domain/answer";
import { type CodeList, findCodeList, type Indicator } from "@avances/domain/catalogue";
import type { MouseEvent } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { FieldError } from "#ui/field.tsx";
import { answerTexts } from "../answer.texts.ts";
import { useReportFacts } from "../report-context.ts";
import { cellKey } from "../saving/answer-draft.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import { stay } from "../stay.ts";
import styles from "./breakdown-grid.module.css";
import { CountField } from "./count-field.tsx";
import { formTexts } from "./form.texts.ts";
import { gridSum, typedCount } from "./grid-sum.ts";

/** All one-way breakdowns of a count or of a ratio's numerator. `whole` = key of the number they break down. */
export function Breakdowns({ indicator, whole }: { readonly indicator: Indicator; readonly whole: string }) {
  const { catalogue } = useReportFacts();
  const lists = indicator.disaggregations.flatMap((code) => findCodeList(catalogue, code) ?? []);
  if (lists.length === 0) return null;
  return (
    <div className={styles.grids}>
      {lists.map((list) => (
        <BreakdownGrid key={list.code} indicator={indicator} list={list} whole={whole} />
      ))}
    </div>
  );
}

interface GridProps {
  readonly indicator: Indicator;
  readonly list: CodeList;
  readonly whole: string;
}

function BreakdownGrid({ indicator, list, whole }: GridProps) {
  const t = useTexts(formTexts);
  const words = useTexts(answerTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { previous } = useReportFacts();
  const before = previous.get(indicator.code)?.value;
  const cellsBefore = isCounted(before) ? before.breakdowns[list.code] : undefined;
  const year = useReportFacts().view.previous.year;
  return (
    <div className={styles.grid}>
      <table className={styles.table}>
        <caption>{words.by(list.name[lang].toLocaleLowerCase(lang))}</caption>
        <thead className={cellsBefore ? undefined : "sr-only"}>
          <tr>
            <th scope="col">
              <span className="sr-only">{t.grid.category}</span>
            </th>
            <th scope="col" className={styles.number}>
              <span className="sr-only">{t.grid.count}</span>
            </th>
            {cellsBefore && year !== null ? (
              <th scope="col" className={styles.number}>
                {roundWords[lang].name({ roundYear: year })}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {list.codes.map((category) => (
            <tr key={category.code}>
              <th scope="row">{category.label[lang]}</th>
              <td>
                <CountField
                  inTable
                  code={indicator.code}
                  place={cellKey(list.code, category.code)}
                  label={`${list.name[lang]}: ${category.label[lang]}`}
                />
              </td>
              {cellsBefore ? (
                <td className={styles.before}>
                  {cellsBefore[category.code] === undefined ? "" : f.number(cellsBefore[category.code] ?? 0)}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      <GridFoot
        indicator={indicator}
        places={list.codes.map(({ code }) => cellKey(list.code, code))}
        whole={whole}
        exclusive={list.exclusive}
      />
    </div>
  );
}

interface FootProps {
  readonly indicator: Indicator;
  readonly places: readonly string[];
  readonly whole: string;
  /** The cells must add up to the whole. */
  readonly exclusive: boolean;
}

/** Running total, what is missing, and the button that fills blanks with zero: a blank never counts as zero by itself. */
export function GridFoot({ indicator, places, whole, exclusive }: FootProps) {
  const t = useTexts(formTexts);
  const f = useFormat();
  const { store, entry } = useEntry(indicator.code);
  const { sum, most, blank, filled } = gridSum(entry.draft.fields, places);
  const total = typedCount(entry.draft.fields, whole);
  const excess = total === null ? 0 : (exclusive ? sum : most) - total;
  const fillBlanks = (event: MouseEvent<HTMLButtonElement>) => {
    stay(event.currentTarget);
    store.edit(indicator.code, (draft) => ({
      ...draft,
      fields: { ...draft.fields, ...Object.fromEntries(blank.map((place) => [place, "0"])) },
    }));
    store.commit(indicator.code);
    announce(t.grid.fillDone(blank.length));
  };
  const words = !exclusive
    ? t.grid.overlap
    : filled === 0
      ? t.grid.blank(blank.length)
      : total === null
        ? t.grid.sumOnly(f.number(sum))
        : `${t.grid.sum(f.number(sum), f.number(total))}, ${excess === 0 ? t.grid.equal : t.grid.missing(f.number(-excess))}`;
  return (
    <div className={styles.foot} data-stay tabIndex={-1}>
      <div className={styles.sum} aria-live="polite">
        {excess > 0 && total !== null ? (
          <FieldError>
            {exclusive
              ? t.grid.above(f.number(sum), f.number(total), excess)
              : t.grid.cellAbove(f.number(most), f.number(total), excess)}
          </FieldError>
        ) : (
          words
        )}
      </div>
      {blank.length > 0 ? (
        <Button size="small" variant="quiet" onClick={fillBlanks}>
          {t.grid.fill}
        </Button>
      ) : null}
    </div>
  );
}
