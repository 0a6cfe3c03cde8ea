import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { type RoundName, roundWords } from "#lib/round-words.ts";
import { NumberCell } from "#ui/data-table.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { AnswerText } from "../answer-text.tsx";
import { useReportFacts } from "../report-context.ts";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { differenceOf } from "./difference.ts";
import { differenceWords } from "./difference-words.ts";
import { Part } from "./part.tsx";
import type { ReportParts } from "./report-parts.ts";
import { RowLink } from "./row-link.tsx";

interface AnswerPartsProps {
  readonly parts: ReportParts;
  /** The rounds that are compared, in words; `before` is null when no earlier report was accepted. */
  readonly rounds: { readonly now: RoundName; readonly before: RoundName | null };
}

/** Parts 4 to 8: every indicator of the report, each in one of them. */
export function AnswerParts({ parts, rounds }: AnswerPartsProps) {
  const t = useTexts(checkTexts).parts;
  const { before } = rounds;
  const { changed, confirmed, noNumber, missing, again } = parts;
  return (
    <>
      <Part
        number={4}
        title={before === null ? t.changed.first : t.changed.heading(before)}
        note={before === null ? t.changed.noPrevious(changed.length) : t.changed.note(changed.length)}
        isEmpty={changed.length === 0}
      >
        <Changed parts={parts} rounds={rounds} />
      </Part>
      <Part
        number={5}
        title={t.confirmed.heading}
        note={t.confirmed.note(confirmed.length, before ?? "")}
        isEmpty={confirmed.length === 0}
      >
        <Lines indicators={confirmed} part={5} columns since />
      </Part>
      <Part
        number={6}
        title={t.noNumber.heading}
        note={t.noNumber.note(noNumber.length)}
        isEmpty={noNumber.length === 0}
      >
        <Lines indicators={noNumber} part={6} />
      </Part>
      <Part number={7} title={t.missing.heading} note={t.missing.note(missing.length)} isEmpty={missing.length === 0}>
        <Lines indicators={missing} part={7} rounds={rounds} />
      </Part>
      <Part
        number={8}
        title={before === null ? t.again.first : t.again.heading(before)}
        note={t.again.note(again.length)}
        isEmpty={again.length === 0}
      >
        <Lines indicators={again} part={8} columns />
      </Part>
    </>
  );
}

function Changed({ parts: { changed }, rounds }: AnswerPartsProps) {
  const t = useTexts(checkTexts).parts;
  const lang = useLanguage();
  const f = useFormat();
  const { before: earlier } = rounds;
  const heads = [t.indicator, ...(earlier === null ? [] : [headed(earlier)]), headed(rounds.now)];
  return (
    <RecordTable
      caption={t.changed.caption}
      captionHidden
      dense
      stickyFirst={false}
      heads={earlier === null ? heads : [...heads, { label: t.difference, isNumber: true }]}
    >
      <tbody>
        {changed.map(({ indicator, before, now }) => (
          <Row key={indicator.code}>
            <th scope="row" className={styles.name}>
              <Name indicator={indicator} part={4} />
            </th>
            {earlier === null ? null : (
              <td className={styles.before}>
                <AnswerText indicator={indicator} answer={before} />
              </td>
            )}
            <td className={styles.now}>
              <AnswerText indicator={indicator} answer={now} />
            </td>
            {earlier === null ? null : (
              <NumberCell className={styles.difference}>
                {differenceWords(differenceOf(before, now), lang, f)}
              </NumberCell>
            )}
          </Row>
        ))}
      </tbody>
    </RecordTable>
  );
}

interface LinesProps {
  readonly indicators: readonly Indicator[];
  readonly part: number;
  /** Two columns on wide screens, for short values. */
  readonly columns?: boolean;
  /** The round since which the answer is the same is said too. */
  readonly since?: boolean;
  /** What was answered in the earlier round is said too. */
  readonly rounds?: AnswerPartsProps["rounds"];
}

function Lines({ indicators, part, columns = false, since = false, rounds }: LinesProps) {
  const t = useTexts(checkTexts).parts;
  const lang = useLanguage();
  const { answers, previous, unchanged } = useReportFacts();
  const sinceOf = (code: string) => (since ? unchanged.get(code) : undefined);
  return (
    <ul className={columns ? styles.lineColumns : styles.lines}>
      {indicators.map((indicator) => {
        const before = previous.get(indicator.code);
        const year = sinceOf(indicator.code);
        return (
          <li key={indicator.code}>
            <span>
              <Name indicator={indicator} part={part} />
            </span>
            <span className={styles.lineValue}>
              {rounds === undefined ? (
                <>
                  <AnswerText indicator={indicator} answer={answers.get(indicator.code)} />
                  {year === undefined ? null : <>, {t.confirmed.since(roundWords[lang].name({ roundYear: year }))}</>}
                </>
              ) : before === undefined || rounds.before === null ? null : (
                <>
                  {t.missing.before(rounds.before)} <AnswerText indicator={indicator} answer={before} />
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Name({ indicator, part }: { readonly indicator: Indicator; readonly part: number }) {
  const lang = useLanguage();
  return (
    <>
      <span className={styles.code}>{indicator.code}</span>{" "}
      <RowLink code={indicator.code} part={part}>
        {indicator.name[lang]}
      </RowLink>
    </>
  );
}

/** The name of a round at the head of a column. */
const headed = (round: RoundName) => round.charAt(0).toUpperCase() + round.slice(1);
