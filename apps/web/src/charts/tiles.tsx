import { useTexts } from "#i18n/i18n.ts";
import { classNames } from "#ui/class-names.ts";
import styles from "./tiles.module.css";
import { tilesTexts } from "./tiles.texts.ts";

/** A level from 0 to 4, the digit printed in the tile. `label` is read out and shown on hover. */
export function LevelTile({ level, label }: { readonly level: number; readonly label?: string | undefined }) {
  return (
    <span
      className={classNames(styles.tile, styles[`level${Math.max(0, Math.min(4, Math.round(level)))}`])}
      title={label}
    >
      {level}
      {label ? <span className="sr-only">: {label}</span> : null}
    </span>
  );
}

/** Yes or no as a word, in two clearly different tones; never 0 and 1. */
export function YesNoTile({ yes }: { readonly yes: boolean }) {
  const t = useTexts(tilesTexts);
  return (
    <span className={classNames(styles.tile, styles.word, yes ? styles.yes : styles.no)}>{yes ? t.yes : t.no}</span>
  );
}
