import type { getPublicIndicator, ResponseOf } from "@avances/contracts";
import {
  findCodeList,
  questionOf,
  shortLabelOf,
  type WholeCatalogue,
  type WholeIndicator,
} from "@avances/domain/catalogue";

type Definition = Omit<ResponseOf<typeof getPublicIndicator>["indicator"], "wording">;

/** An indicator's definition in every language, as a page shows it. */
export function indicatorDefinition(catalogue: WholeCatalogue, indicator: WholeIndicator): Definition {
  const objective = catalogue.objectives.find((item) => item.code === indicator.objective);
  const kind = catalogue.kinds.find((item) => item.code === indicator.kind);
  if (!objective || !kind)
    throw new Error(`catalogue ${catalogue.version} lacks objective or kind of ${indicator.code}`);
  const { scoring } = indicator;
  return {
    code: indicator.code,
    instrument: indicator.instrument,
    dimension: indicator.dimension,
    objective: objective.name,
    kind: kind.name,
    valueType: indicator.valueType,
    unit: indicator.unit,
    direction: indicator.direction,
    scored: indicator.scored,
    weight: indicator.weight,
    name: indicator.name,
    question: questionOf(indicator),
    definition: indicator.definition,
    guidance: indicator.guidance,
    articles: indicator.articles,
    sources: catalogue.sources
      .filter((source) => indicator.source.includes(source.id))
      .map(({ author, title, year }) => ({ author, title, year })),
    levels: (indicator.levels ?? []).map((each) => ({
      level: each.level,
      label: each.label,
      shortLabel: shortLabelOf(each),
    })),
    ratio: indicator.ratio
      ? {
          numerator: indicator.ratio.numerator.label,
          denominator: indicator.ratio.denominator.label,
          goalposts: scoring?.method === "linear" ? { min: scoring.min, max: scoring.max } : null,
        }
      : null,
    breakdowns: indicator.disaggregations.flatMap((code) => {
      const list = findCodeList(catalogue, code);
      if (!list) return [];
      const categories = list.codes.map((category) => ({ code: category.code, label: category.label }));
      return [{ code, name: list.name, exclusive: list.exclusive, categories }];
    }),
    smallCellSuppression: indicator.smallCellSuppression,
  };
}
