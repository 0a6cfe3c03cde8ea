import { articleKey, type WholeCatalogue, wholeArticles } from "@avances/domain/catalogue";
import type { LinkKind } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import type { Language } from "#i18n/language.ts";
import { articleWords } from "#lib/article-words.ts";

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
  catalogue: Pick<WholeCatalogue, "indicators" | "objectives">,
  participants: readonly Participant[],
  lang: Language,
): readonly NamedAbout[] {
  const { indicators, objectives } = catalogue;
  const countries = participants
    .filter(({ kind }) => kind !== "organisation")
    .toSorted((one, other) => one.name[lang].localeCompare(other.name[lang], lang));
  return [
    ...indicators.map(({ code, name }) => ({ kind: "indicator" as const, code, name: `${code} ${name[lang]}` })),
    ...objectives.map(({ code, name }) => ({ kind: "objective" as const, code, name: `${code} ${name[lang]}` })),
    ...wholeArticles([...indicators, ...objectives].flatMap(({ articles }) => articles)).map((one) => ({
      ...{ kind: "article" as const, code: articleKey(one), name: articleWords[lang].whole(one) },
    })),
    ...countries.map(({ code, name }) => ({ kind: "country" as const, code, name: name[lang] })),
  ];
}

/** Its name; of what is not in the catalogue any more the code. */
export const nameOfAbout = (
  all: readonly NamedAbout[],
  { kind, code }: { readonly kind: string; readonly code: string },
) => all.find((one) => one.kind === kind && one.code === code)?.name ?? code;
