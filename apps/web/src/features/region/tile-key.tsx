import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import type { ComparedWith } from "#lib/standing.ts";
import styles from "./heat.module.css";
import { heatTexts } from "./heat.texts.ts";
import { type HeatTile, isWhole } from "./heat-facts.ts";
import { changeWords, Tile } from "./heat-tile.tsx";

/** One tile of the table, explained part by part. */
export function TileKey({
  tile,
  comparedWith,
}: {
  readonly tile: Extract<HeatTile, { kind: "score" }>;
  readonly comparedWith: ComparedWith;
}) {
  const t = useTexts(heatTexts);
  const f = useFormat();
  const { floor, ceiling } = tile.range;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a key is no form.
    <div role="group" aria-label={t.key.label} className={styles.key}>
      <div aria-hidden="true">
        <Tile tile={tile} comparedWith={comparedWith} />
      </div>
      <p className={styles.note}>
        <b>{f.score(tile.score)}</b> {t.key.score}
        {tile.change.kind === "compared" ? (
          <>
            {" · "}
            <b>{changeWords(tile.change, comparedWith, f, t)}</b> {t.key.change[comparedWith]} (<b>{t.noComparison}</b>
            {": "}
            {t.key.noComparison})
          </>
        ) : null}
        <br />
        <b>{isWhole(tile) ? t.full : f.percent(tile.coverage / 100)}</b> {t.key.answered}
        {isWhole(tile) ? null : (
          <>
            {" · "}
            <b>
              {f.score(floor)}–{f.score(ceiling)}
            </b>{" "}
            {t.key.range}
          </>
        )}
      </p>
    </div>
  );
}
