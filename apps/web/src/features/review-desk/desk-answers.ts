import type { SavedAnswer, SubmissionView } from "@avances/contracts";
import type { Finding } from "@avances/domain/answer";
import type { Catalogue, Indicator, IndicatorCode } from "@avances/domain/catalogue";
import { sameJson } from "./same-json.ts";

type PreviousAnswer = SubmissionView["previous"]["answers"][number];

/** One line of the review page: the country's answer now, its answer in the round before, and the findings of the rules. */
export interface DeskAnswer {
  readonly indicator: Indicator;
  readonly now: SavedAnswer | undefined;
  readonly before: PreviousAnswer | undefined;
  readonly findings: readonly Finding[];
  readonly isChanged: boolean;
  /** Number of remarks between country and Secretariat. */
  readonly remarks: number;
}

export const deskFilters = ["all", "changed", "flagged", "questioned", "not_applicable", "no_number"] as const;
export type DeskFilter = (typeof deskFilters)[number];

/** All answers in catalogue order. "Changed" needs an earlier round; comments are about one round and are not compared. */
export function deskAnswers(catalogue: Catalogue, view: SubmissionView): readonly DeskAnswer[] {
  const now = new Map(view.answers.map((answer) => [answer.indicatorCode, answer]));
  const before = new Map(view.previous.answers.map((answer) => [answer.indicatorCode, answer]));
  return catalogue.indicators.map((indicator) => {
    const answers = { now: now.get(indicator.code), before: before.get(indicator.code) };
    return {
      indicator,
      ...answers,
      findings: (view.findings as readonly Finding[]).filter(({ indicators }) => indicators[0] === indicator.code),
      remarks: view.comments.filter(
        ({ indicatorCode, audience }) => audience === "shared" && indicatorCode === indicator.code,
      ).length,
      isChanged: view.previous.year !== null && !saysTheSame(answers.now, answers.before),
    };
  });
}

export function isShown({ now, findings, isChanged, remarks }: DeskAnswer, filter: DeskFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "changed":
      return isChanged;
    case "flagged":
      return findings.length > 0;
    case "questioned":
      return remarks > 0;
    case "not_applicable":
      return now?.state === "not_applicable";
    case "no_number":
      return now === undefined || now.state === "not_reported" || now.state === "not_available";
  }
}

/** Indicators whose answer differs in any part between two versions. */
export function differences(one: readonly SavedAnswer[], other: readonly SavedAnswer[]): ReadonlySet<IndicatorCode> {
  const first = new Map(one.map((answer) => [answer.indicatorCode, answer]));
  return new Set(
    other
      .filter((answer) => !sameWhole(first.get(answer.indicatorCode), answer))
      .map(({ indicatorCode }) => indicatorCode),
  );
}

function saysTheSame(one: PreviousAnswer | undefined, other: PreviousAnswer | undefined): boolean {
  const state = (answer: PreviousAnswer | undefined) => answer?.state ?? "not_reported";
  return state(one) === state(other) && sameJson(one?.value ?? null, other?.value ?? null);
}

function sameWhole(one: SavedAnswer | undefined, other: SavedAnswer): boolean {
  if (one === undefined) return false;
  const part = ({ state, value, reason, comment, evidence }: SavedAnswer) => ({
    state,
    value,
    reason,
    comment,
    evidence,
  });
  return sameJson(part(one), part(other));
}
