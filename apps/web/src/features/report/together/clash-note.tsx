import type { AnswerInput } from "@avances/contracts";
import type { Indicator, IndicatorCode } from "@avances/domain/catalogue";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { stay } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { AnswerText, BreakdownText, EvidenceList } from "../answer-text.tsx";
import { useInWordsOfPage, useReportFacts } from "../report-context.ts";
import { sameAnswer } from "../saving/to-value-from-form.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import { clashTexts } from "./clash.texts.ts";
import { type ClashCell, cellWords, clashCells, isWorthChoosing } from "./clash-cells.ts";
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
  const cells = clashCells({ indicator, base: queue.saved, mine: wanted, theirs }, f);
  const hasCells = theirs !== null && isWorthChoosing(cells, indicator);
  const isSameValue = theirs !== null && sameAnswer(bare(theirs), bare(wanted));
  const when = theirs === null ? "" : f.instant(theirs.updatedAt);
  return (
    <Callout
      tone="alarm"
      live="alert"
      title={isOwn ? t.titleOwn : t.title}
      actions={
        <>
          <Button
            size="small"
            onClick={(event) => {
              stay(event.currentTarget);
              store.keepMine(code);
            }}
          >
            {isOwn ? t.keepHere : t.keepMine}
          </Button>
          <Button
            size="small"
            onClick={(event) => {
              stay(event.currentTarget);
              store.takeTheirs(code);
            }}
          >
            {isOwn ? t.takeOther : t.takeTheirs}
          </Button>
        </>
      }
    >
      <p>{t.text}</p>
      <dl className={styles.pair}>
        <Side
          indicator={indicator}
          name={isOwn ? t.mineHere : t.mine}
          answer={wanted}
          other={theirs}
          hasCells={hasCells}
        />
        <Side
          hasCells={hasCells}
          indicator={indicator}
          name={theirs === null ? t.gone : isOwn ? t.own(when) : t.theirs(theirs.updatedByName, when)}
          answer={theirs ?? undefined}
          other={wanted}
        />
      </dl>
      {isSameValue ? <p>{t.sameValue}</p> : null}
      {hasCells ? (
        <CellByCell
          // A newer answer of the other person is another choice.
          key={theirs.revision}
          indicator={indicator}
          cells={cells}
          sides={[isOwn ? t.mineHere : t.mine, isOwn ? t.own(when) : theirs.updatedByName]}
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
  /** The figures that differ stand below, one by one. */
  readonly hasCells: boolean;
}

function Side({ indicator, name, answer, other, hasCells }: SideProps) {
  const hasOther = answer !== undefined && answer.evidence.length + (other?.evidence.length ?? 0) > 0;
  const isOtherEvidence = hasOther && written(answer.evidence) !== written(other?.evidence ?? []);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <AnswerText indicator={indicator} answer={answer} />
        {answer?.comment ? <span className={styles.comment}>{answer.comment}</span> : null}
        {hasCells ? null : <BreakdownText answer={answer} />}
        {isOtherEvidence ? <EvidenceList evidence={answer.evidence} /> : null}
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
  readonly cells: readonly ClashCell[];
  readonly sides: readonly [string, string];
}

/** Only the figures that differ, each with its choice. */
function CellByCell({ indicator, cells, sides }: CellByCellProps) {
  const t = useTexts(clashTexts);
  const lang = useLanguage();
  const { catalogue } = useReportFacts();
  const { store } = useEntry(indicator.code);
  const [fromTheirs, setFromTheirs] = useState<ReadonlySet<string>>(
    () => new Set(cells.flatMap(({ key, by }) => (by === "theirs" ? [key] : []))),
  );
  const choose = (key: string, isTheirs: boolean) => {
    const next = new Set(fromTheirs);
    if (isTheirs) next.add(key);
    else next.delete(key);
    setFromTheirs(next);
  };
  return (
    <div className={styles.cells}>
      <table>
        <caption>
          {t.cells(cells.length)}. {t.cellsHelp}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.cell}</th>
            <th scope="col">{sides[0]}</th>
            <th scope="col">{sides[1]}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ key, mine, theirs }) => {
            const name = cellWords(key, catalogue, lang, t);
            const option = (text: string, isTheirs: boolean) => (
              <td>
                <label className={styles.option}>
                  <input
                    type="radio"
                    name={`clash ${indicator.code} ${key}`}
                    aria-label={`${name}, ${sides[isTheirs ? 1 : 0]}: ${text || t.blank}`}
                    checked={fromTheirs.has(key) === isTheirs}
                    onChange={() => choose(key, isTheirs)}
                  />
                  <span>{text || t.blank}</span>
                </label>
              </td>
            );
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                {option(mine, false)}
                {option(theirs, true)}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button
        size="small"
        onClick={(event) => {
          stay(event.currentTarget);
          store.combine(indicator.code, fromTheirs);
        }}
      >
        {t.combine}
      </Button>
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
