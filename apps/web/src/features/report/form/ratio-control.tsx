import { linkedFigureOf } from "@avances/domain/answer";
import { findCodeList, type Indicator } from "@avances/domain/catalogue";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { stay } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { FieldError } from "#ui/field.tsx";
import { useReportGround } from "../report-context.ts";
import { useCells } from "../sheet/answer-cells.ts";
import { AnswerSheet } from "../sheet/answer-sheet.tsx";
import sheetStyles from "../sheet/sheet.module.css";
import { sheetTexts } from "../sheet/sheet.texts.ts";
import { TotalOnly } from "../sheet/total-only.tsx";
import { Breakdowns } from "./breakdown-grid.tsx";
import { CountField } from "./count-field.tsx";
import { formTexts } from "./form.texts.ts";
import styles from "./indicator-article.module.css";

/** Two numbers; the percentage is computed, never typed, and so is a denominator that must be the figure of another answer. */
export function RatioControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  return (
    <AnswerSheet indicator={indicator}>
      <div className={styles.ratio}>
        <CountField place="numerator" label={indicator.ratio?.numerator.label[lang] ?? t.value.numerator} />
        <Denominator label={indicator.ratio?.denominator.label[lang] ?? t.value.denominator} />
        <Percent />
      </div>
      <TotalOnly>
        <Breakdowns indicator={indicator} whole="numerator" />
      </TotalOnly>
    </AnswerSheet>
  );
}

function Percent() {
  const t = useTexts(formTexts);
  const f = useFormat();
  const { figure } = useCells();
  const [numerator, denominator] = [figure("numerator"), figure("denominator")];
  const share = numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
  return (
    <output className={share === null ? styles.percentLater : styles.percent}>
      {share === null ? t.value.percentLater : t.value.percent(f.percent(share))}
    </output>
  );
}

/** Asked, or (where it must be the figure of another answer, which has one) shown with "=" and where it is from. */
function Denominator({ label }: { readonly label: string }) {
  const t = useTexts(sheetTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue } = useReportGround();
  const { store, indicator, fields, computed, linked, differences } = useCells();
  // While somebody empties the field, it does not vanish under the cursor.
  const [isIn, setIn] = useState(false);
  const link = linkedFigureOf(indicator);
  if (link === null) return <CountField place="denominator" label={label} />;
  const { cell } = link;
  const category =
    cell === null ? undefined : findCodeList(catalogue, cell.list)?.codes.find(({ code }) => code === cell.category);
  const source = category === undefined ? link.code : `${link.code}, ${category.label[lang]}`;
  const followed = computed.get("denominator");
  if (followed !== undefined && (fields.denominator ?? "") === "" && !isIn) {
    return (
      <div className={sheetStyles.followed} data-stay tabIndex={-1}>
        <span className={sheetStyles.followedLabel}>{label}</span>
        <output>
          <span aria-hidden="true">= </span>
          <b>{f.number(followed.figure)}</b>
        </output>{" "}
        <span className={sheetStyles.source}>
          {t.linkedFrom(source)}
          <span className="sr-only">, {t.computed}</span>
        </span>
      </div>
    );
  }
  const difference = differences.get("denominator");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches whether the focus is inside
    <div data-stay tabIndex={-1} onFocus={() => setIn(true)} onBlur={() => setIn(false)}>
      <CountField place="denominator" label={label} note={linked === null ? t.linkedBlank(source) : t.linked(source)} />
      {difference === undefined ? null : (
        <FieldError>
          {t.linkedDiffers(
            source,
            f.number(difference.gives),
            f.number(Math.abs(difference.typed - difference.gives)),
            difference.typed > difference.gives,
          )}{" "}
          <Button
            size="small"
            onClick={(event) => {
              stay(event.currentTarget);
              store.edit(indicator.code, (draft) => ({ ...draft, fields: { ...draft.fields, denominator: "" } }));
              store.commit(indicator.code);
            }}
          >
            {t.useLinked(f.number(difference.gives))}
          </Button>
        </FieldError>
      )}
    </div>
  );
}
