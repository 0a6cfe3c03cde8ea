import type { SubmissionView } from "@avances/contracts";
import type { Answers, Finding } from "@avances/domain/answer";
import type { Catalogue, IndicatorCode } from "@avances/domain/catalogue";
import type { SendingFault } from "@avances/domain/submission";
import { createContext, use } from "react";
import { saidAnswers } from "#lib/said-answers.ts";
import type { Clarification } from "./clarification.ts";

/** What every part of the form knows about its report. */
export interface ReportFacts {
  readonly catalogue: Catalogue;
  readonly view: SubmissionView;
  /** Answers as this page has them, sent or not. */
  readonly answers: Answers;
  /** Accepted answers of the round before, by code. */
  readonly previous: Answers;
  /** Computed here by the same rules as on the server. */
  readonly findings: readonly Finding[];
  /** What keeps it from being sent as a report, for people who may send it; by the same rule as on the server. */
  readonly sendingFaults: readonly SendingFault[];
  /** This person may change something in this report now. */
  readonly canEdit: boolean;
  /** May this answer be changed? In a returned report only what the Secretariat asks about, and what is tied to it. */
  readonly mayEdit: (code: IndicatorCode) => boolean;
  readonly clarification: Clarification;
  readonly canComment: boolean;
  readonly currency: string;
  /** The country's name in the language of the page. */
  readonly country: string;
}

export const ReportContext = createContext<ReportFacts | null>(null);

export function useReportFacts(): ReportFacts {
  const facts = use(ReportContext);
  if (facts === null) throw new Error("A part of the form stands outside its report");
  return facts;
}

/** Accepted answers of the round before, by code; cleared ones are left out. */
export function previousAnswers({ previous }: SubmissionView): Answers {
  return saidAnswers(previous.answers);
}
