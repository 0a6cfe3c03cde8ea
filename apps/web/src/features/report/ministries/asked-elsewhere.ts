import type { SectionView } from "@avances/contracts";

/** Who was asked for which answer by link, and can still write it: names by code. `except`: the section that is being changed. */
export function askedElsewhere(
  sections: readonly Pick<SectionView, "id" | "name" | "indicators" | "removedAt">[],
  except?: string,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { id, name, indicators, removedAt } of sections) {
    if (removedAt !== null || id === except) continue;
    for (const code of indicators) names.set(code, [...(names.get(code) ?? []), name]);
  }
  return names;
}
