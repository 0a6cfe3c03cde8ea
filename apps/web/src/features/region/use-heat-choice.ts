import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { announce } from "#ui/announcer.tsx";
import { heatTexts } from "./heat.texts.ts";
import type { HeatView } from "./heat-facts.ts";

/** What the region's page keeps in its address, and how it is changed. */
export interface HeatChoice {
  readonly view: HeatView;
  /** The country that stays in colour; null when all do. */
  readonly country: string | null;
  /** The opened dimension. */
  readonly dimension: string | null;
  readonly change: (part: Partial<Omit<Search, "dimension">>) => void;
  readonly open: (dimension: string | undefined) => void;
}

type Search = ReturnType<typeof useSearchHere>;

const useSearchHere = () => useSearch({ from: "/$lang/" });

/** Null before anything is published. A year, country or dimension that the public file does not have counts as not chosen. */
export function useHeatChoice(index: PublicIndex): HeatChoice | null {
  const t = useTexts(heatTexts);
  const lang = useLanguage();
  const search = useSearchHere();
  const navigate = useNavigate({ from: "/$lang/" });
  const chosen = index.rounds.find(({ roundYear }) => roundYear === search.year) ?? index.mainRound;
  if (!chosen) return null;
  const view: HeatView = {
    instrument: search.instrument ?? "TIP",
    round: { roundYear: chosen.roundYear, referenceYear: chosen.referenceYear },
    comparedWith: search.since ?? "first",
  };
  const go = (part: Partial<Search>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const nameOf = (code: string) => index.instruments.find((one) => one.code === code)?.shortName[lang] ?? code;
  return {
    view,
    country: index.countries.some(({ iso3 }) => iso3 === search.country) ? (search.country ?? null) : null,
    dimension: index.dimensions.some(({ code }) => code === search.dimension) ? (search.dimension ?? null) : null,
    change(part) {
      go(part);
      const round = index.rounds.find(({ roundYear }) => roundYear === part.year) ?? view.round;
      announce(t.updated(nameOf(part.instrument ?? view.instrument), roundWords[lang].data(round)));
    },
    open(code) {
      go({ dimension: index.dimensions.find((one) => one.code === code)?.code });
    },
  };
}
