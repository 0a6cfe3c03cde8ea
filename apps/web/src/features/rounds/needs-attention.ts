import type { CountryStatus } from "@avances/contracts";
import { localDate } from "@avances/domain/round";
import { statusAsExpected } from "@avances/domain/submission";

export type Need =
  | "not_delivered"
  | "nobody"
  | "unused_invitation"
  | "second_person"
  | "late"
  | "review"
  | "publish"
  | "answer_late";

/** What the Secretariat must do about this country today, most urgent first; empty when nothing. */
export function needsOf(row: CountryStatus, now: Date): readonly Need[] {
  const { desk, status, timeliness } = row;
  const needs: Need[] = [];
  if (desk !== undefined && desk.deadLetters > 0) needs.push("not_delivered");
  if (desk !== undefined && isAwaited(row) && row.obligated) needs.push(...accessNeeds[desk.invitation]);
  if (timeliness.kind === "overdue" && status !== "returned") needs.push("late");
  if (status === "submitted") needs.push("review");
  if (status === "accepted") needs.push("publish");
  if (status === "returned" && row.returnDueOn !== null && row.returnDueOn < localDate(now, row.timeZone))
    needs.push("answer_late");
  return needs;
}

/** First cause of silence: nobody could sign in. */
const accessNeeds: Readonly<Record<NonNullable<CountryStatus["desk"]>["invitation"], readonly Need[]>> = {
  none: ["nobody"],
  sent_not_used: ["unused_invitation"],
  awaiting_second_person: ["second_person"],
  used: [],
};

/** Is something still expected of the country, so that a reminder makes sense? */
export function isAwaited(row: Pick<CountryStatus, "status" | "exempt">): boolean {
  const status = statusAsExpected(row);
  return status === "not_started" || status === "draft" || status === "returned";
}
