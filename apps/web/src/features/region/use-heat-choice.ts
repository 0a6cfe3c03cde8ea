import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { PublicIndex, PublicIndicatorList } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { announce } from "#ui/announcer.tsx";
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
  readonly change: (part: Partial<Omit<Search, Opened["kind"]>>) => void;
  /** Null closes it. */
  readonly open: (opened: Opened | null) => void;
}

type Search = ReturnType<typeof useSearchHere>;

const closed = { dimension: undefined, objective: undefined, article: undefined } as const satisfies Record<
  Opened["kind"],
  undefined
>;

const useSearchHere = () => useSearch({ from: "/$lang/" });

/** Null before anything is published. What the public file does not have, or not for this Protocol, counts as not chosen. */
export function useHeatChoice(index: PublicIndex, list: PublicIndicatorList): HeatChoice | null {
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
