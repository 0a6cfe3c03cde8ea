import { type Language, languages } from "./language.ts";

/** Texts anywhere in the data that lack one of the languages or leave it blank, as sentences with the path. */
export function textFaults(data: unknown): string[] {
  const faults: string[] = [];
  walk(data, "", (node, path) => {
    if (!languages.some((language) => language in node)) return;
    for (const language of languages) {
      const text = node[language];
      if (typeof text !== "string" || text.trim() === "") faults.push(`${path}: no text in ${language}`);
    }
  });
  return faults;
}

function walk(
  node: unknown,
  path: string,
  visit: (node: Readonly<Record<string, unknown>>, path: string) => void,
): void {
  if (typeof node !== "object" || node === null) return;
  visit(node as Readonly<Record<string, unknown>>, path);
  for (const [key, child] of Object.entries(node)) walk(child, `${path}/${key}`, visit);
}

/** How many texts of the data are missing or blank in this language. */
export function missingTexts(data: unknown, language: Language): number {
  let missing = 0;
  walk(data, "", (node) => {
    if (!languages.some((one) => one in node)) return;
    const text = node[language];
    if (typeof text !== "string" || text.trim() === "") missing += 1;
  });
  return missing;
}
