import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { yearWords } from "#lib/speech.ts";
import type { ComparedWith } from "./compared-with.ts";
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
  const lang = useLanguage();
  const { floor, ceiling } = tile.range;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a key is no form.
    <div role="group" aria-label={t.key.label} className={styles.key}>
      <div aria-hidden="true">
        <Tile tile={tile} />
      </div>
      <p className={styles.note}>
        <b>{f.score(tile.score)}</b> {t.key.score}
        {tile.change.kind === "compared" ? (
          <>
            {" · "}
            <b>{changeWords(tile.change, f, t)}</b>{" "}
            {typeof comparedWith === "string"
              ? t.key.change[comparedWith]
              : t.key.changeSince(yearWords[lang].year(comparedWith.round))}{" "}
            (<b>{t.noComparison}</b>
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
