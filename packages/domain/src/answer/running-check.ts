import { findIndicator, type IndicatorCode } from "../catalogue/catalogue.ts";
import { type CheckInput, inOrderOfCatalogue } from "./check-answer.ts";
import type { Finding } from "./finding.ts";
import { type CompiledRule, ruleBookOf } from "./rule-book.ts";
import { structuralFindings } from "./structural-findings.ts";

/** What `checkSubmission` says about these answers, with what is needed to say it again after some of them changed. */
export interface RunningCheck {
  readonly input: CheckInput;
  /** Equal to `checkSubmission(input)`. A finding that still stands is the same object as before. */
  readonly findings: readonly Finding[];
  readonly structural: ReadonlyMap<IndicatorCode, readonly Finding[]>;
  readonly firing: ReadonlySet<CompiledRule>;
}

/** The first check of a report: every answer and every rule. */
export function startCheck(input: CheckInput): RunningCheck {
  const structural = new Map([...input.answers.keys()].map((code) => [code, structuralOf(input, code)]));
  const firing = new Set(ruleBookOf(input.catalogue).rules.filter((rule) => rule.fires(input)));
  return assembled(input, structural, firing);
}

/**
 * The check after some answers changed: only these, and the rules that read them, are looked at again. An answer that is the same object
 * as before counts as unchanged, so whoever changes one must replace it. With another catalogue, round or last round everything is checked.
 */
export function recheck(before: RunningCheck, input: CheckInput): RunningCheck {
  const { catalogue, previous, round, answers } = input;
  const was = before.input;
  if (catalogue !== was.catalogue || previous !== was.previous || round !== was.round) return startCheck(input);
  const changed = [...new Set([...was.answers.keys(), ...answers.keys()])].filter(
    (code) => answers.get(code) !== was.answers.get(code),
  );
  if (changed.length === 0) return before;
  const structural = new Map(before.structural);
  for (const code of changed) structural.set(code, structuralOf(input, code));
  const firing = new Set(before.firing);
  const { byIndicator } = ruleBookOf(catalogue);
  for (const rule of new Set(changed.flatMap((code) => byIndicator.get(code) ?? []))) {
    if (rule.fires(input)) firing.add(rule);
    else firing.delete(rule);
  }
  return assembled(input, structural, firing);
}

/** In the order of `checkSubmission`: structural findings in the order of the answers, then the rules in the order of their book. */
function assembled(
  input: CheckInput,
  structural: ReadonlyMap<IndicatorCode, readonly Finding[]>,
  firing: ReadonlySet<CompiledRule>,
): RunningCheck {
  const found = [...input.answers.keys()].flatMap((code) => structural.get(code) ?? []);
  const fired = ruleBookOf(input.catalogue).rules.flatMap((rule) => (firing.has(rule) ? [rule.finding] : []));
  return { input, findings: inOrderOfCatalogue(input.catalogue, [...found, ...fired]), structural, firing };
}

function structuralOf({ catalogue, answers, previous }: CheckInput, code: IndicatorCode): readonly Finding[] {
  const answer = answers.get(code);
  if (answer === undefined) return [];
  return structuralFindings(catalogue, findIndicator(catalogue, code), answer, previous?.get(code));
}
