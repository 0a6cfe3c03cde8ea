import { marksOfReports } from "@avances/charts/series";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { editionOf } from "#lib/edition-of.ts";
import { type PublicIndex, type PublicIndicatorList, progressQuery } from "#lib/published-queries.ts";
import { type NamedRound, roundWords } from "#lib/round-words.ts";
import { announce } from "#ui/announcer.tsx";
import { type ComparedWith, chosenRound } from "./compared-with.ts";
import { heatTexts } from "./heat.texts.ts";
import type { HeatView } from "./heat-facts.ts";
import { type Opened, type OpenedChoice, openedChoices } from "./opened.ts";

/** What the region's page keeps in its address, and how it is changed. */
export interface HeatChoice {
  readonly view: HeatView;
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

/**
 * Null before anything is published. What the public file does not have, or not for this Protocol, counts as not chosen. Suspends until a chosen
 * round is compared.
 */
export function useHeatChoice(
  index: PublicIndex,
  list: PublicIndicatorList,
  search: RegionSearch,
  today: string,
): HeatChoice | null {
  const t = useTexts(heatTexts);
  const lang = useLanguage();
  const navigate = useNavigate({ from: "/$lang/" });
  const chosen = index.rounds.find(({ roundYear }) => roundYear === search.year) ?? index.mainRound;
  const earlier = earlierRound(index, chosen, search.since);
  const comparedWith = useComparedWith(index, chosen, earlier, search.since, today);
  const go = (part: Partial<RegionSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const isUntrue = typeof search.since === "number" && earlier === null;
  useEffect(() => {
    // The address says only what the page shows.
    if (isUntrue)
      void navigate({ search: (before) => ({ ...before, since: undefined }), replace: true, resetScroll: false });
  }, [isUntrue, navigate]);
  if (!chosen) return null;
  const view: HeatView = {
    instrument: search.instrument ?? "TIP",
    round: { roundYear: chosen.roundYear, referenceYear: chosen.referenceYear },
    comparedWith,
  };
  const choices = openedChoices(list, view.instrument, lang);
  const nameOf = (code: string) => index.instruments.find((one) => one.code === code)?.shortName[lang] ?? code;
  return {
    view,
    country: index.countries.some(({ iso3 }) => iso3 === search.keep) ? (search.keep ?? null) : null,
    opened: choices.find(({ kind, code }) => code === search[kind]) ?? null,
    choices,
    change(part) {
      go(part);
      const round = index.rounds.find(({ roundYear }) => roundYear === part.year) ?? view.round;
      announce(t.updated(nameOf(part.instrument ?? view.instrument), roundWords[lang].data(round)));
    },
    open(opened) {
      go({ ...closed, ...(opened && { [opened.kind]: opened.code }) });
    },
  };
}

/** The earlier round that an address names; null if there is none, or it is no round before the one shown. */
function earlierRound(
  { rounds }: Pick<PublicIndex, "rounds">,
  chosen: NamedRound | null,
  since: RegionSearch["since"],
): NamedRound | null {
  return rounds.find(({ roundYear }) => roundYear === since && chosen && roundYear < chosen.roundYear) ?? null;
}

function useComparedWith(
  index: PublicIndex,
  chosen: NamedRound | null,
  earlier: NamedRound | null,
  since: RegionSearch["since"],
  today: string,
): ComparedWith {
  const client = useQueryClient();
  const { data } = useSuspenseQuery(progressQuery(chosen && earlier && [chosen.roundYear, earlier.roundYear]));
  const isOneEdition = editionOf(data) === editionOf(index);
  useEffect(() => {
    // One of them was read before the last publication.
    if (!isOneEdition) void client.invalidateQueries({ queryKey: ["public"] });
  }, [isOneEdition, client]);
  if ("since" in data) return chosenRound(index, data, marksOfReports(index, today));
  return since === "before" ? since : "first";
}
