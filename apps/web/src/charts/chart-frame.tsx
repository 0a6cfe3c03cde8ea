import { type ReactNode, useId, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicFile, PublicMatrix } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { Button } from "#ui/button.tsx";
import { FileLinks } from "#ui/file-links.tsx";
import { sourceTexts } from "#ui/page-source.texts.ts";
import styles from "./chart-frame.module.css";
import { chartTexts } from "./charts.texts.ts";
import { yearsSentence } from "./years-sentence.ts";

interface ChartFrameProps {
  /** The heading: the question that the chart answers. */
  readonly question: string;
  /** The answer in one generated sentence. */
  readonly sentence?: ReactNode;
  /** A few words for the picture itself, for screen readers; the figures are in the table. */
  readonly label: string;
  /** The rounds that the figure covers: it says once which years it shows. */
  readonly rounds: readonly NamedRound[];
  /** The same figures as a table, folded; absent when the picture is a table itself. */
  readonly table?: ReactNode;
  readonly legend?: ReactNode;
  readonly notes?: ReactNode;
  readonly source: ReactNode;
  /** The edition in which these figures last changed: figures of one page may have changed at different times. */
  readonly edition: PublicMatrix["edition"];
  /** The public file that holds these figures. */
  readonly file?: PublicFile | undefined;
  /** What the reader may choose besides the views. */
  readonly choices?: ReactNode;
  readonly headingLevel?: 2 | 3 | undefined;
  readonly children: ReactNode;
}

/** The frame of every chart: question, sentence, picture, the same figures as a table, notes, source, edition, file. */
export function ChartFrame({
  question,
  sentence,
  label,
  rounds,
  table,
  legend,
  notes,
  source,
  edition,
  file,
  choices,
  headingLevel = 2,
  children,
}: ChartFrameProps) {
  const t = { ...useTexts(chartTexts), ...useTexts(sourceTexts) };
  const f = useFormat();
  const language = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <figure className={styles.frame} aria-labelledby={`${id}-question`}>
      <Heading id={`${id}-question`} className={styles.question}>
        {question}
      </Heading>
      {sentence ? <p className={styles.sentence}>{sentence}</p> : null}
      <p className={styles.years}>{yearsSentence(rounds, language)}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with its switches, which an image would hide from readers by ear; a fieldset is for forms. */}
      <div role="group" aria-label={label} className={styles.picture}>
        {children}
      </div>
      {legend ? <div className={styles.legend}>{legend}</div> : null}
      <div className={styles.tools} data-print="no">
        {table === undefined ? null : (
          <Button
            size="small"
            data-needs="script"
            aria-expanded={open}
            aria-controls={`${id}-table`}
            onClick={() => setOpen(!open)}
          >
            {open ? t.hideTable : t.showTable}
          </Button>
        )}
        {choices ? <div>{choices}</div> : null}
        {file === undefined ? null : <FileLinks file={file} holds={question} />}
      </div>
      {table === undefined ? null : (
        <div id={`${id}-table`} hidden={!open} data-print="table" className={styles.table}>
          {table}
        </div>
      )}
      <figcaption className={styles.caption}>
        {notes ? <div className={styles.notes}>{notes}</div> : null}
        <p>
          {t.source} {source}
          {edition === null ? null : ` ${t.edition(edition.id, f.date(edition.publishedAt.slice(0, 10)))}`}
        </p>
      </figcaption>
    </figure>
  );
}
