import { type ReactNode, useId, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { Button, DownloadLink } from "#ui/button.tsx";
import styles from "./chart-frame.module.css";
import { chartTexts } from "./charts.texts.ts";

interface ChartFrameProps {
  /** The heading, as the question that the chart answers. */
  readonly question: string;
  /** The answer in one generated sentence. */
  readonly sentence?: ReactNode;
  /** A few words for the picture itself, for readers by ear; the figures are in the table. */
  readonly label: string;
  readonly table: ReactNode;
  readonly legend?: ReactNode;
  readonly notes?: ReactNode;
  readonly source: ReactNode;
  readonly edition?: string | undefined;
  readonly csvHref?: string | undefined;
  readonly headingLevel?: 2 | 3 | undefined;
  readonly children: ReactNode;
}

/** What surrounds every chart: question, sentence, picture, the same figures as a table, notes, source, edition, file. */
export function ChartFrame({
  question,
  sentence,
  label,
  table,
  legend,
  notes,
  source,
  edition,
  csvHref,
  headingLevel = 2,
  children,
}: ChartFrameProps) {
  const t = useTexts(chartTexts);
  const id = useId();
  const [open, setOpen] = useState(false);
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <figure className={styles.frame} aria-labelledby={`${id}-question`}>
      <Heading id={`${id}-question`} className={styles.question}>
        {question}
      </Heading>
      {sentence ? <p className={styles.sentence}>{sentence}</p> : null}
      {legend ? <div className={styles.legend}>{legend}</div> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with its switches, which an image would hide from readers by ear; a fieldset is for forms. */}
      <div role="group" aria-label={label} className={styles.picture}>
        {children}
      </div>
      <div className={styles.tools} data-print="no">
        <Button size="small" aria-expanded={open} aria-controls={`${id}-table`} onClick={() => setOpen(!open)}>
          {open ? t.hideTable : t.showTable}
        </Button>
        {csvHref === undefined ? null : (
          <DownloadLink size="small" variant="quiet" href={csvHref} download>
            {t.csv}
          </DownloadLink>
        )}
      </div>
      <div id={`${id}-table`} hidden={!open} data-print="table" className={styles.table}>
        {table}
      </div>
      <figcaption className={styles.caption}>
        {notes ? <div className={styles.notes}>{notes}</div> : null}
        <p>
          {t.source} {source}
          {edition === undefined ? null : <span className={styles.edition}>{t.edition(edition)}</span>}
        </p>
      </figcaption>
    </figure>
  );
}
