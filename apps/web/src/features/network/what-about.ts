import type { getCatalogue } from "@avances/contracts";
import type { WholeCatalogue } from "@avances/domain/catalogue";
import type { LinkKind } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { queryOptions } from "@tanstack/react-query";
import type { Language } from "#i18n/language.ts";
import { call, operation } from "#lib/api-client.ts";

const catalogue = operation<typeof getCatalogue>("GET", "/catalogue");

/** The same as everywhere (`shared-queries.ts`), without what else stands there: the first page of visitors would load it along. */
export const catalogueQuery = queryOptions({
  queryKey: ["catalogue"],
  queryFn: ({ signal }) => call(catalogue, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export interface About {
  readonly kind: Exclude<LinkKind, "matter">;
  readonly code: string;
}
export interface NamedAbout extends About {
  readonly name: string;
}

export const aboutKinds = ["indicator", "objective", "article", "country"] as const satisfies readonly About["kind"][];

/** Everything that a contribution or a recommendation may be about, by its name, in the order of the catalogue. */
export function allAbout(
  catalogue: Pick<WholeCatalogue, "indicators" | "objectives" | "instruments" | "parentInstrument">,
  participants: readonly Participant[],
  lang: Language,
): readonly NamedAbout[] {
  const { indicators, objectives, instruments, parentInstrument } = catalogue;
  const treaties = [...instruments, parentInstrument];
  const treatyOf = (code: string) => treaties.find((one) => one.code === code)?.name[lang] ?? code;
  // By the key of `articleKey`, which a page of visitors would have to load along.
  const articles = new Map(
    [...indicators, ...objectives]
      .flatMap((one) => one.articles)
      .map((one) => [`${one.instrument.toLowerCase()}-${one.article}`, one] as const)
      .toSorted(([one], [other]) => one.localeCompare(other, "en", { numeric: true })),
  );
  const countries = participants
    .filter(({ kind }) => kind !== "organisation")
    .toSorted((one, other) => one.name[lang].localeCompare(other.name[lang], lang));
  return [
    ...indicators.map(({ code, name }) => ({ kind: "indicator" as const, code, name: `${code} ${name[lang]}` })),
    ...objectives.map(({ code, name }) => ({ kind: "objective" as const, code, name: `${code} ${name[lang]}` })),
    ...[...articles].map(([code, one]) => ({
      ...{ kind: "article" as const, code, name: `${treatyOf(one.instrument)}, art. ${one.article}` },
    })),
    ...countries.map(({ code, name }) => ({ kind: "country" as const, code, name: name[lang] })),
  ];
}

/** Its name; of what is not in the catalogue any more the code. */
export const nameOfAbout = (
  all: readonly NamedAbout[],
  { kind, code }: { readonly kind: string; readonly code: string },
) => all.find((one) => one.kind === kind && one.code === code)?.name ?? code;
