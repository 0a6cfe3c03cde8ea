import { LevelTile } from "#charts/matrix.tsx";
import type { ValueWords } from "./value-words.ts";

export const levelWords: ValueWords<"ordinal"> = {
  isFigure: false,
  words: (value, { indicator, language }) =>
    indicator.levels?.find(({ level }) => level === value.level)?.label[language] ?? String(value.level),
  cell(value, { levels, language, f, compact }) {
    const label = levels.find(({ level }) => level === value.level)?.label[language];
    return compact ? <LevelTile level={value.level} label={label} /> : `${f.number(value.level)} · ${label ?? ""}`;
  },
};
