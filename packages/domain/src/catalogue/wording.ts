import type { IndicatorCode, WholeCatalogue, WholeIndicator } from "./catalogue.ts";
import type { Text } from "./language.ts";

/** What an indicator says in one release or several. */
export interface Wording {
  readonly name: Text;
  /** Null in releases that had no questions yet; such a question is not a changed one. */
  readonly question: Text | null;
  readonly definition: Text;
  readonly guidance: Text;
  readonly unit: Text;
  readonly levels: readonly { readonly level: number; readonly label: Text }[];
  /** Null unless it is a share. */
  readonly ratio: { readonly numerator: Text; readonly denominator: Text } | null;
}

export interface WordingHistory {
  /** Versions of the releases with the words of the last one, oldest first, without a break up to the last. */
  readonly releases: readonly string[];
  /** Other words before that, oldest first. */
  readonly earlier: readonly (Wording & { readonly releases: readonly string[] })[];
}

/** In which words an indicator stood in each release of the catalogue (oldest first). Releases without it are passed over. */
export function wordingHistory(catalogues: readonly WholeCatalogue[], code: IndicatorCode): WordingHistory {
  const stretches: { releases: string[]; wording: Wording }[] = [];
  for (const { version, indicators } of catalogues) {
    const indicator = indicators.find((one) => one.code === code);
    if (indicator === undefined) continue;
    const wording = wordingOf(indicator);
    const last = stretches.at(-1);
    if (last !== undefined && saysTheSame(last.wording, wording)) {
      last.releases.push(version);
      last.wording = wording;
    } else stretches.push({ releases: [version], wording });
  }
  const earlier = stretches.slice(0, -1).map(({ releases, wording }) => ({ releases, ...wording }));
  return { releases: stretches.at(-1)?.releases ?? [], earlier };
}

function wordingOf({ name, question, definition, guidance, unit, levels = [], ratio }: WholeIndicator): Wording {
  return {
    name,
    question: question ?? null,
    definition,
    guidance,
    unit,
    levels: levels.map(({ level, label }) => ({ level, label })),
    ratio: ratio ? { numerator: ratio.numerator.label, denominator: ratio.denominator.label } : null,
  };
}

function saysTheSame(one: Wording, other: Wording): boolean {
  const hasBoth = one.question !== null && other.question !== null;
  const compared = (wording: Wording) => JSON.stringify(hasBoth ? wording : { ...wording, question: null });
  return compared(one) === compared(other);
}
