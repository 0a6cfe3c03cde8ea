import type { Answers } from "@avances/domain/answer";
import { findCodeList, type Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { useReportFacts } from "../report-context.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import { stay } from "../stay.ts";
import { Breakdowns } from "./breakdown-grid.tsx";
import { CountField } from "./count-field.tsx";
import { formTexts } from "./form.texts.ts";
import { typedCount } from "./grid-sum.ts";
import styles from "./indicator-article.module.css";

/** Two numbers; the percentage is computed, never typed. */
export function RatioControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { entry } = useEntry(indicator.code);
  const [numerator, denominator] = [
    typedCount(entry.draft.fields, "numerator"),
    typedCount(entry.draft.fields, "denominator"),
  ];
  const share = numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
  return (
    <>
      <div className={styles.ratio}>
        <CountField
          code={indicator.code}
          place="numerator"
          label={indicator.ratio?.numerator.label[lang] ?? t.value.numerator}
        />
        <CountField
          code={indicator.code}
          place="denominator"
          label={indicator.ratio?.denominator.label[lang] ?? t.value.denominator}
        />
        <MustEqual indicator={indicator} denominator={denominator} />
        <output className={share === null ? styles.percentLater : styles.percent}>
          {share === null ? t.value.percentLater : t.value.percent(f.percent(share))}
        </output>
      </div>
      <Breakdowns indicator={indicator} whole="numerator" />
    </>
  );
}

/** Some denominators must equal a figure given elsewhere: says where, and offers it. */
function MustEqual({ indicator, denominator }: { readonly indicator: Indicator; readonly denominator: number | null }) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue, answers } = useReportFacts();
  const { store } = useEntry(indicator.code);
  const rule = /^([A-Z-]+-\d+)(?:\[(\w+)=(\w+)\])?$/.exec(indicator.ratio?.denominator.mustEqual ?? "");
  if (rule === null) return null;
  const [, code = "", list, category] = rule;
  const number = figureOf(answers, code, list, category);
  const label =
    list === undefined
      ? undefined
      : findCodeList(catalogue, list)?.codes.find((one) => one.code === category)?.label[lang];
  return (
    <p className="quiet small" data-stay tabIndex={-1}>
      {t.value.mustEqual(label === undefined ? code : `${code}, ${label}`)}{" "}
      {number === null || number === denominator ? null : (
        <Button
          size="small"
          variant="quiet"
          onClick={(event) => {
            stay(event.currentTarget);
            store.edit(indicator.code, (draft) => ({
              ...draft,
              fields: { ...draft.fields, denominator: f.number(number) },
            }));
            store.commit(indicator.code);
          }}
        >
          {t.value.useThis(f.number(number))}
        </Button>
      )}
    </p>
  );
}

function figureOf(
  answers: Answers,
  code: string,
  list: string | undefined,
  category: string | undefined,
): number | null {
  const value = answers.get(code)?.value;
  if (value?.type !== "count") return null;
  return list === undefined || category === undefined ? value.total : (value.breakdowns[list]?.[category] ?? null);
}
