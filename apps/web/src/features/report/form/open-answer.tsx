import type { Indicator } from "@avances/domain/catalogue";
import { memo } from "react";
import { useLanguage } from "#i18n/language.ts";
import { classNames } from "#ui/class-names.ts";
import { useReportGround } from "../report-context.ts";
import { ClashPanel, OthersPanel } from "../saving/conflict-panel.tsx";
import { SaveMark } from "../saving/save-mark.tsx";
import { UndoLine } from "../saving/undo-line.tsx";
import { useEntryPart } from "../saving/use-answer-store.ts";
import { AnswerStateChoice, MissingReason } from "./answer-state-choice.tsx";
import { Details } from "./details.tsx";
import { EarlierFigures, hasEarlierFigures } from "./earlier-figures.tsx";
import { FindingsList } from "./findings-list.tsx";
import { LastRound } from "./last-round.tsx";
import { WholeAnswer } from "./later-parts.ts";
import styles from "./open-answer.module.css";
import { LockedAnswer } from "./returned-parts.ts";
import { ClearAnswer, ValueControl } from "./value-control.tsx";

/**
 * An opened indicator: what is asked, the answer first, what was answered before, what the rules say; everything else is in the details.
 * Each part reads what it needs of the form: a key draws the field and what follows from it.
 */
export const OpenAnswer = memo(function OpenAnswer({ indicator }: { readonly indicator: Indicator }) {
  const { code } = indicator;
  const lang = useLanguage();
  const { mayEdit, view } = useReportGround();
  const isReported = useEntryPart(code, ({ draft }) => draft.state === "reported");
  const saved = useEntryPart(code, ({ queue }) => queue.saved);
  const isWide = indicator.disaggregations.length > 0;
  return (
    // Whoever has settled a clash goes on from its head, where the way back stands.
    <div className={styles.body} data-stay tabIndex={-1}>
      {mayEdit(code) ? (
        <div className={styles.clash}>
          <ClashPanel code={code} />
        </div>
      ) : null}
      <div className={classNames(styles.top, isWide && styles.wide)}>
        <div className={styles.asked}>
          <p className={styles.definition}>{indicator.definition[lang]}</p>
        </div>
        <div className={styles.side}>
          {hasEarlierFigures(view, code) ? (
            <EarlierFigures indicator={indicator} />
          ) : (
            <LastRound indicator={indicator} />
          )}
        </div>
        <div className={styles.main} data-stay tabIndex={-1} data-answer>
          {mayEdit(code) ? (
            <>
              {isReported ? (
                <div className={styles.value} data-value>
                  <ValueControl indicator={indicator} />
                </div>
              ) : (
                <MissingReason indicator={indicator} />
              )}
              <AnswerStateChoice indicator={indicator} />
              <FindingsList indicator={indicator} />
              <OthersPanel indicator={indicator} />
              <div className={styles.foot} data-stay tabIndex={-1}>
                <SaveMark code={code} />
                <UndoLine indicator={indicator} acts={["cleared", "theirs"]} />
                <ClearAnswer indicator={indicator} />
              </div>
            </>
          ) : (
            <WholeAnswer indicator={indicator} answer={saved} />
          )}
          {/* Also when nothing is locked any more: a reason may be half written. */}
          {view.submission.returnedAt === null ? null : <LockedAnswer code={code} />}
        </div>
      </div>
      <Details indicator={indicator} />
    </div>
  );
});
