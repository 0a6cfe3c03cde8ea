import type { SavedAnswer, SubmissionView } from "@avances/contracts";
import type { Answer, Finding } from "@avances/domain/answer";
import type { Catalogue, Indicator, IndicatorCode } from "@avances/domain/catalogue";
import { verdictStands } from "@avances/domain/submission";
import { sameJson } from "./same-json.ts";

type PreviousAnswer = SubmissionView["previous"]["answers"][number];

/** One line of the review page: the country's answer now, its answer in the round before, and the findings of the rules. */
export interface DeskAnswer {
  readonly indicator: Indicator;
  readonly now: SavedAnswer | undefined;
  readonly before: PreviousAnswer | undefined;
  readonly findings: readonly Finding[];
  readonly isChanged: boolean;
  /** The Secretariat marked it in an earlier version, and the country has changed it since. */
  readonly isLapsed: boolean;
  /** The country opened it although nobody had asked. */
  readonly isReopened: boolean;
  /** Number of remarks between country and Secretariat. */
  readonly remarks: number;
}

export const deskFilters = [
  "attention",
  "all",
  "changed",
  "flagged",
  "questioned",
  "not_applicable",
  "no_number",
] as const;
export type DeskFilter = (typeof deskFilters)[number];

/** All answers in catalogue order. "Changed" needs an earlier round; comments are about one round and are not compared. */
export function deskAnswers(
  catalogue: Catalogue,
  view: SubmissionView,
  lapsed: ReadonlySet<IndicatorCode> = new Set(),
): readonly DeskAnswer[] {
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
      isLapsed: lapsed.has(indicator.code),
      isReopened: view.reopened.some(({ indicatorCode }) => indicatorCode === indicator.code),
      isChanged: view.previous.year !== null && !saysTheSame(answers.now, answers.before),
    };
  });
}

/** What the desk opens on: what changed, was remarked on or talked about. Without an earlier report nothing can be told to be unchanged: then all. */
export function opensOn({ previous }: Pick<SubmissionView, "previous">): DeskFilter {
  return previous.year === null ? "all" : "attention";
}

export function isShown(
  { now, findings, isChanged, isLapsed, isReopened, remarks }: DeskAnswer,
  filter: DeskFilter,
): boolean {
  switch (filter) {
    case "attention":
      return isChanged || findings.length > 0 || isLapsed || isReopened || remarks > 0;
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

/**
 * The same against an earlier version of the report: `before` is what that version said, and `isChanged` what differs from it in any part. Only what differs
 * is of interest then, so an answer that is the same has no `before`.
 */
export function against(answers: readonly DeskAnswer[], base: readonly PreviousAnswer[]): readonly DeskAnswer[] {
  const then = new Map(base.map((answer) => [answer.indicatorCode, answer]));
  return answers.map((answer) => {
    const before = then.get(answer.indicator.code);
    const isChanged = !verdictStands(before as Answer | undefined, answer.now as Answer | undefined);
    return { ...answer, before, isChanged };
  });
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
