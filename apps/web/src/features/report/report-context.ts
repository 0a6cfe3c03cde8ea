import type { SubmissionView } from "@avances/contracts";
import type { Answer, Answers, Finding } from "@avances/domain/answer";
import { type Catalogue, findIndicator, type Indicator, type IndicatorCode } from "@avances/domain/catalogue";
import { createContext, use, useSyncExternalStore } from "react";
import type { Clarification } from "#lib/clarification.ts";
import { saidAnswers } from "#lib/said-answers.ts";
import { type Found, foundAt, type Judge, type Judged } from "./judge.ts";

/** Of the report itself, what no save changes. */
type FixedView = Pick<SubmissionView, "previous" | "round" | "timeZone" | "inQuestion" | "reopened"> & {
  readonly submission: Pick<
    SubmissionView["submission"],
    "id" | "country" | "year" | "referenceYear" | "returnedAt" | "version"
  >;
};

/** What neither typing nor saving changes: only an act on the report, or reading it again. For what stands there sixty times. */
export interface ReportGround {
  readonly catalogue: Catalogue;
  readonly view: FixedView;
  /** Accepted answers of the round before, by code. */
  readonly previous: Answers;
  /** Of those: the round since which every round said the same, by code. Absent = the round before said something else, or nothing. */
  readonly unchanged: ReadonlyMap<IndicatorCode, number>;
  /** This person may change something in this report now. */
  readonly canEdit: boolean;
  /** May this answer be changed? In a returned report only what the Secretariat asks about, and what is tied to it. */
  readonly mayEdit: (code: IndicatorCode) => boolean;
  readonly clarification: Clarification;
  /** May this person write remarks on this answer; null = on the whole report? */
  readonly mayWriteOn: (code: IndicatorCode | null) => boolean;
  /** May this person open this answer of a returned report, which nobody asks about? */
  readonly mayReopen: (code: IndicatorCode) => boolean;
  readonly currency: string;
  /** Today in the country, by the server's clock (`yyyy-mm-dd`). */
  readonly today: string;
  /** The country's name in the language of the page. */
  readonly country: string;
  /** Its capital, by whose clocks dates end; undefined when the country is not in the list. */
  readonly capital: string | undefined;
}

/** With the report as the server last sent it: another object after each save. */
export interface ReportBase extends ReportGround {
  readonly view: SubmissionView;
  /** With the indicators that this person does not see. */
  readonly whole: Catalogue;
}

/** What every part of the form knows about its report. */
export interface ReportFacts extends ReportBase, Pick<Judged, "answers" | "findings"> {}

export const ReportGroundContext = createContext<ReportGround | null>(null);
export const ReportBaseContext = createContext<ReportBase | null>(null);
export const JudgeContext = createContext<Judge | null>(null);
export const ReportContext = createContext<ReportFacts | null>(null);

/** With answers and findings: whoever uses it is drawn again whenever any answer of the report changes. */
export function useReportFacts(): ReportFacts {
  return inside(use(ReportContext));
}

/** Without them: whoever uses it is drawn again after each save. */
export function useReportBase(): ReportBase {
  return inside(use(ReportBaseContext));
}

/** Without anything that a save changes. */
export function useReportGround(): ReportGround {
  return inside(use(ReportGroundContext));
}

/** The findings shown at one indicator; the same list until one of them changes. */
export function useFindingsAt(code: IndicatorCode): readonly Finding[] {
  const judge = inside(use(JudgeContext));
  return useSyncExternalStore(judge.subscribe, () => judge.now().at.get(code) ?? none);
}

const none: readonly Finding[] = [];

/** What the rules want at one indicator. */
export function useFoundAt(code: IndicatorCode): Found | null {
  const judge = inside(use(JudgeContext));
  return useSyncExternalStore(judge.subscribe, () => foundAt(judge.now(), code));
}

/** What the rules read of one answer; null while it is not reported. */
export function useSaidAt(code: IndicatorCode): Answer | null {
  const judge = inside(use(JudgeContext));
  return useSyncExternalStore(judge.subscribe, () => judge.now().answers.get(code) ?? null);
}

/** For acts that look at the whole report when they are done, and not before. */
export function useJudge(): Judge {
  return inside(use(JudgeContext));
}

function inside<T>(facts: T | null): T {
  if (facts === null) throw new Error("A part of the form stands outside its report");
  return facts;
}

/** Accepted answers of the round before, by code; cleared ones are left out. */
export function previousAnswers({ previous }: Pick<SubmissionView, "previous">): Answers {
  return saidAnswers(previous.answers);
}

/** The same indicator in the language of the page: what is typed is kept with the one that it was begun with, and the page may have changed its language since. */
export function useInWordsOfPage(indicator: Indicator): Indicator {
  const { catalogue } = useReportGround();
  return findIndicator(catalogue, indicator.code) ?? indicator;
}
