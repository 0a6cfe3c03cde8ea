import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { componentRef, type Json, withRefs } from "./json.ts";

/** The parts of the catalogue's own schema, under names that are clear without context. */
const parts: Readonly<Record<string, readonly [name: string, description: string]>> = {
  text: ["CatalogueText", "A text in every language of the portal."],
  indCode: ["CatalogueIndicatorCode", "Code of an indicator of this catalogue."],
  instrumentCode: ["CatalogueInstrumentCode", "Code of a Protocol."],
  dimensionCode: ["CatalogueDimensionCode", "Code of a dimension."],
  article: ["CatalogueArticle", "An article of a Protocol or of the Convention."],
  vt: ["CatalogueValueType", "What kind of value an indicator has."],
  dims: ["CatalogueBreakdowns", "Codes of the code lists by which a value is broken down."],
  level: ["CatalogueLevel", "A level of a scale, with its points from 0 to 100."],
  ratio: ["CatalogueRatio", "What the two parts of a share are."],
  scoring: ["CatalogueScoring", "How a value becomes points. Goalposts are shares: 0.8 = 80 %."],
  indicator: ["CatalogueIndicator", "Everything that is known of an indicator."],
  operand: [
    "CatalogueOperand",
    "A figure of an answer, a constant, a date of the round, or what is computed from them.",
  ],
  operator: ["CatalogueOperator", "How two operands are compared."],
  condition: ["CatalogueCondition", "Two operands and how they are compared."],
  validation: ["CatalogueValidation", "A rule that reports are checked by. It holds when its condition does."],
  codeList: ["CatalogueCodeList", "Categories by which a count is broken down."],
};

/** The schema that checks catalogue files when they are loaded, as components of the document; `Catalogue` is the whole. */
export function catalogueSchemas(description: string): Readonly<Record<string, Json>> {
  const file = createRequire(import.meta.url).resolve("@avances/domain/catalogue.schema.json");
  const { $schema: _, $id: __, $defs, ...whole } = JSON.parse(readFileSync(file, "utf8"));
  const nameOf = (part: string) => {
    const named = parts[part];
    if (named === undefined) throw new Error(`Name the part ${part} of the catalogue`);
    return named;
  };
  const toComponent = (ref: string) => componentRef(nameOf(ref.replace("#/$defs/", ""))[0]);
  const defined = Object.entries($defs as Record<string, Json>).map(([part, schema]) => {
    const [name, words] = nameOf(part);
    return [name, { ...(withRefs(schema, toComponent) as Json), description: words }] as const;
  });
  return { Catalogue: { ...(withRefs(whole, toComponent) as Json), description }, ...Object.fromEntries(defined) };
}
