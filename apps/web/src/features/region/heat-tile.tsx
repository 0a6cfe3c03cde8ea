import { useTexts } from "#i18n/i18n.ts";
import { type Formats, useFormat } from "#lib/format.ts";
import { classNames } from "#ui/class-names.ts";
import { scoreTexts } from "#ui/score.texts.ts";
import { ValueMarkPicture, ValueWord } from "#ui/value-mark.tsx";
import styles from "./heat.module.css";
import { heatTexts } from "./heat.texts.ts";
import { type HeatTile, isWhole, type TileChange } from "./heat-facts.ts";
import { thenTexts } from "./then.texts.ts";

type Words = (typeof heatTexts)["en"];
type ThenWords = (typeof thenTexts)["en"];
type ScoreTile = Extract<HeatTile, { kind: "score" }>;

/** Score, change, coverage and range as one unit; or the mark and the word of what stands in their place. Never blank. */
export function Tile({ tile }: { readonly tile: HeatTile }) {
  switch (tile.kind) {
    case "mark":
      return (
        <span className={classNames(styles.tile, styles.void)}>
          <ValueWord state={tile.mark} />
        </span>
      );
    case "insufficient":
      return <InsufficientTile tile={tile} />;
    case "score":
      return <ScoredTile tile={tile} />;
    default:
      return tile satisfies never;
  }
}

function InsufficientTile({ tile }: { readonly tile: Extract<HeatTile, { kind: "insufficient" }> }) {
  const t = useTexts(heatTexts);
  const f = useFormat();
  const score = useTexts(scoreTexts);
  const { floor, ceiling } = tile.range;
  const label = score.insufficientLabel(f.percent(tile.coverage / 100), f.score(floor), f.score(ceiling));
  return (
    <span className={classNames(styles.tile, styles.void)}>
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" className={styles.state}>
        <ValueMarkPicture mark="insufficient" /> {score.insufficient}
      </span>
      <span aria-hidden="true" className={styles.measured}>
        {measured(tile, f, t)}
      </span>
    </span>
  );
}

function ScoredTile({ tile }: { readonly tile: ScoreTile }) {
  const t = useTexts(heatTexts);
  const then = useTexts(thenTexts);
  const f = useFormat();
  return (
    <span className={classNames(styles.tile, styles[`shade${tile.shade}`])}>
      <span className="sr-only">{tileLabel(tile, f, t, then)}</span>
      <span aria-hidden="true" className={styles.score}>
        {f.score(tile.score)}
      </span>
      <span aria-hidden="true" className={classNames(styles.change, tile.change.kind !== "compared" && styles.inWords)}>
        {changeWords(tile.change, f, t)}
      </span>
      <span aria-hidden="true" className={styles.measured}>
        {measured(tile, f, t)}
      </span>
    </span>
  );
}

/** "95.8% · 65.4–69.6"; "100%" alone when everything was answered, because the range is then the score. */
function measured(tile: Pick<ScoreTile, "coverage" | "range">, f: Formats, t: Pick<Words, "full">): string {
  if (isWhole(tile)) return t.full;
  return `${f.percent(tile.coverage / 100)} · ${f.score(tile.range.floor)}–${f.score(tile.range.ceiling)}`;
}

/** "▲ 11.6", "▼ 2.0", "= 0.0", or in words that there is no comparison. */
export function changeWords(
  change: TileChange,
  f: Formats,
  t: Pick<Words, "first" | "noComparison" | "noProtocolScore" | "noReportThen" | "noScoreThen">,
): string {
  switch (change.kind) {
    case "compared": {
      const arrow = change.change > 0 ? "▲" : change.change < 0 ? "▼" : "=";
      return `${arrow} ${f.score(Math.abs(change.change))}`;
    }
    case "not_comparable":
      return t.noComparison;
    case "no_protocol_score":
      return t.noProtocolScore;
    case "no_report_then":
      return t.noReportThen;
    case "no_score_then":
      return t.noScoreThen;
    case "first":
      return t.first[change.own];
    default:
      return change satisfies never;
  }
}

/** "67.9, 11.6 higher than 2021, 95.8% answered, range 65.4 to 69.6". */
function tileLabel(tile: ScoreTile, f: Formats, t: Words, then: ThenWords): string {
  const answered = t.tile.answered(isWhole(tile) ? t.full : f.percent(tile.coverage / 100));
  const { floor, ceiling } = tile.range;
  const range = isWhole(tile) ? "" : `, ${t.tile.range(f.score(floor), f.score(ceiling))}`;
  return t.tile.label(f.score(tile.score), spokenChange(tile.change, f, t, then), `${answered}${range}`);
}

function spokenChange(change: TileChange, f: Formats, t: Words, then: ThenWords): string {
  switch (change.kind) {
    case "compared": {
      const points = f.score(Math.abs(change.change));
      if (change.change === 0) return t.tile.same(change.baseline);
      return change.change > 0 ? t.tile.higher(points, change.baseline) : t.tile.lower(points, change.baseline);
    }
    case "not_comparable":
      return t.tile.not_comparable(change.baseline);
    case "no_protocol_score":
      return t.noProtocolScore;
    case "no_report_then":
      return then.report[change.mark](change.round);
    case "no_score_then":
      return then.score(change.round);
    case "first":
      return t.first[change.own];
    default:
      return change satisfies never;
  }
}
