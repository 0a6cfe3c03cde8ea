import type { AnswerInput } from "@avances/contracts";
import type { Indicator } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";
import type { AnswerDraft } from "./answer-draft.ts";
import { blankFields, valueDraftOf } from "./values/value-forms.ts";

/** The form for a saved answer (or for none): numbers in the reader's format. */
export function draftOf(
  indicator: Indicator,
  answer: AnswerInput,
  f: Pick<Formats, "number">,
  defaultCurrency: string,
): AnswerDraft {
  const { value } = answer;
  const { level = null, yes = null, fields = {} } = value === null ? {} : valueDraftOf(value, f);
  return {
    state: answer.state === "not_reported" ? "reported" : answer.state,
    level,
    yes,
    reason: answer.reason,
    comment: answer.comment,
    evidence: answer.evidence.map(({ title, url, locator }) => ({ title, url: url ?? "", locator: locator ?? "" })),
    fields: { ...blankFields(indicator.valueType, defaultCurrency), ...fields },
  };
}

/** The texts of a saved value by key, without what an empty form proposes. */
export function fieldsOf(indicator: Indicator, answer: AnswerInput, f: Pick<Formats, "number">): AnswerDraft["fields"] {
  const { value } = answer;
  return value === null || value.type !== indicator.valueType ? {} : (valueDraftOf(value, f).fields ?? {});
}
