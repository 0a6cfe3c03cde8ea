import type { Page } from "playwright";
import { expect } from "./expect.ts";
import type { Language } from "./pages.ts";
import type { Portal } from "./portal.ts";

/** Everything that may stand in the place of a figure, in the order in which the page about the figures explains it. */
const states = [
  "not_reported",
  "not_available",
  "not_applicable",
  "unconfirmed",
  "small_base",
  "suppressed",
  "insufficient",
  "received",
  "not_published",
  "not_published_yet",
  "exempt",
  "not_asked",
] as const;
export type StateName = (typeof states)[number];

/** A state as a reader learns it: the shapes of its mark, and its word. */
export interface KnownState {
  readonly state: StateName;
  readonly mark: string;
  readonly word: string;
}

/** Reads the marks and words from the page that explains them. */
export async function statesOf(page: Page, portal: Portal, language: Language): Promise<readonly KnownState[]> {
  await page.goto(`${portal.url}/${language}/about`);
  const explained = await page.locator("dl dt:has(svg)").evaluateAll((terms) =>
    terms.map((term) => ({
      mark: term.querySelector("svg")?.innerHTML ?? "",
      word: term.lastChild?.textContent ?? "",
    })),
  );
  expect(explained).toHaveLength(states.length);
  expect(new Set(explained.map(({ mark }) => mark)).size).toBe(states.length);
  return explained.map((one, place) => ({ state: states[place] as StateName, ...one }));
}

const reports = ["received", "not_published", "exempt", "not_asked"] as const;
const answers = ["not_reported", "not_available", "not_applicable", "unconfirmed"] as const;
const ofShares = ["small_base", "suppressed"] as const;

type Kind = "count" | "ratio" | "other" | "index";
const statesOfKind: Readonly<Record<Kind, readonly StateName[]>> = {
  count: [...reports, ...answers, "suppressed"],
  ratio: [...reports, ...answers, ...ofShares],
  other: [...reports, ...answers],
  index: [...reports, "insufficient", "not_applicable"],
};

interface ViewOfStates {
  readonly path: string;
  /** What the page reads from the public interface. */
  readonly api: string;
  readonly kind: Kind;
  readonly states: readonly StateName[];
  /** Those that its picture must show too, and not only the table below it. */
  readonly pictured: readonly StateName[];
}

const view = (kind: Kind, code: string, search: string, pictured = statesOfKind[kind]): ViewOfStates => ({
  path: `/indicators/${code}${search}`,
  api: `indicators/${code}`,
  kind,
  states: statesOfKind[kind],
  pictured,
});
const ofIndex = { api: "index", kind: "index", states: statesOfKind.index, pictured: statesOfKind.index } as const;

/** Every view of a public page with figures by country. Lines show the states of the countries in colour alone. */
export const everyState: readonly ViewOfStates[] = [
  { path: "", ...ofIndex },
  { path: "/index?instrument=TIP", ...ofIndex },
  view("count", "TIP-PRO-01", "?view=change"),
  view("count", "TIP-PRO-01", "?view=panels"),
  view("count", "TIP-PRO-01", "?view=panels&scale=common"),
  view("count", "TIP-PRO-01", "?view=panels&unit=rate"),
  view("count", "TIP-PRO-01", "?view=bars"),
  view("count", "TIP-PRO-01", "?view=lines&countries=BLZ,CAN", reports.slice(0, 2)),
  view("ratio", "TIP-PRO-04", "?view=panels"),
  view("ratio", "TIP-PRO-04", "?view=bars"),
  view("other", "TIP-LEG-01", "?view=steps"),
  view("other", "TIP-LEG-01", "?view=years"),
  view("other", "TIP-COO-05", "?view=steps"),
  view("other", "TIP-COO-05", "?view=years"),
  view("other", "TIP-LEG-05", ""),
  view("other", "TIP-LEG-06", ""),
];

interface Row {
  readonly country: string;
  readonly roundYear: number;
  readonly referenceYear: number;
}
interface Result {
  readonly applicable: boolean;
  readonly dimensions?: Readonly<Record<string, Result>>;
}
interface Reply {
  readonly edition: { readonly id: number };
  readonly countries: readonly { readonly iso3: string }[];
  readonly mainRound: { readonly roundYear: number; readonly referenceYear: number };
  readonly unpublished: readonly { readonly country: string; readonly roundYear: number }[];
  readonly rows: readonly (Row & { readonly instruments?: Readonly<Record<string, Result>> })[];
}

/** The reply of the public interface with a country in each state in the round that stands for the region, as a newer edition. */
export function inEveryState(reply: Reply, kind: Kind): Reply {
  const round = reply.mainRound;
  const given = new Map(reply.countries.map(({ iso3 }, place) => [iso3, statesOfKind[kind][place]]));
  const isIn = ({ country, roundYear }: Pick<Row, "country" | "roundYear">) =>
    roundYear === round.roundYear && given.get(country) !== undefined;
  const inState = [...given].flatMap(([country, state]) => (state === undefined ? [] : [{ country, state }]));
  const isReport = (state: StateName) => reports.some((one) => one === state);
  const rows = inState.filter(({ state }) => !isReport(state));
  return {
    ...reply,
    edition: { ...reply.edition, id: reply.edition.id + 1 },
    unpublished: [
      ...reply.unpublished.filter((one) => !isIn(one)),
      ...inState.filter(({ state }) => isReport(state)).map((one) => ({ ...one, roundYear: round.roundYear })),
    ],
    rows: [
      ...reply.rows.filter((row) => !isIn(row)),
      ...rows.map(({ country, state }) =>
        kind === "index"
          ? scoreIn(state, reply, country)
          : { country, ...round, ...answerIn(state, kind === "ratio" ? "ratio" : "count") },
      ),
    ],
  };
}

function answerIn(state: StateName, type: "count" | "ratio"): object {
  if (state === "unconfirmed") return { state: "not_applicable", unconfirmed: true, value: null };
  if (state === "small_base")
    return { state, value: { type, numerator: 2, denominator: 3, percent: null, breakdowns: {} } };
  if (state !== "suppressed") return { state, value: null };
  return type === "ratio"
    ? { state, value: { type, numerator: "s", denominator: 90, percent: "s", breakdowns: {} } }
    : { state, value: { type, total: "s", breakdowns: {}, crossTabs: {} } };
}

/** A row of the index of which every result is in the state. */
function scoreIn(state: StateName, { rows, mainRound }: Reply, country: string): Reply["rows"][number] {
  const result = {
    applicable: state !== "not_applicable",
    published: false,
    score: null,
    coverage: 30,
    range: { floor: 20, ceiling: 80 },
  };
  const sample = rows[0];
  if (sample === undefined) throw new Error("the index has no row");
  const instruments = Object.fromEntries(
    Object.entries(sample.instruments ?? {}).map(([code, { dimensions = {} }]) => [
      code,
      { ...result, dimensions: Object.fromEntries(Object.keys(dimensions).map((dimension) => [dimension, result])) },
    ]),
  );
  return { ...sample, country, ...mainRound, overall: result, instruments } as Reply["rows"][number];
}
