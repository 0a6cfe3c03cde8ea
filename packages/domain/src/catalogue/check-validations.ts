import {
  type Catalogue,
  findCodeList,
  findIndicator,
  type Operand,
  type RefOperand,
  type Validation,
} from "./catalogue.ts";

/** Rules that name an indicator, breakdown, category or part that does not exist, as sentences. Template words (`$…`) are skipped. */
export function validationFaults(catalogue: Catalogue): string[] {
  return catalogue.validations.flatMap((rule) => [
    ...(rule.appliesTo.codes ?? [])
      .filter((code) => findIndicator(catalogue, code) === undefined)
      .map((code) => `${rule.id}: applies to ${code}, which does not exist`),
    ...operandsOf(rule).flatMap((operand) => referenceFaults(catalogue, rule, operand)),
  ]);
}

function operandsOf(rule: Validation): readonly RefOperand[] {
  const flatten = (operand: Operand): readonly RefOperand[] => {
    if ("op" in operand) return operand.args.flatMap(flatten);
    return "ref" in operand ? [operand] : [];
  };
  return [rule, ...rule.when].flatMap(({ left, right }) => [...flatten(left), ...flatten(right)]);
}

function referenceFaults(catalogue: Catalogue, rule: Validation, operand: RefOperand): string[] {
  if (operand.ref === "$ind") return [];
  const indicator = findIndicator(catalogue, operand.ref);
  if (indicator === undefined) return [`${rule.id}: names ${operand.ref}, which does not exist`];
  const faults: string[] = [];
  const isForeign = (dimension: string) => !dimension.startsWith("$") && !indicator.disaggregations.includes(dimension);
  for (const [dimension, category] of Object.entries({ ...operand.cell, ...operand.margin })) {
    if (isForeign(dimension)) faults.push(`${rule.id}: ${operand.ref} is not broken down by ${dimension}`);
    const isKnown =
      category.startsWith("$") || findCodeList(catalogue, dimension)?.codes.some(({ code }) => code === category);
    if (!dimension.startsWith("$") && !isKnown) faults.push(`${rule.id}: ${dimension} has no category ${category}`);
  }
  if (operand.dim !== undefined && isForeign(operand.dim))
    faults.push(`${rule.id}: ${operand.ref} is not broken down by ${operand.dim}`);
  const isPart = operand.part === "numerator" || operand.part === "denominator";
  if (isPart && indicator.valueType !== "ratio")
    faults.push(`${rule.id}: ${operand.part} of ${operand.ref}, which is not a ratio`);
  return faults;
}
