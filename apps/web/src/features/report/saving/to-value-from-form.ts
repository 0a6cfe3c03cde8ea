import type { AnswerInput } from "@avances/contracts";
import type { Catalogue, Indicator } from "@avances/domain/catalogue";
import { isSingleLine, isTooLong, textLimits, tidyLine } from "@avances/domain/text";
import { type AnswerDraft, type EvidenceDraft, emptyAnswer } from "./answer-draft.ts";
import type { FieldFault, FormToRead } from "./values/value-form.ts";
import { readValue } from "./values/value-forms.ts";

/** Faults by key in the form (`total`, `b/sex/female`, `evidence/0/url`). */
export type FieldFaults = Readonly<Record<string, FieldFault>>;

export interface FormReading {
  /** What can be saved: the readable parts; for an unreadable part, what was last saved. */
  readonly input: AnswerInput;
  readonly faults: FieldFaults;
}

/**
 * Reads the form of one indicator. Typed text never becomes an empty value: an unreadable text is a fault, its part keeps the
 * value of `saved`, and the text stays in the field. `linked`: the figure that a denominator must equal, see `FormToRead`.
 */
export function toValueFromForm(
  catalogue: Catalogue,
  indicator: Indicator,
  draft: AnswerDraft,
  saved: AnswerInput,
  linked?: number | null,
): FormReading {
  const faults: Record<string, FieldFault> = {};
  const evidence = readEvidence(draft.evidence, saved.evidence, faults);
  /** A text that is too long is never cut: it stays in its field, and the saved text stays saved. */
  const fitting = (place: string, text: string, limit: number, savedThere: string): string => {
    if (!isTooLong(text, limit)) return text;
    faults[place] = { kind: "too-long" };
    return savedThere;
  };
  const spoken = { comment: fitting("comment", draft.comment, textLimits.comment, saved.comment), evidence };
  if (draft.state !== "reported") {
    const reason = fitting("reason", draft.reason, textLimits.missingReason, saved.reason);
    return { input: { state: draft.state, value: null, reason, ...spoken }, faults };
  }
  const refuse: FormToRead["refuse"] = (place, fault) => {
    faults[place] = fault;
  };
  const value = readValue(indicator.valueType, { catalogue, indicator, draft, linked, refuse }, saved.value);
  const isEmpty = value === null && spoken.comment.trim() === "" && evidence.length === 0;
  const input = isEmpty ? emptyAnswer : { state: "reported" as const, value, reason: "", ...spoken };
  return { input, faults };
}

/** If one reference cannot be saved, the whole list stays as last saved: nothing disappears because of a half-typed address. */
function readEvidence(
  rows: readonly EvidenceDraft[],
  saved: AnswerInput["evidence"],
  faults: Record<string, FieldFault>,
): AnswerInput["evidence"] {
  const references: AnswerInput["evidence"][number][] = [];
  let isFaulty = false;
  rows.forEach((row, place) => {
    const [title, url, locator] = [tidyLine(row.title), webAddress(row.url), tidyLine(row.locator)];
    if (title === "" && row.url.trim() === "" && locator === "") return;
    const found: Readonly<Record<string, "no-title" | "not-an-address" | "too-long" | "not-one-line" | null>> = {
      title: title === "" ? "no-title" : lineFault(title, textLimits.evidenceTitle),
      url: url === undefined ? "not-an-address" : lineFault(url ?? "", textLimits.evidenceUrl),
      locator: lineFault(locator, textLimits.evidenceLocator),
    };
    for (const [part, kind] of Object.entries(found)) {
      if (kind === null) continue;
      faults[`evidence/${place}/${part}`] = { kind };
      isFaulty = true;
    }
    references.push({ title, url: url ?? null, locator: locator === "" ? null : locator });
  });
  return isFaulty ? saved : references;
}

function lineFault(text: string, limit: number): "too-long" | "not-one-line" | null {
  if (isTooLong(text, limit)) return "too-long";
  return isSingleLine(text) ? null : "not-one-line";
}

/**
 * The web address as typed, or with `https://` before a bare one (`www.gob.example/ley`). Null when the text is empty,
 * undefined when it is not an address.
 */
export function webAddress(typed: string): string | null | undefined {
  const text = tidyLine(typed);
  if (text === "") return null;
  const isBare = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[:/?#]\S*)?$/i.test(text);
  const address = isBare ? `https://${text}` : text;
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address)) return undefined;
  try {
    return new URL(address).hostname === "" ? undefined : address;
  } catch {
    return undefined;
  }
}

/** Are two answers equal? The order of keys does not matter. */
export function sameAnswer(one: AnswerInput, other: AnswerInput): boolean {
  return JSON.stringify(sorted(plainAnswer(one))) === JSON.stringify(sorted(plainAnswer(other)));
}

/** Only what a country says, without code, revision and history. */
export function plainAnswer({ state, value, reason, comment, evidence }: AnswerInput): AnswerInput {
  return { state, value, reason, comment, evidence };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
