import { mayDo, type Role } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import { type EventStep, isEventStep, type NoticeStep } from "@avances/domain/round";
import { pageLink } from "./portal-pages.ts";

interface About {
  readonly step: NoticeStep;
  readonly role: Role;
  readonly submissionId: string;
  readonly roundYear: number;
  readonly country: string;
}

type Page = "home" | "report" | "check" | "receipt" | "publication" | "country";

/** The page for the country's people after each event. Steps of the calendar link to the report. */
const pageOf: Readonly<Record<EventStep, Page>> = {
  returned: "report",
  submitted: "receipt",
  accepted: "publication",
  published: "country",
  extended: "report",
  return_date: "report",
  exempted: "report",
  expected_again: "report",
  round_cancelled: "home",
  signature_asked: "check",
  signature_given: "check",
  signature_refused: "check",
  questions_unseen: "report",
  resend: "report",
};

/**
 * The page that a notice links to. For the country's people: their report (its form opens where something is missing), its check (where it is
 * signed and submitted), the receipt,
 * the preview of what will be public, or the public page. For the secretariat, and readers who may not read a report: the state of the round.
 */
export function noticeLink(about: About, version: number | null, language: Language, publicUrl: string): string {
  const { step, role, submissionId, roundYear, country } = about;
  if (mayDo(role, "rounds.manage")) return pageLink(publicUrl, language, "round", { year: roundYear }, { country });
  if (!mayDo(role, "submission.read")) return pageLink(publicUrl, language, "round", { year: roundYear });
  const page = isEventStep(step) ? pageOf[step] : "report";
  const search = page === "receipt" && version !== null ? { version } : {};
  return pageLink(publicUrl, language, page, { submissionId, iso3: country }, search);
}
