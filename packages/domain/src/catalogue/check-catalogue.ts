import { referenceFaults } from "../reference/check-reference.ts";
import type { ReferenceData } from "../reference/country.ts";
import {
  type Article,
  dimensionCodes,
  findCodeList,
  instrumentCodes,
  shownDecimals,
  type WholeCatalogue,
  type WholeIndicator,
} from "./catalogue.ts";
import { validationFaults } from "./check-validations.ts";
import { laterMemberFaults } from "./later-member-faults.ts";
import { textFaults } from "./text-faults.ts";

/** Last article of each instrument. */
const lastArticle = { TIP: 20, SOM: 25, UNTOC: 41 } as const;

/**
 * Every fault of a catalogue and its reference data that a JSON schema cannot express, as sentences; empty when sound: uniqueness,
 * codes that point to something, levels that rise from 0 to 100, weights that sum to 100, as many decimals as pages show, texts in every
 * language, questions and short names that fit their places, rules that name figures that exist.
 */
export function catalogueFaults(catalogue: WholeCatalogue, reference: ReferenceData): string[] {
  return [
    ...duplicateFaults(catalogue),
    ...codeListFaults(catalogue),
    ...articleFaults(catalogue),
    ...catalogue.indicators.flatMap((indicator) => indicatorFaults(catalogue, indicator)),
    ...objectiveFaults(catalogue),
    ...weightFaults(catalogue),
    ...decimalFaults(catalogue),
    ...textFaults(catalogue),
    ...laterMemberFaults(catalogue),
    ...validationFaults(catalogue),
    ...referenceFaults(reference),
  ];
}

function duplicateFaults(catalogue: WholeCatalogue): string[] {
  return [
    ...repeated(
      "indicator",
      catalogue.indicators.map(({ code }) => code),
    ),
    ...repeated(
      "objective",
      catalogue.objectives.map(({ code }) => code),
    ),
    ...repeated(
      "source",
      catalogue.sources.map(({ id }) => id),
    ),
    ...repeated(
      "validation",
      catalogue.validations.map(({ id }) => id),
    ),
    ...repeated(
      "code list",
      catalogue.codeLists.map(({ code }) => code),
    ),
    ...repeated(
      "dimension",
      catalogue.dimensions.map(({ code }) => code),
    ),
    ...repeated(
      "instrument",
      catalogue.instruments.map(({ code }) => code),
    ),
  ];
}

function decimalFaults({ index: { displayDecimals } }: WholeCatalogue): string[] {
  if (displayDecimals === shownDecimals) return [];
  return [`displayDecimals is ${displayDecimals}: pages and charts show ${shownDecimals}`];
}

function repeated(what: string, names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `duplicate ${what} ${name}`,
  );
}

function codeListFaults(catalogue: WholeCatalogue): string[] {
  return catalogue.codeLists.flatMap((list) => {
    const codes = list.codes.map(({ code }) => code);
    const hasRest = codes.includes("unknown") || codes.includes("other");
    return [
      ...repeated(`code in ${list.code}`, codes),
      ...(hasRest ? [] : [`${list.code} has neither unknown nor other`]),
    ];
  });
}

function articleFaults(catalogue: WholeCatalogue): string[] {
  const exists = ({ instrument, article }: Article) =>
    Number(article) >= 1 && Number(article) <= lastArticle[instrument];
  return [...catalogue.indicators, ...catalogue.objectives].flatMap(({ code, articles }) =>
    articles
      .filter((article) => !exists(article))
      .map(({ instrument, article }) => `${code}: ${instrument} has no article ${article}`),
  );
}

function indicatorFaults(catalogue: WholeCatalogue, indicator: WholeIndicator): string[] {
  const { code, instrument, dimension } = indicator;
  const faults: string[] = [];
  const must = (isSound: boolean, fault: string) => {
    if (!isSound) faults.push(`${code}: ${fault}`);
  };
  must(code.startsWith(`${instrument}-${dimension}-`), `its code does not begin with ${instrument}-${dimension}`);
  const objective = catalogue.objectives.find((candidate) => candidate.code === indicator.objective);
  must(objective !== undefined, `no objective ${indicator.objective}`);
  must(
    objective === undefined || (objective.instrument === instrument && objective.dimension === dimension),
    `objective ${indicator.objective} belongs to another instrument or dimension`,
  );
  for (const source of indicator.source)
    must(
      catalogue.sources.some(({ id }) => id === source),
      `no source ${source}`,
    );
  for (const name of indicator.disaggregations) {
    const list = findCodeList(catalogue, name);
    must(list !== undefined, `no code list ${name}`);
    must(
      !list?.exclusive || list.codes.some((category) => category.code === "unknown"),
      `${name} is exclusive and lacks unknown`,
    );
  }
  for (const name of indicator.crossTabs.flat())
    must(indicator.disaggregations.includes(name), `crosses by ${name}, which it does not break down`);
  must(levelsRise(indicator), "levels do not count from 0 with points that rise from 0 to 100");
  const mustEqual = indicator.ratio?.denominator.mustEqual?.split("[")[0];
  must(
    mustEqual === undefined || catalogue.indicators.some((other) => other.code === mustEqual),
    `its denominator must equal ${mustEqual}, which does not exist`,
  );
  must(
    indicator.perInhabitants === undefined || indicator.valueType === "count",
    "a rate per inhabitants of what is no count",
  );
  must(!(indicator.direction === "neutral" && indicator.scored), "neutral but scored");
  // Scores are public: everybody compares rounds by them.
  must(!(indicator.sensitivity === "restricted" && indicator.scored), "not public but scored");
  must(indicator.scored || indicator.weight === 0, "not scored but weighs");
  must((indicator.scoring !== null) === indicator.scored, "scored and scoring disagree");
  return faults;
}

function levelsRise({ levels }: WholeIndicator): boolean {
  if (levels === undefined) return true;
  const isStep = levels.every(
    ({ level, points }, index) => level === index && points > (levels[index - 1]?.points ?? -1),
  );
  return isStep && levels[0]?.points === 0 && levels.at(-1)?.points === 100;
}

function objectiveFaults(catalogue: WholeCatalogue): string[] {
  const used = new Set(catalogue.indicators.map(({ objective }) => objective));
  return catalogue.objectives
    .filter(({ code }) => !used.has(code))
    .map(({ code }) => `objective ${code} has no indicator`);
}

function weightFaults(catalogue: WholeCatalogue): string[] {
  const faults: string[] = [];
  const mustBeWhole = (place: string, weights: readonly number[]) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (sum !== 100) faults.push(`weights of ${place} sum to ${sum}, expected 100`);
  };
  for (const instrument of instrumentCodes) {
    for (const dimension of dimensionCodes) {
      const indicators = catalogue.indicators.filter(
        (one) => one.instrument === instrument && one.dimension === dimension,
      );
      if (indicators.length === 0) faults.push(`${instrument} has no indicator in ${dimension}`);
      else
        mustBeWhole(
          `${instrument}-${dimension}`,
          indicators.map(({ weight }) => weight),
        );
    }
  }
  mustBeWhole(
    "the dimensions",
    catalogue.dimensions.map(({ weight }) => weight),
  );
  mustBeWhole(
    "the instruments",
    catalogue.instruments.map(({ weight }) => weight),
  );
  return faults;
}
