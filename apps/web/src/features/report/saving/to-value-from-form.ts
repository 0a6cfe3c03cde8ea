import type { AnswerInput } from "@avances/contracts";
import {
  type AnswerValue,
  crossTabKey,
  type DateFault,
  type ParsedNumber,
  parseCount,
  parseDate,
  type UnreadableReason,
} from "@avances/domain/answer";
import { type Catalogue, findCodeList, type Indicator } from "@avances/domain/catalogue";
import { isSingleLine, isTooLong, textLimits, tidyLine } from "@avances/domain/text";
import { type AnswerDraft, cellKey, crossCellKey, type EvidenceDraft, emptyAnswer } from "./answer-draft.ts";
import { readMoney } from "./read-money.ts";

/** Why a typed text was not saved. */
export type FieldFault =
  | { readonly kind: UnreadableReason | DateFault | "no-title" | "not-an-address" | "too-long" | "not-one-line" }
  /** The readings, of an amount in minor units, the largest first. */
  | { readonly kind: "ambiguous"; readonly readings: readonly number[] }
  /** Another currency stands beside the amount than the chosen one, which is the last of `currencies`. */
  | { readonly kind: "which-currency"; readonly mark: string; readonly currencies: readonly string[] };

/** Faults by place in the form (`total`, `b/sex/female`, `evidence/0/url`). */
export type FieldFaults = Readonly<Record<string, FieldFault>>;

export interface FormReading {
  /** What can be saved: the readable parts; an unreadable part keeps what was last saved there. */
  readonly input: AnswerInput;
  readonly faults: FieldFaults;
}

type CountOrRatio = Extract<AnswerValue, { type: "count" | "ratio" }>;

/**
 * Reads the form of one indicator. Nothing typed is ever turned into nothing: unreadable text is a fault, its place keeps the saved
 * value of `saved`, and the text stays in the field.
 */
export function toValueFromForm(
  catalogue: Catalogue,
  indicator: Indicator,
  draft: AnswerDraft,
  saved: AnswerInput,
): FormReading {
  const faults: Record<string, FieldFault> = {};
  const evidence = readEvidence(draft.evidence, saved.evidence, faults);
  /** A text that is too long is never cut: it stays in its field, and what was saved there stays saved. */
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
  const value = readValue(catalogue, indicator, draft, saved.value, faults);
  const isEmpty = value === null && spoken.comment.trim() === "" && evidence.length === 0;
  const input = isEmpty ? emptyAnswer : { state: "reported" as const, value, reason: "", ...spoken };
  return { input, faults };
}

function readValue(
  catalogue: Catalogue,
  indicator: Indicator,
  draft: AnswerDraft,
  saved: AnswerInput["value"],
  faults: Record<string, FieldFault>,
): AnswerInput["value"] {
  switch (indicator.valueType) {
    case "ordinal":
      return draft.level === null ? null : { type: "ordinal", level: draft.level };
    case "boolean":
      return draft.yes === null ? null : { type: "boolean", value: draft.yes };
    case "text": {
      const text = draft.fields.text ?? "";
      if (text.trim() === "") return null;
      if (!isTooLong(text, textLimits.answerText)) return { type: "text", text };
      faults.text = { kind: "too-long" };
      return saved?.type === "text" ? saved : null;
    }
    case "date": {
      const parsed = parseDate(draft.fields.date ?? "");
      if (parsed.kind === "empty") return null;
      if (parsed.kind === "date") return { type: "date", date: parsed.value };
      faults.date = { kind: parsed.reason };
      return saved?.type === "date" ? saved : null;
    }
    case "money":
      return readAmount(draft, saved, faults);
    default:
      return readCounts(catalogue, indicator, draft, saved, faults);
  }
}

function readAmount(
  draft: AnswerDraft,
  saved: AnswerInput["value"],
  faults: Record<string, FieldFault>,
): AnswerInput["value"] {
  const { amount, currency, question } = readMoney(draft.fields);
  if (amount.kind === "empty") return null;
  // Which currency comes before which amount: its decimals decide how the amount is read.
  const isAsked = question !== null && amount.kind !== "invalid";
  const fault: FieldFault | null = isAsked ? { kind: "which-currency", ...question } : faultOf(amount);
  if (amount.kind === "number" && fault === null) return { type: "money", amountMinor: amount.value, currency };
  if (fault !== null) faults.amount = fault;
  return saved?.type === "money" ? saved : null;
}

/** Why a typed number cannot be saved, or null when it can. */
function faultOf(parsed: ParsedNumber): FieldFault | null {
  if (parsed.kind === "invalid") return { kind: parsed.reason };
  return parsed.kind === "ambiguous" ? { kind: "ambiguous", readings: parsed.readings } : null;
}

function readCounts(
  catalogue: Catalogue,
  indicator: Indicator,
  draft: AnswerDraft,
  saved: AnswerInput["value"],
  faults: Record<string, FieldFault>,
): AnswerInput["value"] {
  const before: CountOrRatio | null = saved?.type === "count" || saved?.type === "ratio" ? saved : null;
  const read = (key: string, savedThere: number | null | undefined): number | null => {
    const parsed = parseCount(draft.fields[key] ?? "");
    if (parsed.kind === "number") return parsed.value;
    if (parsed.kind === "empty") return null;
    const fault = faultOf(parsed);
    if (fault !== null) faults[key] = fault;
    return savedThere ?? null;
  };

  const breakdowns: Record<string, Record<string, number>> = {};
  for (const list of indicator.disaggregations) {
    const cells = readCells(codesOf(catalogue, list), (category) =>
      read(cellKey(list, category), before?.breakdowns[list]?.[category]),
    );
    if (Object.keys(cells).length > 0) breakdowns[list] = cells;
  }
  const crossTabs: Record<string, Record<string, Record<string, number>>> = {};
  for (const lists of indicator.crossTabs) {
    const key = crossTabKey(lists);
    const rows: Record<string, Record<string, number>> = {};
    for (const row of codesOf(catalogue, lists[0] ?? "")) {
      const cells = readCells(codesOf(catalogue, lists[1] ?? ""), (column) =>
        read(crossCellKey(lists, row, column), before?.crossTabs[key]?.[row]?.[column]),
      );
      if (Object.keys(cells).length > 0) rows[row] = cells;
    }
    if (Object.keys(rows).length > 0) crossTabs[key] = rows;
  }

  const hasCells = Object.keys(breakdowns).length > 0 || Object.keys(crossTabs).length > 0;
  if (indicator.valueType === "count") {
    const total = read("total", before?.type === "count" ? before.total : null);
    return total === null && !hasCells ? null : { type: "count", total, breakdowns, crossTabs };
  }
  const ratio = before?.type === "ratio" ? before : null;
  const numerator = read("numerator", ratio?.numerator);
  const denominator = read("denominator", ratio?.denominator);
  if (numerator === null && denominator === null && !hasCells) return null;
  return { type: "ratio", numerator, denominator, breakdowns, crossTabs };
}

function readCells(categories: readonly string[], read: (category: string) => number | null): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const category of categories) {
    const cell = read(category);
    if (cell !== null) cells[category] = cell;
  }
  return cells;
}

/** One reference that cannot be saved keeps the whole list as it was last saved: nothing disappears because of a half-typed address. */
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
 * The web address that is meant: as typed, or with `https://` before a bare one (`www.gob.example/ley`). Null when there is none,
 * undefined when the text is no address.
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

function codesOf(catalogue: Catalogue, list: string): readonly string[] {
  return findCodeList(catalogue, list)?.codes.map(({ code }) => code) ?? [];
}

/** Do two answers say the same? Order of keys does not matter. */
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
