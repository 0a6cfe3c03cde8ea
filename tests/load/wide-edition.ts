import { createHash } from "node:crypto";
import { openDatabase } from "@avances/db";
import { insertEdition, insertEditionEntries, insertPayloads } from "@avances/db/queries/release-queries";
import { type Catalogue, findCodeList, findIndicator, type Indicator } from "@avances/domain/catalogue";
import type { EditionInput, PublicSubmission } from "../../apps/api/src/features/published/edition-input.ts";
import { indicatorPayload } from "../../apps/api/src/features/published/indicator-payload.ts";
import { madeFrom } from "../../apps/api/src/features/published/made-from.ts";
import { premake } from "../../apps/api/src/http/premade.ts";
import { loadCatalogues, loadReferenceData } from "../../apps/api/src/load-reference-data.ts";

/** The indicator that all comparisons of the public file read: the one with the most breakdowns. */
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
    const body = JSON.stringify({ edition: null, ...indicatorPayload(wideInput(catalogue, indicator), indicator) });
    const payload = premake(body);
    const hash = createHash("sha256").update(body).digest("hex");
    await db.asPublisher(async (tx) => {
      const editionId = await insertEdition(tx, {
        publishedAt: new Date(),
        catalogueVersion: catalogue.version,
        threshold: catalogue.suppression.threshold,
        algorithm: madeFrom({ catalogues, reference }),
        inputHash: hash,
      });
      await insertPayloads(tx, [
        { hash, contentType: payload.contentType, body: payload.body, brotli: payload.brotli },
      ]);
      await insertEditionEntries(tx, [{ editionId, key: `indicators/${indicatorRead}`, payloadHash: hash }]);
    });
  } finally {
    await db.close();
  }
}

function wideInput(catalogue: Catalogue, indicator: Indicator): EditionInput {
  const codes = Array.from({ length: countryCount }, (_, index) => codeOf(index));
  const rounds = Array.from({ length: roundCount }, (_, index) => 2000 + index);
  const random = randomNumbers(20_131_118);
  return {
    catalogue,
    demonstration: true,
    countries: codes.map((alpha3) => ({ alpha3, name: { en: `Country ${alpha3}`, es: `País ${alpha3}` } })) as never,
    rounds: rounds.map((roundYear) => ({
      roundYear,
      referenceYear: roundYear - 1,
      opensOn: `${roundYear}-02-01`,
      dueOn: `${roundYear}-04-30`,
      catalogueVersion: catalogue.version,
    })),
    submissions: codes.flatMap((country) =>
      rounds.map((roundYear): PublicSubmission => {
        const answer = {
          indicatorCode: indicator.code,
          state: "reported",
          value: countOf(catalogue, indicator, random),
        };
        const submission = { answers: new Map([[indicator.code, answer]]) };
        const release = { version: 1, publishedAt: new Date(), submission, index: null };
        const round = { roundYear, referenceYear: roundYear - 1 };
        return { country, ...round, obligated: true, exempt: false, release: release as never };
      }),
    ),
  };
}

/** A count whose breakdowns are random, so that it compresses no better than real figures. */
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
