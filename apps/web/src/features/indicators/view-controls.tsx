import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { type NamedRound, roundWords } from "#lib/round-words.ts";
import { Select } from "#ui/field.tsx";
import { Segmented } from "#ui/tabs.tsx";
import { indicatorTexts } from "./indicator.texts.ts";

type View = "steps" | "years" | "change" | "panels" | "lines" | "bars";

/** What the address says of the round, or the main round. `change` writes to the address. */
export function useRound(data: PublicIndicator) {
  const search = useSearch({ from: "/$lang/indicators/$code" });
  const navigate = useNavigate({ from: "/$lang/indicators/$code" });
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  return { search, round: roundShown(data, search.year), change };
}

/** The same, with the view that the address names, or the first one. */
export function useView<V extends View>(data: PublicIndicator, views: readonly [V, ...V[]]) {
  const shown = useRound(data);
  return { ...shown, view: views.find((one) => one === shown.search.view) ?? views[0] };
}

/** The round of the address if it has reports, else the one that stands for the region; null before anything is published. */
function roundShown(data: PublicIndicator, year: number | undefined): NamedRound | null {
  return roundsWithReports(data).find(({ roundYear }) => roundYear === year) ?? data.mainRound;
}

type Change = (part: { readonly year: number }) => void;

const roundsWithReports = (data: PublicIndicator) => data.totals.filter((total) => total.published > 0);

export function ViewSwitch<V extends View>({
  view,
  views,
  change,
}: {
  readonly view: V;
  readonly views: readonly V[];
  readonly change: (part: { readonly view: V }) => void;
}) {
  const t = useTexts(indicatorTexts);
  return (
    <Segmented
      label={t.view}
      name="view"
      value={view}
      onChange={(next) => change({ view: next })}
      options={views.map((value) => ({ value, label: t.views[value] }))}
    />
  );
}

/** Which round a view of one round shows. */
export function RoundSelect({
  data,
  round,
  change,
}: {
  readonly data: PublicIndicator;
  readonly round: NamedRound | null;
  readonly change: Change;
}) {
  const t = useTexts(indicatorTexts);
  const words = roundWords[useLanguage()];
  return (
    <Select
      label={t.year}
      name="year"
      value={String(round?.roundYear ?? "")}
      onChange={(event) => change({ year: Number(event.target.value) })}
    >
      {roundsWithReports(data).map((one) => (
        <option key={one.roundYear} value={one.roundYear}>
          {words.data(one)}
        </option>
      ))}
    </Select>
  );
}
