import type { SubmissionView } from "@avances/contracts";
import { type CalendarDate, localDate } from "@avances/domain/round";
import { statusAsExpected } from "@avances/domain/submission";
import type { Formats } from "#lib/format.ts";
import type { answerPromiseTexts } from "#ui/answer-promise.texts.ts";
import { answerPromise } from "#ui/answer-promise.ts";
import type { receiptTexts } from "./receipt.texts.ts";

type Words = (typeof receiptTexts)["en"]["next"];

/** What is known of a report when somebody reads its receipt. */
export interface NextFacts extends Pick<SubmissionView, "publication" | "timeZone" | "answerBy"> {
  readonly submission: Pick<
    SubmissionView["submission"],
    "status" | "exempt" | "dueOn" | "returnDueOn" | "publishedAt"
  >;
  readonly now: Date;
}

/** What happens next and until when, as far as that is known: true in every state of the report, whatever the version of the receipt. */
export function nextSteps(
  t: Words,
  promise: (typeof answerPromiseTexts)["en"],
  f: Pick<Formats, "date">,
  facts: NextFacts,
): readonly string[] {
  const { submission, publication, timeZone, answerBy, now } = facts;
  const today = localDate(now, timeZone);
  const until = (day: CalendarDate, ahead: (day: string) => string, past: (day: string) => string) =>
    day < today ? past(f.date(day)) : ahead(f.date(day));
  switch (submission.status) {
    case "submitted":
      return [answerPromise(promise, f, answerBy, today) ?? t.review, t.mayReturn, t.afterAcceptance];
    case "returned":
      return [
        submission.returnDueOn === null ? t.answer : until(submission.returnDueOn, t.answerUntil, t.answerPast),
        t.reviewAgain,
      ];
    case "not_started":
    case "draft":
      if (statusAsExpected(submission) === "exempt") return [t.sendFreely];
      return [until(submission.dueOn, t.sendUntil, t.sendPast), t.reviewAgain];
    case "exempt":
      return [t.exempt];
    case "accepted":
      if (publication === null) return [t.accepted];
      if (publication.consent !== null) return [t.agreed(publication.consent.byName)];
      return [publication.isOpen ? t.mayBePublished : t.publishedFrom(f.date(publication.from))];
    case "published":
      return [
        submission.publishedAt === null
          ? t.published
          : t.publishedOn(f.date(localDate(new Date(submission.publishedAt), timeZone))),
      ];
  }
}
