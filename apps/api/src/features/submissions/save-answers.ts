import type { BodyOf, ReplyOf, saveAnswers as saveAnswersContract } from "@avances/contracts";
import type { AnswerToSave } from "@avances/db/queries/answer-queries";
import { writeSaved } from "@avances/db/queries/answer-saving-queries";
import { type Actor, proposesOnly } from "@avances/domain/access";
import { checkIndicators } from "@avances/domain/answer";
import type { Catalogue } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, visibleFindings } from "#features/shared/allow.ts";
import { contentHash } from "#features/shared/content-hash.ts";
import { countAnswered, refusedFindings, refusedFor } from "./acceptable-answer.ts";
import { mayNow } from "./may-now.ts";
import { proposeAnswers } from "./ministries/propose-answers.ts";
import { answerOf, answersWith, answerToSave, justSaved, type StoredAnswer, staleAnswer } from "./saved-answer.ts";
import { lockWorkingCopy, refuseNotInQuestion, statusOnceSaved, writeLastWhile, writing } from "./working-copy.ts";

interface SaveAnswers {
  readonly submissionId: string;
  readonly answers: BodyOf<typeof saveAnswersContract>["answers"];
}

/**
 * Saves many answers, all or none. One stale revision refuses all of them (`revision-stale` lists every conflict, with the present
 * answers), and so does one value that does not fit its indicator. Writes one audit event, with the codes as its fields.
 */
export async function saveAnswers(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "newId">,
  actor: Actor,
  { submissionId, answers: inputs }: SaveAnswers,
): Promise<ReplyOf<typeof saveAnswersContract>> {
  allow(actor, "answer.write");
  const now = deps.clock.now();
  const codes = inputs.map(({ indicatorCode }) => indicatorCode);
  if (new Set(codes).size < codes.length)
    throw new DomainError("answer-not-accepted", { reason: "indicator-repeated" });
  if (proposesOnly(actor.role))
    return proposeAnswers(deps, actor, { submissionId, inputs, stale: (conflicts) => ({ conflicts }) });
  return deps.db.asActor(actor, async (tx) => {
    const after = inputs.map(({ indicatorCode, revision, ...input }) => answerToSave(indicatorCode, input, revision));
    const guess = deps.catalogues.current;
    const locking = lockWorkingCopy(tx, deps, actor, submissionId, codes);
    // Once the question has left, while the database is at it. What is wrong with them is said below, where it has its turn.
    const guessed = settled(nextTick().then(() => ofThemselves(guess, inputs, after)));
    const copy = await locking;
    const { submission, catalogue, rows } = copy;
    for (const indicatorCode of codes) allow(actor, "answer.write", { country: submission.countryCode, indicatorCode });
    const status = statusOnceSaved(submission);
    await refuseNotInQuestion(tx, copy, codes);
    const { refused, afterHash, answeredAfter } =
      catalogue === guess ? await guessed : ofThemselves(catalogue, inputs, after);
    if (refused.length > 0) throw refusedFor("answer-not-accepted", refused);
    const stale = inputs.filter(({ indicatorCode, revision }) => (rows.get(indicatorCode)?.revision ?? 0) !== revision);
    if (stale.length > 0) {
      const conflicts = stale.map(({ indicatorCode }) => {
        return { indicatorCode, ...staleAnswer(rows.get(indicatorCode), actor) };
      });
      throw new DomainError("revision-stale", { conflicts });
    }

    const before = codes.flatMap((code) => rows.get(code) ?? []);
    const answeredCount = submission.answeredCount + answeredAfter - countAnswered(catalogue, before);
    const answers = answersWith(rows, after);
    const write = () =>
      writeSaved(
        tx,
        writing(submission, actor, now),
        after,
        { expectedStatus: submission.status, status, answeredCount },
        {
          at: now,
          actor,
          action: "answers.saved",
          objectType: "submission",
          objectId: submission.id,
          countryCode: submission.countryCode,
          fields: codes,
          beforeHash: hash(before),
          afterHash,
          detail: { answers: codes.length, status },
        },
      );
    // Judging sixty answers takes about as long as writing them.
    const judge = () => visibleFindings(actor, checkIndicators({ ...copy, answers }, codes));
    const [submissionRevision, findings] = await writeLastWhile(tx, copy, status, { actor, now }, write, judge);
    return {
      answers: after.map((each) => justSaved(each, actor, now)),
      findings,
      status,
      answered: answeredCount,
      may: mayNow(actor, { ...submission, status }),
      submissionRevision,
    };
  });
}

/** What these answers are by themselves, whatever is stored. Throws `not-found` for an indicator that the catalogue does not have. */
function ofThemselves(catalogue: Catalogue, inputs: SaveAnswers["answers"], after: readonly AnswerToSave[]) {
  return {
    refused: inputs.flatMap(({ indicatorCode, revision: _, ...input }) =>
      refusedFindings(catalogue, indicatorCode, input),
    ),
    afterHash: hash(after),
    answeredAfter: countAnswered(catalogue, after),
  };
}

/** The same promise, which may fail before anybody waits for it. */
function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

const hash = (some: readonly StoredAnswer[]) => contentHash(some.flatMap((row) => answerOf(row) ?? []));
const nextTick = () => new Promise<void>((resolve) => process.nextTick(resolve));
