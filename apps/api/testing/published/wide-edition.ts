import { openDatabase, type Tx } from "@avances/db";
import { insertEdition, insertEditionEntries } from "@avances/db/queries/release-queries";
import { form, formAnswer } from "@avances/db/schema";
import { type Catalogue, findCodeList, findIndicator, type Indicator } from "@avances/domain/catalogue";
import { partKeys, type ReportPart } from "#features/published/country-parts.ts";
import { definitionsOf } from "#features/published/definitions.ts";
import { frameOf } from "#features/published/frame.ts";
import { keepContents } from "#features/published/keep-country.ts";
import { editionMark } from "#features/published/made-from.ts";
import { loadCatalogues, loadReferenceData } from "#load-reference-data.ts";

/** The indicator that all speed comparisons of the public file read: the one with the most breakdowns. */
export const indicatorRead = "TIP-PRO-01";
const countryCount = 195;
const roundCount = 30;

/** Adds an edition with one indicator of 195 countries and 30 rounds: about a hundred times the rows of the region. */
export async function writeWideEdition(url: string): Promise<void> {
  const db = openDatabase({ url, onError: () => undefined });
  try {
    const [catalogues, reference] = await Promise.all([loadCatalogues(db), loadReferenceData(db)]);
    const catalogue = catalogues.current;
    const indicator = findIndicator(catalogue, indicatorRead);
    if (!indicator) throw new Error(`The catalogue has no ${indicatorRead}`);
    // With the definitions that a start has, so that the start does not make it anew.
    const definitions = definitionsOf({ catalogues, config: { demonstration: true } }, reference.countries);
    await db.asPublisher(async (tx) => {
      const reports = await wideReports(tx, catalogue, indicator);
      const codes = [...new Set(reports.map(({ cell }) => cell.country))];
      const countries = codes.map((iso3) => ({ iso3, name: { en: `Country ${iso3}`, es: `País ${iso3}` } }));
      const rounds = roundYears().map((roundYear) => ({
        ...yearsOf(roundYear),
        opensOn: `${roundYear}-02-01`,
        dueOn: `${roundYear}-04-30`,
        catalogueVersion: catalogue.version,
      }));
      const cells = reports.map(({ cell }) => cell);
      const parts = await keepContents(tx, [
        [partKeys.definitions, JSON.stringify(definitions)],
        [
          partKeys.frame,
          JSON.stringify(
            frameOf(
              countries,
              rounds,
              cells.map((cell) => ({ ...cell, count: 1 })),
            ),
          ),
        ],
        ...codes.map(
          (code) =>
            [partKeys.reports(code), JSON.stringify(reports.filter(({ cell }) => cell.country === code))] as const,
        ),
      ]);
      const editionId = await insertEdition(tx, {
        publishedAt: new Date(),
        catalogueVersion: catalogue.version,
        threshold: catalogue.suppression.threshold,
        algorithm: editionMark(catalogue, definitions, reference.countries),
        inputHash: "wide",
      });
      await insertEditionEntries(
        tx,
        parts.map((part) => ({ ...part, editionId, since: editionId })),
      );
    });
  } finally {
    await db.close();
  }
}

/** One form per report, with one answer. */
async function wideReports(tx: Tx, catalogue: Catalogue, indicator: Indicator): Promise<readonly ReportPart[]> {
  const random = randomNumbers(20_131_118);
  const reports: ReportPart[] = [];
  for (let index = 0; index < countryCount; index += 1) {
    const country = codeOf(index);
    const forms = await tx
      .insert(form)
      .values(
        roundYears().map((roundYear) => ({
          countryCode: country,
          roundYear,
          version: 1,
          digest: "wide",
          coverage: 80,
          index: "",
        })),
      )
      .returning({ id: form.id, roundYear: form.roundYear });
    await tx.insert(formAnswer).values(
      forms.map(({ id, roundYear }) => ({
        formId: id,
        indicatorCode: indicator.code,
        state: "reported" as const,
        content: JSON.stringify({
          ...yearsOf(roundYear),
          state: "reported",
          value: countOf(catalogue, indicator, random),
        }),
      })),
    );
    for (const { id, roundYear } of forms)
      reports.push({
        form: id,
        cell: {
          country,
          ...yearsOf(roundYear),
          state: "published",
          obligated: true,
          publishedAt: "2026-06-01T15:00:00.000Z",
          version: 1,
          coverage: 80,
        },
      });
  }
  return reports;
}

const roundYears = () => Array.from({ length: roundCount }, (_, index) => 2000 + index);
const yearsOf = (roundYear: number) => ({ roundYear, referenceYear: roundYear - 1 });

/** A count with random breakdowns, so that it compresses no better than real figures. */
function countOf(catalogue: Catalogue, indicator: Indicator, random: (below: number) => number) {
  const breakdowns = indicator.disaggregations.map((list) => {
    const cells = (findCodeList(catalogue, list)?.codes ?? []).map(({ code }) => [code, random(900)] as const);
    return [list, Object.fromEntries(cells)] as const;
  });
  return { type: "count", total: random(9_000), breakdowns: Object.fromEntries(breakdowns), crossTabs: {} };
}

/** Linear congruential: the same figures in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function codeOf(index: number): string {
  const letter = (value: number) => String.fromCharCode(65 + (value % 26));
  return `Q${letter(Math.floor(index / 26))}${letter(index)}`;
}
