import { expect, test } from "vitest";
import { catalogue, reference } from "../../testing/catalogue.ts";
import type { WholeCatalogue } from "./catalogue.ts";
import { catalogueFaults } from "./check-catalogue.ts";
import type { Text } from "./language.ts";
import {
  firstVersion,
  longestShortLabel,
  questionOf,
  shortLabelOf,
  shortNameOf,
  smallestMatchedWeight,
} from "./later-members.ts";

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

test("the catalogue in force and its countries have no fault", () =>
  expect(catalogueFaults(catalogue, reference)).toEqual([]));

/** The element at `index`. If it is missing, the catalogue itself is broken and the test above says so. */
function at<T>(list: T[], index = 0): T {
  return list[index] as T;
}

const planted: [string, (data: Mutable<WholeCatalogue>) => void, RegExp][] = [
  [
    "an indicator twice",
    (data) => data.indicators.push({ ...at(data.indicators), weight: 0 }),
    /duplicate indicator TIP-LEG-01/,
  ],
  [
    "an unknown objective",
    (data) => {
      at(data.indicators).objective = "TIP-OBJ-99";
    },
    /TIP-LEG-01: no objective TIP-OBJ-99/,
  ],
  [
    "an objective of elsewhere",
    (data) => {
      at(data.indicators).objective = at(data.objectives, data.objectives.length - 1).code;
    },
    /belongs to another instrument/,
  ],
  [
    "an unknown source",
    (data) => {
      at(data.indicators).source = ["NOWHERE"];
    },
    /no source NOWHERE/,
  ],
  [
    "an unknown code list",
    (data) => {
      at(data.indicators, 12).disaggregations.push("shoeSize");
    },
    /no code list shoeSize/,
  ],
  [
    "a cross by a foreign list",
    (data) => {
      at(data.indicators, 12).crossTabs.push(["sex", "institution"]);
    },
    /crosses by institution/,
  ],
  [
    "no question",
    (data) => {
      delete at(data.indicators).question;
    },
    /TIP-LEG-01: no question/,
  ],
  [
    "a question that is none",
    (data) => {
      at(data.indicators).question = { en: "Trafficking is a crime", es: "¿Es delito la trata?" };
    },
    /TIP-LEG-01: its question in en is not written as one/,
  ],
  [
    "a Spanish question without its first sign",
    (data) => {
      at(data.indicators).question = { en: "Is trafficking a crime?", es: "Es delito la trata?" };
    },
    /TIP-LEG-01: its question in es is not written as one/,
  ],
  [
    "the question of another indicator",
    (data) => {
      at(data.indicators, 1).question = at(data.indicators).question as Mutable<Text>;
    },
    /TIP-LEG-02: its question in en is that of TIP-LEG-01/,
  ],
  [
    "a short name of a level that is long",
    (data) => {
      at(at(data.indicators).levels ?? []).shortLabel = { en: "x".repeat(longestShortLabel + 1), es: "x" };
    },
    /TIP-LEG-01 level 0: its short name in en is longer than 45 characters/,
  ],
  [
    "no short name of a dimension",
    (data) => {
      delete at(data.dimensions).shortName;
    },
    /LEG: no short name/,
  ],
  [
    "no share that makes rounds comparable",
    (data) => {
      delete data.index.minMatchedWeight;
    },
    /no minMatchedWeight/,
  ],
  [
    "other decimals than pages show",
    (data) => {
      data.index.displayDecimals = 2;
    },
    /displayDecimals is 2: pages and charts show 1/,
  ],
  [
    "levels that fall",
    (data) => {
      at(at(data.indicators).levels ?? [], 2).points = 10;
    },
    /levels do not count/,
  ],
  [
    "weights that do not sum to 100",
    (data) => {
      at(data.indicators).weight = 36;
    },
    /weights of TIP-LEG sum to 101/,
  ],
  [
    "dimension weights",
    (data) => {
      at(data.dimensions).weight = 16;
    },
    /weights of the dimensions sum to 101/,
  ],
  [
    "an article that does not exist",
    (data) => {
      at(at(data.indicators).articles).article = "21";
    },
    /TIP has no article 21/,
  ],
  [
    "a blank text",
    (data) => {
      at(data.indicators).name.es = " ";
    },
    /indicators\/0\/name: no text in es/,
  ],
  [
    "a list without unknown",
    (data) => {
      at(data.codeLists).codes = [{ code: "female", label: { en: "F", es: "M" } }];
    },
    /sex has neither unknown nor other/,
  ],
  [
    "a scored indicator that is not public",
    (data) => {
      const scored = data.indicators.find((indicator) => indicator.scored);
      if (scored) scored.sensitivity = "restricted";
    },
    /not public but scored/,
  ],
  [
    "a neutral indicator scored",
    (data) => {
      at(data.indicators).direction = "neutral";
    },
    /neutral but scored/,
  ],
  [
    "an objective without indicator",
    (data) => {
      data.objectives.push({ ...at(data.objectives), code: "TIP-OBJ-98" });
    },
    /TIP-OBJ-98 has no indicator/,
  ],
  [
    "a rule on a figure that does not exist",
    (data) => {
      at(data.validations, data.validations.length - 1).left = { ref: "TIP-XXX-01" };
    },
    /names TIP-XXX-01, which does not exist/,
  ],
  [
    "a rule on a foreign category",
    (data) => {
      at(data.validations, data.validations.length - 1).left = { ref: "TIP-PRO-01", cell: { sex: "robot" } };
    },
    /sex has no category robot/,
  ],
  [
    "a rule on the part of a count",
    (data) => {
      at(data.validations, data.validations.length - 1).left = { ref: "TIP-PRO-01", part: "numerator" };
    },
    /numerator of TIP-PRO-01, which is not a ratio/,
  ],
];

test.each(planted)("finds %s", (_what, spoil, fault) => {
  const data = structuredClone(catalogue) as Mutable<WholeCatalogue>;
  spoil(data);
  expect(catalogueFaults(data as WholeCatalogue, reference).join("\n")).toMatch(fault);
});

test("finds faults of the countries", () => {
  const data = structuredClone(reference) as Mutable<typeof reference>;
  at(data.countries).timeZone = "America/Nowhere";
  at(data.groups).members.push("ESP");
  data.countries.pop();
  const faults = catalogueFaults(catalogue, data as typeof reference).join("\n");
  expect(faults).toMatch(/BLZ: America\/Nowhere is not a time zone/);
  expect(faults).toMatch(/group RCM: ESP is not a member country/);
  expect(faults).toMatch(/10 member countries, expected 11/);
});

test("a catalogue of the first version needs none of what came later, and is read by what it has", () => {
  const { shortName: _, ...dimension } = at([...catalogue.dimensions]);
  const { question: __, levels = [], ...indicator } = at([...catalogue.indicators]);
  const { shortLabel: ___, ...level } = at([...levels]);
  const { minMatchedWeight: ____, ...index } = catalogue.index;
  const first: WholeCatalogue = {
    ...catalogue,
    version: firstVersion,
    index,
    dimensions: [dimension, ...catalogue.dimensions.slice(1)],
    indicators: [{ ...indicator, levels: [level, ...levels.slice(1)] }, ...catalogue.indicators.slice(1)],
  };
  expect(catalogueFaults(first, reference)).toEqual([]);
  expect([questionOf(indicator), shortLabelOf(level), shortNameOf(dimension)]).toEqual([
    indicator.name,
    level.label,
    dimension.name,
  ]);
  expect(smallestMatchedWeight(first)).toBe(50);
});
