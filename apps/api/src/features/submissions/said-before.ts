import type { getSubmission, ReplyOf } from "@avances/contracts";
import type { Actor } from "@avances/domain/access";
import { type Answer, type AnswerValue, unchangedSince } from "@avances/domain/answer";
import type { Catalogue } from "@avances/domain/catalogue";
import { LRUCache } from "lru-cache";
import { visibleAnswers } from "#features/shared/allow.ts";
import { type EarlierAnswers, partSeenBy } from "#features/shared/previous-answers.ts";

type Previous = ReplyOf<typeof getSubmission>["previous"];
type Figure = Previous["earlier"][number]["figures"][number];

/** As many as stand beside a field. */
const roundsBesideField = 3;

/** Frozen versions never change, so what they said together does not either. */
const kept = new LRUCache<string, Previous>({ max: 200 });

/**
 * What the country said before, as far as this reader may see it, and always from accepted versions: the whole answers of its nearest
 * earlier round with one, the figures of three such rounds, and since when answers stand unchanged. `earlier`: its rounds before the
 * present one, newest first.
 */
export function saidBefore(actor: Actor, catalogue: Catalogue, earlier: readonly EarlierAnswers[]): Previous {
  const versions = earlier.map((round) => [round.year, round.referenceYear, round.versionId]);
  const key = JSON.stringify([catalogue.version, partSeenBy(actor), versions]);
  let previous = kept.get(key);
  if (previous === undefined) {
    previous = readPrevious(actor, catalogue, earlier);
    kept.set(key, previous);
  }
  return previous;
}

function readPrevious(actor: Actor, catalogue: Catalogue, earlier: readonly EarlierAnswers[]): Previous {
  const accepted = earlier.flatMap(({ answers, ...round }) =>
    answers === null ? [] : [{ ...round, answers: visibleAnswers(actor, [...answers.values()]) }],
  );
  const [last] = accepted;
  const answers = last?.answers ?? [];
  return {
    year: last?.year ?? null,
    referenceYear: last?.referenceYear ?? null,
    answers: answers as Previous["answers"],
    earlier: accepted.slice(0, roundsBesideField).map(({ year, referenceYear, answers: said }) => ({
      year,
      referenceYear,
      figures: said.flatMap((answer) => figureIn(catalogue, answer) ?? []),
    })),
    unchanged: answers.flatMap(({ indicatorCode }) => {
      const year = unchangedSince(earlier, indicatorCode);
      return year === null || year === last?.year ? [] : [{ indicatorCode, year }];
    }),
  };
}

/** The figure of one answer without its breakdowns; null for indicators that ask for none. */
function figureIn({ indicators }: Catalogue, { indicatorCode, state, value }: Answer): Figure | null {
  const indicator = indicators.find(({ code }) => code === indicatorCode);
  if (indicator === undefined || !isFigure(indicator.valueType)) return null;
  if (state !== "reported") return { indicatorCode, state, figure: null };
  const figure = value === null ? null : bareFigure(value);
  return figure === null ? null : { indicatorCode, state, figure };
}

function isFigure(type: AnswerValue["type"]): boolean {
  switch (type) {
    case "count":
    case "ratio":
    case "money":
      return true;
    case "ordinal":
    case "boolean":
    case "date":
    case "text":
      return false;
  }
}

function bareFigure(value: AnswerValue): Figure["figure"] {
  switch (value.type) {
    case "count":
      return { type: "count", total: value.total };
    case "ratio":
      return { type: "ratio", numerator: value.numerator, denominator: value.denominator };
    case "money":
      return { type: "money", amountMinor: value.amountMinor, currency: value.currency };
    case "ordinal":
    case "boolean":
    case "date":
    case "text":
      return null;
  }
}
