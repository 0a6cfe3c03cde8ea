import type { WordingHistory } from "@avances/domain/catalogue";
import { defineTexts } from "#i18n/i18n.ts";
import type { Speech } from "#lib/speech.ts";

const texts = defineTexts(
  {
    one: (release: string) => `So far, one release of the catalogue has this indicator: ${release}.`,
    same: (releases: string) =>
      `The words are the same in all releases of the catalogue that have this indicator: ${releases}.`,
    changed: (since: string, earlier: string) =>
      `In these words since release ${since} of the catalogue; in other words in earlier releases: ${earlier}.`,
  },
  {
    one: (release) => `Hasta ahora, solo una versión del catálogo tiene este indicador: ${release}.`,
    same: (releases) =>
      `El texto es el mismo en todas las versiones del catálogo que tienen este indicador: ${releases}.`,
    changed: (since, earlier) =>
      `Con este texto desde la versión ${since} del catálogo; con otro texto en versiones anteriores: ${earlier}.`,
  },
);

/** "The words are the same in all releases of the catalogue that have this indicator: 2026.1 and 2026.2." */
export function wordingSentence(
  { releases, earlier }: WordingHistory,
  { language, f }: Pick<Speech, "language" | "f">,
): string {
  const t = texts[language];
  const [since = ""] = releases;
  if (earlier.length > 0) return t.changed(since, f.list(earlier.flatMap((one) => one.releases)));
  return releases.length === 1 ? t.one(since) : t.same(f.list(releases));
}
