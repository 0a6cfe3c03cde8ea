import { type Catalogue, findCodeList } from "../catalogue/catalogue.ts";
import type { Language, Text } from "../catalogue/language.ts";
import type { Finding } from "./finding.ts";
import type { StructuralCheck } from "./structural-findings.ts";

const structuralMessages: Readonly<Record<StructuralCheck, Text>> = {
  incomplete: {
    en: "The answer is not complete: a number, text or choice is still blank.",
    es: "La respuesta no está completa: falta un número, un texto o una opción.",
  },
  breakdown_incomplete: {
    en: "Some cells of {dim} are still blank. Write 0 where there were none; blank is not zero.",
    es: "Hay celdas de {dim} en blanco. Escriba 0 donde no hubo casos; en blanco no es cero.",
  },
  breakdown_above_total: {
    en: "The cells of {dim} hold more than the total. Correct the cells or the total.",
    es: "Las celdas de {dim} superan el total. Corrija las celdas o el total.",
  },
  wrong_type: {
    en: "The value does not fit this indicator.",
    es: "El valor no corresponde a este indicador.",
  },
  state_not_allowed: {
    en: "This indicator does not accept that state.",
    es: "Este indicador no admite ese estado.",
  },
  currency_changed: {
    en: "The currency is not that of the previous round. Check the amount and its currency, and explain the change.",
    es: "La moneda no es la de la ronda anterior. Compruebe el monto y su moneda, y explique el cambio.",
  },
  origin_false: {
    en: "A cell is marked as computed, but the rest of the answer does not give its number.",
    es: "Una celda figura como calculada, pero el resto de la respuesta no da su número.",
  },
};

/**
 * The finding as a sentence: the catalogue's own text (or that of a structural check) with the names of the breakdown and
 * table filled in, preceded by the category if the finding names one. For an unknown rule: its id.
 */
export function findingMessage(catalogue: Catalogue, finding: Finding, language: Language): string {
  const text =
    catalogue.validations.find((rule) => rule.id === finding.ruleId)?.message ??
    (Object.hasOwn(structuralMessages, finding.ruleId)
      ? structuralMessages[finding.ruleId as StructuralCheck]
      : undefined);
  if (text === undefined) return finding.ruleId;
  const cross = crossName(catalogue, finding.crossTab, language);
  const dimension = finding.dimension === undefined ? cross : listName(catalogue, finding.dimension, language);
  const sentence = text[language].replaceAll("{dim}", dimension).replaceAll("{cross}", cross);
  const category = categoryName(catalogue, finding, language);
  return category === null ? sentence : `${category}: ${sentence}`;
}

function crossName(catalogue: Catalogue, crossTab: string | undefined, language: Language): string {
  return (crossTab ?? "")
    .split("×")
    .map((list) => listName(catalogue, list, language))
    .join(" × ");
}

/** The name as used inside a sentence: without its capital, unless it is an acronym. */
function listName(catalogue: Catalogue, code: string, language: Language): string {
  const name = findCodeList(catalogue, code)?.name[language] ?? code;
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function categoryName(catalogue: Catalogue, finding: Finding, language: Language): string | null {
  if (finding.category === undefined || finding.dimension === undefined) return null;
  const category = findCodeList(catalogue, finding.dimension)?.codes.find(
    (candidate) => candidate.code === finding.category,
  );
  return category?.label[language] ?? finding.category;
}
