import type { SubmissionSummary } from "@avances/contracts";
import { statusAsExpected } from "@avances/domain/submission";
import type { Formats } from "#lib/format.ts";
import type { homeTexts } from "./home.texts.ts";

interface LeadFacts {
  readonly submission: SubmissionSummary;
  /** Days until the date that counts now, in the capital's calendar. */
  readonly days: number;
  readonly answered: number;
  readonly expected: number;
  /** The reader sees only what is assigned to them. */
  readonly isPart: boolean;
}

/** The first line: what is due, how far it is. Late is said neutrally, with what can still be done. */
export function reportLead(t: (typeof homeTexts)["en"]["lead"], f: Formats, facts: LeadFacts): string {
  const { submission, days, answered, expected, isPart } = facts;
  const { status, timeliness, dueOn, returnDueOn, extended } = submission;
  if (status === "submitted" || status === "accepted" || status === "published") return t[status];
  const missing = isPart
    ? t.yours(f.number(answered), f.number(expected))
    : t.missing(f.number(answered), f.number(expected), expected - answered);
  if (status === "exempt") return t.exempt;
  if (statusAsExpected(submission) === "exempt") return `${t.exemptBegun} ${missing}`;
  if (status === "returned") {
    const date = f.date(returnDueOn ?? dueOn);
    return `${days < 0 ? t.returnedPassed(date) : t.returned(date, f.relativeDays(days))} ${missing}`;
  }
  if (timeliness.kind === "voluntary") {
    return `${(days < 0 ? t.voluntaryPassed : t.voluntary)(f.date(dueOn))} ${missing}`;
  }
  if (days < 0) return `${t.passed(f.date(dueOn))} ${missing}`;
  if (days === 0) return `${t.today(f.date(dueOn))} ${missing}`;
  const date = f.date(dueOn);
  return `${extended ? t.extended(date, f.relativeDays(days)) : t.due(date, f.relativeDays(days))} ${missing}`;
}
