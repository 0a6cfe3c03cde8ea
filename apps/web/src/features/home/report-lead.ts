import type { SubmissionSummary } from "@avances/contracts";
import { statusAsExpected } from "@avances/domain/submission";
import type { Formats } from "#lib/format.ts";
import type { homeTexts } from "./home.texts.ts";

interface LeadFacts {
  readonly submission: SubmissionSummary;
  /** Days, in the capital's calendar, until the date that counts now. */
  readonly days: number;
  readonly answered: number;
  readonly expected: number;
  /** The reader sees only the assigned part. */
  readonly isPart: boolean;
  /** The reader came by a section link and has a date of their own. */
  readonly isByLink?: boolean;
  /** Questions of the Secretariat that the reader sees and that wait for the country. */
  readonly asked?: number;
}

/** The first line: what is due and how far it is. Lateness is stated neutrally, with what can still be done. */
export function reportLead(t: (typeof homeTexts)["en"]["lead"], f: Formats, facts: LeadFacts): string {
  const { submission, days, answered, expected, isPart, isByLink = false, asked = 0 } = facts;
  const { status, dueOn, returnDueOn } = submission;
  const missing = isPart
    ? t.yours(f.number(answered), f.number(expected))
    : t.missing(f.number(answered), f.number(expected), expected - answered);
  switch (status) {
    case "submitted":
      return asked > 0 ? t.submittedAsked(asked) : t.submitted;
    case "accepted":
    case "published":
    case "exempt":
      return t[status];
    case "returned": {
      if (isByLink) return missing;
      const date = f.date(returnDueOn ?? dueOn);
      return `${days < 0 ? t.returnedPassed(date) : t.returned(date, f.relativeDays(days))} ${missing}`;
    }
    case "not_started":
    case "draft":
      return isByLink ? missing : `${inWork(t, f, facts)} ${missing}`;
  }
}

/** For a report that was not sent yet: until when it is due, or that nobody waits for it. */
function inWork(t: (typeof homeTexts)["en"]["lead"], f: Formats, { submission, days }: LeadFacts): string {
  const { timeliness, dueOn, extended } = submission;
  if (statusAsExpected(submission) === "exempt") return t.exemptBegun;
  const date = f.date(dueOn);
  if (timeliness.kind === "voluntary") return (days < 0 ? t.voluntaryPassed : t.voluntary)(date);
  if (days < 0) return t.passed(date);
  if (days === 0) return t.today(date);
  return (extended ? t.extended : t.due)(date, f.relativeDays(days));
}
