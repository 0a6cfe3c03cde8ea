import type { AnswerInput } from "@avances/contracts";
import type { Indicator, IndicatorCode } from "@avances/domain/catalogue";
import { type ReactNode, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { stay } from "#lib/stay.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { classNames } from "#ui/class-names.ts";
import { AnswerText, BreakdownText } from "../answer-text.tsx";
import { useInWordsOfPage, useReportFacts } from "../report-context.ts";
import { sameAnswer } from "../saving/to-value-from-form.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import { EvidenceList } from "../whole-answer.tsx";
import { clashTexts } from "./clash.texts.ts";
import {
  type ClashCell,
  type ClashChoices,
  type ClashSide,
  cellWords,
  clashCells,
  clashWords,
  decisions,
  isWorthChoosing,
  sideOf,
  undecided,
} from "./clash-cells.ts";
import styles from "./clash-note.module.css";

/** Two answers to the same question: both side by side, and the person decides. Nothing is overwritten before that. */
export function ClashNote({ code }: { readonly code: IndicatorCode }) {
  const t = useTexts(clashTexts);
  const f = useFormat();
  const { store, entry } = useEntry(code);
  const { queue } = entry;
  const indicator = useInWordsOfPage(entry.indicator);
  const { trouble, wanted } = queue;
  if (trouble?.kind !== "conflict") return <Settled code={code} />;
  const { theirs } = trouble;
  const isOwn = trouble.isOwn === true;
  const clash = { base: queue.saved, mine: wanted, theirs };
  const cells = clashCells({ indicator, ...clash }, f);
  const hasCells = theirs !== null && isWorthChoosing(cells, indicator);
  const isSameValue = theirs !== null && sameAnswer(bare(theirs), bare(wanted));
  const when = theirs === null ? "" : f.instant(theirs.updatedAt);
  const choice = (words: string, choose: (code: IndicatorCode) => void) => (
    <Button
      size="small"
      onClick={(event) => {
        stay(event.currentTarget);
        choose(code);
      }}
    >
      {words}
    </Button>
  );
  return (
    <Callout
      tone="alarm"
      // Read out once, when it comes: inside of an alert each choice would have the whole note read out again.
      title={<span role="alert">{isOwn ? t.titleOwn : t.title}</span>}
    >
      <p>
        {t.chooseWhole} {t.text}
      </p>
      <dl className={styles.pair}>
        <Side
          indicator={indicator}
          name={isOwn ? t.mineHere : t.mine}
          answer={wanted}
          other={theirs}
          hasCells={hasCells}
          choice={choice(isOwn ? t.keepHere : t.keepMine, store.keepMine)}
        />
        <Side
          hasCells={hasCells}
          indicator={indicator}
          name={theirs === null ? t.gone : isOwn ? t.own(when) : t.theirs(theirs.updatedByName, when)}
          answer={theirs ?? undefined}
          other={wanted}
          choice={choice(isOwn ? t.takeOther : t.takeTheirs, store.takeTheirs)}
        />
      </dl>
      {isSameValue ? <p>{t.sameValue}</p> : null}
      {hasCells ? (
        <CellByCell
          // A newer answer of the other person is another choice.
          key={theirs.revision}
          indicator={indicator}
          figures={cells}
          words={clashWords(clash)}
          sides={[isOwn ? t.mineHere : t.mine, isOwn ? t.other : theirs.updatedByName]}
        />
      ) : null}
    </Callout>
  );
}

/** The value alone. */
function bare({ state, value }: AnswerInput): AnswerInput {
  return { state, value, reason: "", comment: "", evidence: [] };
}

interface SideProps {
  readonly indicator: Indicator;
  readonly name: string;
  readonly answer: AnswerInput | undefined;
  readonly other: AnswerInput | null;
  /** The parts that differ stand below, one by one. */
  readonly hasCells: boolean;
  /** The button that lets this one stand, whole. */
  readonly choice: ReactNode;
}

function Side({ indicator, name, answer, other, hasCells, choice }: SideProps) {
  const hasOther = answer !== undefined && answer.evidence.length + (other?.evidence.length ?? 0) > 0;
  const isOtherEvidence = hasOther && written(answer.evidence) !== written(other?.evidence ?? []);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <AnswerText indicator={indicator} answer={answer} />
        {answer?.comment && !hasCells ? <span className={styles.comment}>{answer.comment}</span> : null}
        {hasCells ? null : <BreakdownText answer={answer} />}
        {isOtherEvidence && !hasCells ? <EvidenceList evidence={answer.evidence} /> : null}
        <span className={styles.choice}>{choice}</span>
      </dd>
    </div>
  );
}

