import { type Answer, carriedAnswer, isCounted, lapsedDate } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { type RoundName, roundOf, roundWords } from "#lib/round-words.ts";
import { stay } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { AnswerText, BreakdownText } from "../answer-text.tsx";
import { useReportGround } from "../report-context.ts";
import { fillWith } from "../saving/answer-store.ts";
import { sameAnswer } from "../saving/to-value-from-form.ts";
import { UndoLine } from "../saving/undo-line.tsx";
import { useEntryPart, useStore } from "../saving/use-answer-store.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./indicator-article.module.css";
import { lineTexts } from "./line.texts.ts";

/** What was accepted in the round before, beside the question. It is copied only when the country presses the button. */
export function LastRound({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const words = useTexts(lineTexts);
  const f = useFormat();
  const { view, previous, mayEdit, today } = useReportGround();
  const lang = useLanguage();
  const { year, referenceYear } = view.previous;
  const before = previous.get(indicator.code);
  if (year === null || referenceYear === null || before === undefined)
    return <p className="quiet small">{t.last.none}</p>;
  const lapsed = mayEdit(indicator.code) ? lapsedDate(indicator, before, today) : null;
  const hasCells = isCounted(before.value) && Object.keys(before.value.breakdowns).length > 0;
  return (
    <div className={styles.last}>
      <h4>{t.last.heading(roundWords[lang].round(roundOf({ year, referenceYear })))}</h4>
      <p className={styles.lastValue}>
        <AnswerText indicator={indicator} answer={before} />
      </p>
      {hasCells ? (
        <Disclosure summary={t.last.breakdown}>
          <BreakdownText answer={before} />
        </Disclosure>
      ) : null}
      {lapsed === null ? null : <p>{words.lapsed(roundWords[lang].name({ roundYear: year }), f.date(lapsed))}</p>}
      {mayEdit(indicator.code) ? (
        <SameAgain indicator={indicator} before={before} round={roundWords[lang].name({ roundYear: year })} />
      ) : null}
    </div>
  );
}

function SameAgain({
  indicator,
  before,
  round,
}: {
  readonly indicator: Indicator;
  readonly before: Answer;
  readonly round: RoundName;
}) {
  const t = useTexts(formTexts);
  const f = useFormat();
  const { currency, today } = useReportGround();
  const store = useStore();
  const wanted = useEntryPart(indicator.code, ({ queue }) => queue.wanted);
  const typing = useEntryPart(indicator.code, (entry) => entry.typing);
  const carried = carriedAnswer(indicator, before, today);
  if (carried === null) return null;
  const isSame = sameAnswer({ ...wanted, comment: "" }, carried);
  return (
    <div data-stay tabIndex={-1}>
      {isSame && !typing ? (
        <p className={styles.confirmed}>{t.last.confirmed(round)}</p>
      ) : (
        <>
          <Button
            size="small"
            onClick={(event) => {
              stay(event.currentTarget);
              store.replace(indicator.code, "last-round", fillWith(indicator, carried, f, currency));
            }}
          >
            {t.last.same(round)}
          </Button>
          <p className={styles.fine}>{t.last.sameHelp}</p>
        </>
      )}
      <UndoLine indicator={indicator} acts={["last-round"]} />
    </div>
  );
}
