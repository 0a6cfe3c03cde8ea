import type { InstrumentCode } from "@avances/domain/catalogue";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useLanguage } from "#i18n/language.ts";
import type { PublicIndex, PublicIndicatorList } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import type { OwnRound } from "#lib/standing.ts";
import { type Opened, type OpenedChoice, openedChoices } from "./opened.ts";

/** What the region's page keeps in its address, and how it is changed. */
export interface HeatChoice {
  readonly instrument: InstrumentCode;
  readonly round: NamedRound;
  /** With which earlier round the countries are compared: each with its own, or all with one. */
  readonly since: OwnRound | NamedRound;
  /** The country that stays in colour; null when all do. */
  readonly country: string | null;
  readonly opened: OpenedChoice | null;
  /** All that can be opened. */
  readonly choices: readonly OpenedChoice[];
  readonly change: (part: Partial<Omit<RegionSearch, Opened["kind"]>>) => void;
  /** Null closes it. */
  readonly open: (opened: Opened | null) => void;
}

export type RegionSearch = ReturnType<typeof useRegionSearch>;

const closed = { dimension: undefined, objective: undefined, article: undefined } as const satisfies Record<
  Opened["kind"],
  undefined
>;

export const useRegionSearch = () => useSearch({ from: "/$lang/" });

/** Null before anything is published. What the public file does not have, or not for this Protocol, counts as not chosen. */
export function useHeatChoice(index: PublicIndex, list: PublicIndicatorList, search: RegionSearch): HeatChoice | null {
  const lang = useLanguage();
  const navigate = useNavigate({ from: "/$lang/" });
  const chosen = index.rounds.find(({ roundYear }) => roundYear === search.year) ?? index.mainRound;
  if (!chosen) return null;
  const round = { roundYear: chosen.roundYear, referenceYear: chosen.referenceYear };
  const earlier = index.rounds.find(({ roundYear }) => roundYear === search.since && roundYear < round.roundYear);
  const instrument = search.instrument ?? "TIP";
  const go = (part: Partial<RegionSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const choices = openedChoices(list, instrument, lang);
  return {
    instrument,
    round,
    since: earlier ?? (search.since === "before" ? search.since : "first"),
    country: index.countries.some(({ iso3 }) => iso3 === search.keep) ? (search.keep ?? null) : null,
    opened: choices.find(({ kind, code }) => code === search[kind]) ?? null,
    choices,
    change: go,
    open(opened) {
      go({ ...closed, ...(opened && { [opened.kind]: opened.code }) });
    },
  };
}
