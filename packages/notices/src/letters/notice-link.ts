import { mayDo, type Role } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import { type EventStep, isEventStep, type NoticeStep, speaksOf } from "@avances/domain/round";
import type { NoticeEvent } from "./notice-facts.ts";
import { pageLink } from "./portal-pages.ts";

interface About {
  readonly step: NoticeStep;
  readonly role: Role;
  readonly submissionId: string;
  readonly roundYear: number;
  readonly country: string;
  /** No answer is missing, and the reader may know it: what is left is the check, from where the report is sent. */
  readonly isComplete: boolean;
}

/** A page that a notice can link to. */
export type NoticePage = "home" | "report" | "check" | "receipt" | "publication" | "country" | "round";

export interface NoticeLink {
  readonly page: NoticePage;
  readonly address: string;
}

/** The page for the country's people after each event. Steps of the calendar link to the report. */
const pageOf: Readonly<Record<EventStep, NoticePage>> = {
  returned: "report",
  submitted: "receipt",
  accepted: "publication",
  published: "country",
  extended: "report",
  return_date: "report",
  exempted: "report",
  expected_again: "report",
  round_cancelled: "home",
  round_closed: "report",
  round_reopened: "report",
  signature_asked: "check",
  signature_given: "check",
  signature_refused: "check",
  questions_unseen: "report",
  resend: "report",
};

/**
 * The page that a notice links to. For the country's people: their report (its form opens at the first answer that is missing, of returned work at the
 * first question), the answer that a question is about, the check (where a report is signed and submitted), the receipt,
 * the preview of what will be public, or the public page. For the secretariat, and readers who may not read a report: the state of the round.
 */
export function noticeLink(about: About, event: NoticeEvent | null, language: Language, publicUrl: string): NoticeLink {
  const { step, role, submissionId, roundYear, country } = about;
  const to = (page: NoticePage, search: Readonly<Record<string, string | number>> = {}): NoticeLink => ({
    page,
    address: pageLink(publicUrl, language, page, { submissionId, iso3: country, year: roundYear }, search),
  });
  if (mayDo(role, "rounds.manage")) return to("round", { country });
  if (!mayDo(role, "submission.read")) return to("round");
  if (about.isComplete && asksForReport(step)) return to("check");
  const page = isEventStep(step) ? pageOf[step] : "report";
  if (page === "receipt" && event !== null) return to(page, { version: event.version });
  if (page === "report" && event?.indicatorCode) return to(page, { indicator: event.indicatorCode });
  return to(page);
}

/** Messages with the button that opens the report where something is left to do. The invitation opens the form, whatever it holds. */
const asksForReport = (step: NoticeStep) => speaksOf(step) !== null && step !== "opening";
