import type { CountryStatus } from "@avances/contracts";
import type { Role } from "@avances/domain/access";
import { type CalendarDate, localDate, type NoticeStep } from "@avances/domain/round";
import { statusAsExpected } from "@avances/domain/submission";

/** Something that the Secretariat must do about a country, with the facts that its sentence says (`needWords`). */
export type Need =
  | { readonly kind: "not_delivered"; readonly name: string; readonly on: CalendarDate }
  | { readonly kind: "nobody" | "unused_invitation" | "expired_invitation" | "second_person" }
  | { readonly kind: "role_missing"; readonly role: Role; readonly step: NoticeStep }
  | { readonly kind: "to_confirm"; readonly step: NoticeStep; readonly since: CalendarDate }
  | { readonly kind: "late"; readonly days: number }
  | { readonly kind: "question" | "review" | "publish" | "answer_late"; readonly since: CalendarDate };

/**
 * What the Secretariat must do about this country today, most urgent first; empty when nothing. First a step that waits for a person, then what keeps it silent: a mail that did
 * not arrive, nobody who could sign in, a role that the next step needs and nobody holds. Days are those of the capital.
 */
export function needsOf(row: CountryStatus, now: Date): readonly Need[] {
  const { desk, status, timeliness } = row;
  const day = (instant: string) => localDate(new Date(instant), row.timeZone);
  const today = localDate(now, row.timeZone);
  const needs: Need[] = [];
  const waiting = desk?.nextNotice;
  if (waiting && waiting.proposedAt !== null)
    needs.push({ kind: "to_confirm", step: waiting.step, since: day(waiting.proposedAt) });
  // Only a report that is awaited needs mail to arrive.
  if (desk !== undefined && isAwaited(row)) {
    for (const { name, at } of desk.unreached) needs.push({ kind: "not_delivered", name, on: day(at) });
    if (row.obligated) {
      needs.push(...accessNeeds[desk.invitation]);
      const { nextNotice } = desk;
      for (const role of nextNotice?.missing ?? [])
        if (nextNotice !== null) needs.push({ kind: "role_missing", role, step: nextNotice.step });
    }
  }
  if (desk !== undefined && desk.questionSince !== null)
    needs.push({ kind: "question", since: day(desk.questionSince) });
  if (timeliness.kind === "overdue" && status !== "returned") needs.push({ kind: "late", days: timeliness.daysLate });
  if (status === "submitted" && row.submittedAt !== null) needs.push({ kind: "review", since: day(row.submittedAt) });
  const from = desk?.publicationFrom ?? null;
  if (status === "accepted" && from !== null && from <= today) needs.push({ kind: "publish", since: from });
  if (status === "returned" && row.returnDueOn !== null && row.returnDueOn < today)
    needs.push({ kind: "answer_late", since: row.returnDueOn });
  return needs;
}

/** First cause of silence: nobody could sign in. */
const accessNeeds: Readonly<Record<NonNullable<CountryStatus["desk"]>["invitation"], readonly Need[]>> = {
  none: [{ kind: "nobody" }],
  sent_not_used: [{ kind: "unused_invitation" }],
  expired: [{ kind: "expired_invitation" }],
  shared_only: [{ kind: "nobody" }],
  awaiting_second_person: [{ kind: "second_person" }],
  used: [],
};

/** Is something still expected of the country, so that a reminder makes sense? */
export function isAwaited(row: Pick<CountryStatus, "status" | "exempt">): boolean {
  const status = statusAsExpected(row);
  return status === "not_started" || status === "draft" || status === "returned";
}

/** Is its report late, so that it can be ticked together with the others? */
export function isLate(row: CountryStatus): boolean {
  return row.timeliness.kind === "overdue" && isAwaited(row);
}
