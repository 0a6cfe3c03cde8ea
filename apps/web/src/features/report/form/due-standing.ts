import { daysBetween, localDate } from "@avances/domain/round";
import { isEditable, type SubmissionStatus } from "@avances/domain/submission";

/** What the date of a report means today. */
export type DueStanding =
  /** Still to be sent by this day. `days`: 0 = today is the last; null while the server's day is not known. */
  | { readonly kind: "open" | "returned"; readonly day: string; readonly days: number | null }
  /** The day has passed, and the report is still received. */
  | { readonly kind: "passed"; readonly day: string }
  | { readonly kind: "sent"; readonly day: string }
  /** Nothing is expected by any day. */
  | { readonly kind: "none" };

interface DueFacts {
  readonly status: SubmissionStatus;
  readonly exempt: boolean;
  readonly dueOn: string;
  /** Of returned work, or null. */
  readonly returnDueOn: string | null;
  /** An instant, or null. */
  readonly submittedAt: string | null;
  /** IANA time zone of the capital. */
  readonly timeZone: string;
  /** The server's clock; undefined while it is not known. */
  readonly now: string | undefined;
}

export function dueStanding({ status, exempt, dueOn, returnDueOn, submittedAt, timeZone, now }: DueFacts): DueStanding {
  if (!isEditable(status)) {
    return submittedAt === null ? { kind: "none" } : { kind: "sent", day: localDate(new Date(submittedAt), timeZone) };
  }
  if (exempt) return { kind: "none" };
  const day = returnDueOn ?? dueOn;
  const days = now === undefined ? null : daysBetween(localDate(new Date(now), timeZone), day);
  if (days !== null && days < 0) return { kind: "passed", day };
  return { kind: status === "returned" ? "returned" : "open", day, days };
}
