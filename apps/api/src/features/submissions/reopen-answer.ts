import type { reopenAnswer as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertReopenedAnswer } from "@avances/db/queries/thread-queries";
import type { Actor } from "@avances/domain/access";
import { findIndicator, type IndicatorCode } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { isEditable } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { reopenedView } from "#features/shared/reopened.ts";
import { change, lockAsSeen, type Seen } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { readInQuestion } from "./working-copy.ts";

interface Reopen extends Seen {
  readonly indicatorCode: IndicatorCode;
  /** In the words of the country, for the secretariat. */
  readonly reason: string;
  readonly idempotency: Idempotency;
}

/**
 * Opens one answer of a returned report that the secretariat does not ask about, so that it can be changed. Recorded as an act on the report
 * and as a row with the reason, which the secretariat reads beside the answer. Refuses with `not-available-now` when the answer can be changed
 * already, and with `submission-not-editable` when the report is not with the country.
 */
export async function reopenAnswer(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference">,
  actor: Actor,
  { indicatorCode, reason, idempotency, ...seen }: Reopen,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "answer.reopen");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const submission = await lockAsSeen(tx, deps, actor, "answer.reopen", seen);
      const { status, version, countryCode } = submission;
      const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
      found(findIndicator(catalogue, indicatorCode));
      if (!isEditable(status)) throw new DomainError("submission-not-editable", { status });
      const before = await readInQuestion(tx, submission, catalogue);
      if (before === null || before.includes(indicatorCode)) throw new DomainError("not-available-now");
      const changed = await change(
        tx,
        submission,
        { act: "answer_reopened", actor, now, reason },
        { status, lastActivityAt: now },
      );
      const row = {
        ...{ submissionId: submission.id, revision: changed.revision, countryCode, indicatorCode, version, at: now },
        ...{ actorId: actor.userId, actorName: actor.displayName, reason },
      };
      await insertReopenedAnswer(tx, row);
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "answer.reopened",
        objectType: "answer",
        objectId: `${submission.id}/${indicatorCode}`,
        countryCode,
        fields: [indicatorCode],
        beforeHash: null,
        afterHash: null,
        detail: { status, version },
      });
      return {
        reopened: reopenedView(row),
        inQuestion: (await readInQuestion(tx, changed, catalogue)) ?? [],
        submissionRevision: changed.revision,
      };
    }),
  );
}
