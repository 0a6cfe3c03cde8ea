import {
  type Catalogue,
  type Condition,
  findCodeList,
  type Indicator,
  type IndicatorCode,
  type Validation,
} from "../catalogue/catalogue.ts";
import { crossTabKey } from "./answer.ts";
import type { Finding } from "./finding.ts";
import { type Binding, compare, compileOperand, type Facts, referencesOf } from "./rule-operand.ts";

/** One instance of a catalogue rule: template words replaced, operands compiled. */
export interface CompiledRule {
  /** What the rule says when it fires; shared, never changed. */
  readonly finding: Finding;
  readonly fires: (facts: Facts) => boolean;
}

/** All rules of a catalogue, and those that touch each indicator. */
export interface RuleBook {
  readonly rules: readonly CompiledRule[];
  readonly byIndicator: ReadonlyMap<IndicatorCode, readonly CompiledRule[]>;
}

const books = new WeakMap<Catalogue, RuleBook>();

/** The rules of this catalogue, compiled at the first call and kept as long as the catalogue object lives. */
export function ruleBookOf(catalogue: Catalogue): RuleBook {
  const known = books.get(catalogue);
  if (known !== undefined) return known;
  const book = compileRuleBook(catalogue);
  books.set(catalogue, book);
  return book;
}

function compileRuleBook(catalogue: Catalogue): RuleBook {
  const rules = catalogue.validations.flatMap((rule) =>
    bindingsOf(catalogue, rule).map((binding) => compileRule(catalogue, rule, binding)),
  );
  const byIndicator = new Map<IndicatorCode, CompiledRule[]>();
  for (const rule of rules) {
    for (const code of rule.finding.indicators) {
      const touching = byIndicator.get(code);
      if (touching === undefined) byIndicator.set(code, [rule]);
      else touching.push(rule);
    }
  }
  return { rules, byIndicator };
}

/** Every way to fill `$ind`, `$dim`, `$code` and `$cross`; one empty binding for a rule that names its indicators. */
function bindingsOf(catalogue: Catalogue, rule: Validation): readonly Binding[] {
  if (rule.appliesTo.codes !== undefined) return [{}];
  const namesCode = JSON.stringify([rule.left, rule.right, rule.when]).includes('"$code"');
  const withCodes = (binding: Binding, dimension: string): readonly Binding[] =>
    namesCode
      ? (findCodeList(catalogue, dimension)?.codes ?? []).map((category) => ({
          ...binding,
          $dim: dimension,
          $code: category.code,
        }))
      : [{ ...binding, $dim: dimension }];
  const { each } = rule.appliesTo;
  const ofIndicator = (indicator: Indicator): readonly Binding[] => {
    const binding = { $ind: indicator.code };
    if (each === undefined) return [binding];
    switch (each) {
      case "crossTab":
        return indicator.crossTabs.flatMap((lists) =>
          lists.flatMap((dimension) => withCodes({ ...binding, $cross: crossTabKey(lists) }, dimension)),
        );
      case "exclusiveDimension":
      case "nonExclusiveDimension":
        return indicator.disaggregations
          .filter((list) => findCodeList(catalogue, list)?.exclusive === (each === "exclusiveDimension"))
          .flatMap((dimension) => withCodes(binding, dimension));
    }
  };
  return catalogue.indicators.filter((indicator) => matches(indicator, rule)).flatMap(ofIndicator);
}

function matches(indicator: Indicator, { appliesTo }: Validation): boolean {
  if (appliesTo.valueTypes !== undefined && !appliesTo.valueTypes.includes(indicator.valueType)) return false;
  return appliesTo.evidenceRequired === undefined || appliesTo.evidenceRequired === indicator.evidenceRequired;
}

function compileRule(catalogue: Catalogue, rule: Validation, binding: Binding): CompiledRule {
  const compileCondition = ({ left, operator, right }: Condition) => {
    const [readLeft, readRight] = [compileOperand(catalogue, left, binding), compileOperand(catalogue, right, binding)];
    return (facts: Facts) => compare(readLeft(facts), operator, readRight(facts));
  };
  const isSound = compileCondition(rule);
  const when = rule.when.map(compileCondition);
  const { missingStates } = rule.appliesTo;
  // The rule fires only on a clear `false`; a missing operand (null) leaves it silent.
  const fires = (facts: Facts): boolean => when.every((holds) => holds(facts) === true) && isSound(facts) === false;
  const code = binding.$ind;
  return {
    finding: findingOf(rule, binding),
    fires:
      missingStates === undefined || code === undefined
        ? fires
        : (facts) => missingStates.includes(facts.answers.get(code)?.state ?? "not_reported") && fires(facts),
  };
}

/** Shown at the first indicator of the rule's left side; all others concerned follow. */
function findingOf(rule: Validation, binding: Binding): Finding {
  const indicators = new Set([...referencesOf(rule.left, binding), ...referencesOf(rule.right, binding)]);
  for (const code of rule.when.flatMap(({ left, right }) => [
    ...referencesOf(left, binding),
    ...referencesOf(right, binding),
  ])) {
    indicators.add(code);
  }
  return {
    ruleId: rule.id,
    severity: rule.severity,
    requiresComment: rule.requiresComment,
    indicators: [...indicators],
    ...(binding.$dim === undefined ? {} : { dimension: binding.$dim }),
    ...(binding.$cross === undefined ? {} : { crossTab: binding.$cross }),
    ...(binding.$code === undefined ? {} : { category: binding.$code }),
  };
}
