import { type Role, scopeOf } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import type { NoticeStep } from "@avances/domain/round";
import { pageLink } from "./portal-pages.ts";

interface About {
  readonly step: NoticeStep;
  readonly role: Role;
  readonly submissionId: string;
  readonly roundYear: number;
  readonly country: string;
}

/**
 * The page that a notice is about: the country's people are led to their report (its form opens where something is missing), the receipt,
 * what will become public, or the public page; the secretariat, and those who may not read a report, to the state of the round.
 */
export function noticeLink(about: About, version: number | null, language: Language, publicUrl: string): string {
  const { step, role, submissionId, roundYear, country } = about;
  if (role === "secretariat") return pageLink(publicUrl, language, "round", { year: roundYear }, { country });
  if (scopeOf(role, "submission.read") === null) return pageLink(publicUrl, language, "round", { year: roundYear });
  switch (step) {
    case "submitted":
      return pageLink(publicUrl, language, "receipt", { submissionId }, version === null ? {} : { version });
    case "accepted":
      return pageLink(publicUrl, language, "publication", { submissionId });
    case "round_cancelled":
      return pageLink(publicUrl, language, "home");
    case "published":
      return pageLink(publicUrl, language, "country", { iso3: country });
    default:
      return pageLink(publicUrl, language, "report", { submissionId });
  }
}
