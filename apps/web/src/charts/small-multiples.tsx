import { type PlacedPanel, placePanels } from "@avances/charts/place";
import { type CountrySeries, fewestForRange, regionRange } from "@avances/charts/series";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { classNames } from "#ui/class-names.ts";
import { useInColour } from "#ui/in-colour.ts";
import { useScoreWords } from "#ui/score-with-range.tsx";
import { MarkAt } from "#ui/value-mark.tsx";
import chart from "./chart.module.css";
import styles from "./small-multiples.module.css";
import { panelTexts } from "./small-multiples.texts.ts";
import { TextAt } from "./text-at.tsx";

interface SmallMultiplesProps {
  readonly series: readonly CountrySeries[];
  readonly format?: ((value: number) => string) | undefined;
  readonly domain?: readonly [number, number] | undefined;
  /** Scale each panel to its own highest value; the chart then says so clearly. */
  readonly ownScale?: boolean | undefined;
  /** What is said of the scales instead, if they differ in more than their length. */
  readonly scaleNote?: string | undefined;
  /** Values with a line across every panel, lowest first; the axis then runs from the first to the last. */
  readonly guides?: readonly number[] | undefined;
  /** The region's range behind every panel; only on one scale. */
  readonly region?: boolean | undefined;
}

/** One small panel per country, all on the same axis: each country with its own past, side by side, without a rank. */
export function SmallMultiples({
  series,
  format,
  domain,
  ownScale = false,
  scaleNote,
  guides,
  region = false,
}: SmallMultiplesProps) {
  const t = useTexts(panelTexts);
  const f = useFormat();
  const inColour = useInColour(series.map(({ country }) => country));
  const range = region && !ownScale ? regionRange(series) : [];
  const { panels, isRoomy, hasScores, ...size } = placePanels(series, {
    print: format ?? ((value) => f.number(value)),
    domain,
    ownScale,
    guides,
    region: range,
  });
  return (
    <div className={chart.chart}>
      {ownScale ? <p className={styles.loud}>{scaleNote ?? t.ownScale}</p> : null}
      <div className={classNames(styles.panels, isRoomy && styles.roomy)}>
        {panels.map((panel) => (
          <div key={panel.country} className={classNames(styles.panel, inColour(panel.country))}>
            <p className={styles.name}>{panel.label}</p>
            <PanelDrawing panel={panel} {...size} />
            {hasScores ? <ScoreNote note={panel.note} /> : null}
          </div>
        ))}
      </div>
      {range.length > 0 ? (
        <p className={styles.key}>
          <svg viewBox="0 0 22 14" width="22" height="14" aria-hidden="true" className={styles.keyPicture}>
            <path d="M0 2H22V12H0Z" className={styles.region} />
          </svg>
          {t.regionKey(fewestForRange)}
        </p>
      ) : null}
      {hasScores ? <p className={styles.key}>{t.rangeKey}</p> : null}
    </div>
  );
}

interface PanelDrawingProps {
  readonly panel: PlacedPanel;
  readonly width: number;
  readonly height: number;
}

/** Draws what was placed; `@avances/charts/place` decides all positions. */
function PanelDrawing({ panel, width, height }: PanelDrawingProps) {
  const { left, right, top, zero } = panel.rules;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {panel.region.map((run) => (
        <path key={run[0]?.x} d={outline(run)} className={styles.region} />
      ))}
      <path d={`M${left} ${top}H${right}`} className={chart.grid} />
      {zero === null ? null : <path d={`M${left} ${zero}H${right}`} className={chart.zero} />}
      {panel.guides.map(({ value, y }) => (
        <path key={value} d={`M${left} ${y}H${right}`} className={styles.guide} />
      ))}
      {panel.ranges.map(({ roundYear, x, top: from, bottom: to, hasScore }) => (
        <path key={roundYear} d={`M${x} ${to}V${from}`} className={hasScore ? styles.range : styles.rangeOnly} />
      ))}
      {panel.runs.map((run) => (
        <path key={run[0]?.x} d={`M${run.map(({ x, y }) => `${x} ${y}`).join("L")}`} className={styles.line} />
      ))}
      {panel.dots.map(({ roundYear, x, y, radius }) => (
        <circle key={roundYear} cx={x} cy={y} r={radius} className={styles.dot} />
      ))}
      {panel.marks.map(({ roundYear, ...place }) => (
        <MarkAt key={roundYear} {...place} />
      ))}
      {panel.texts.map((one) => (
        <TextAt key={`${one.x} ${one.y}`} {...one} />
      ))}
    </svg>
  );
}

/** Along the upper ends and back along the lower ones. */
function outline(run: PlacedPanel["region"][number]): string {
  const upper = run.map(({ x, top }) => `${x} ${top}`);
  const lower = run.toReversed().map(({ x, bottom }) => `${x} ${bottom}`);
  return `M${[...upper, ...lower].join("L")}Z`;
}

/** A score is never shown without coverage and range: here, those of the last score. */
function ScoreNote({ note }: Pick<PlacedPanel, "note">) {
  const wordsOf = useScoreWords();
  if (note === null) return <p className={styles.note} />;
  const { label, coverage, range } = wordsOf(note.result);
  return (
    <p className={styles.note}>
      <span className="sr-only">{`${note.year}: ${label}`}</span>
      <span aria-hidden="true">{`${note.year}: ${coverage}`}</span>
      <span aria-hidden="true">{range}</span>
    </p>
  );
}