/** What two people gave as evidence, to be compared: typed here and read from the server, its parts come in another order. */
function written(evidence: AnswerInput["evidence"]): string {
  return JSON.stringify(evidence.map(({ title, url, locator }) => [title, url ?? "", locator ?? ""]));
}

interface CellByCellProps {
  readonly indicator: Indicator;
  readonly figures: readonly ClashCell[];
  /** Comment and sources. */
  readonly words: readonly ClashCell[];
  readonly sides: readonly [string, string];
}

/** Only the parts that differ, each with its choice. What both changed has none before somebody chooses, and until then nothing can be saved. */
function CellByCell({ indicator, figures, words, sides }: CellByCellProps) {
  const t = useTexts(clashTexts);
  const lang = useLanguage();
  const { catalogue } = useReportFacts();
  const { store } = useEntry(indicator.code);
  const [choices, setChoices] = useState<ClashChoices>(new Map());
  const cells = [...figures, ...words];
  const waiting = undecided(cells, choices);
  const decided = decisions(cells, choices);
  const choose = (cell: ClashCell, side: ClashSide) => {
    const next = new Map(choices).set(cell.key, side);
    setChoices(next);
    if (sideOf(cell, choices) === null) announce(t.waiting(undecided(cells, next).length), "clash");
  };
  return (
    <div className={styles.cells}>
      <div className={styles.scroll}>
        <table>
          <caption>
            {t.orParts} {t.cells(figures.length)}. {t.cellsHelp}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t.cell}</th>
              <th scope="col">{sides[0]}</th>
              <th scope="col">{sides[1]}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => {
              const { key } = cell;
              const name = cellWords(key, catalogue, lang, t);
              const chosen = sideOf(cell, choices);
              const option = (side: ClashSide) => (
                <td className={classNames(key !== "comment" && key !== "evidence" && styles.figure)}>
                  <label className={styles.option}>
                    <input
                      type="radio"
                      name={`clash ${indicator.code} ${key}`}
                      aria-label={`${name}, ${sides[side === "mine" ? 0 : 1]}: ${cell[side] || t.blank}`}
                      checked={chosen === side}
                      onChange={() => choose(cell, side)}
                    />
                    <span>{cell[side] || t.blank}</span>
                  </label>
                </td>
              );
              return (
                <tr key={key} className={classNames(chosen === null && styles.waiting)} data-waiting={chosen === null}>
                  <th scope="row">
                    {name}
                    {chosen === null ? <span className={styles.ask}>{t.ask}</span> : null}
                  </th>
                  {option("mine")}
                  {option("theirs")}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={styles.save}>
        <p className={classNames(waiting.length > 0 && styles.left)}>{t.waiting(waiting.length)}</p>
        {decided === null ? null : (
          <Button
            size="small"
            onClick={(event) => {
              stay(event.currentTarget);
              store.combine(indicator.code, decided);
            }}
          >
            {t.combine}
          </Button>
        )}
      </div>
    </div>
  );
}

/** After a choice: what was chosen, and the way to the other answers, which are all still here. */
function Settled({ code }: { readonly code: IndicatorCode }) {
  const t = useTexts(clashTexts);
  const { store, entry } = useEntry(code);
  const { settled } = entry;
  return (
    <div className={styles.settled} aria-live="polite">
      {settled === null ? null : (
        <>
          <span>{t.settled[settled.chosen]}</span>
          {settled.chosen === "mine" ? null : (
            <Button size="small" variant="quiet" onClick={() => store.reconsider(code, "mine")}>
              {t.useMine}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={() => store.reconsider(code, "theirs")}>
            {t.useTheirs}
          </Button>
        </>
      )}
    </div>
  );
}
