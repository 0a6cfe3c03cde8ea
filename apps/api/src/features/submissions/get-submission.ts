import type { getSubmission as getSubmissionContract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listRoundCorrections } from "@avances/db/queries/round-queries";
import { toAnswers } from "@avances/db/queries/rows";
import { findSubmissionInRound, type SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { listSubmissionActs } from "@avances/db/queries/submission-queries";
import { listReopenedAnswers } from "@avances/db/queries/thread-queries";
import { findPromisedDays } from "@avances/db/queries/verdict-queries";
import { listConfirmedNotApplicable, listVersions } from "@avances/db/queries/version-queries";
import { type Actor, isOfSecretariat, seesAssignedOnly } from "@avances/domain/access";
import type { CalendarDate } from "@avances/domain/round";
import { answerWithin } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { actView } from "#features/shared/act-view.ts";
import { allow, found, seesIndicator, visibleAnswers } from "#features/shared/allow.ts";
import { confirmations } from "#features/shared/confirmed.ts";
import { inOneTrip } from "#features/shared/in-one-trip.ts";
import { ownProgress, withOwnProposals } from "#features/shared/own-proposals.ts";
import { earlierRounds } from "#features/shared/previous-answers.ts";
import { readPublication } from "#features/shared/publication.ts";
import { reopenedView } from "#features/shared/reopened.ts";
import { roundView } from "#features/shared/round-view.ts";
import { submissionSummary, timeZoneOf } from "#features/shared/submission-summary.ts";
import { readTalk, talkView } from "#features/shared/talk.ts";
import { frozenCopy } from "./frozen-copy.ts";
import { mayNow } from "./may-now.ts";
import { saidBefore } from "./said-before.ts";
import { readSignature } from "./signature.ts";
import { workingAnswers } from "./working-answers.ts";
import { readInQuestion, roundDates } from "./working-copy.ts";
import { workingCopyView } from "./working-copy-view.ts";

type SubmissionView = ReplyOf<typeof getSubmissionContract>;

/**
 * A submission as this reader may see it. The country sees its working copy; the secretariat the latest frozen version and, of
 * the work in preparation, only how much is answered; a contributor only the assigned indicators, with the own proposals. Methodology §8.
 */
export async function getSubmission(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference">,
  actor: Actor,
  { submissionId }: { readonly submissionId: string },
): Promise<SubmissionView> {
  allow(actor, "submission.read");
  const now = deps.clock.now();
  const isSecretariat = isOfSecretariat(actor.role);
  return deps.db.asActor(actor, async (tx) => {
    // The access check is sent together with the queries: row-level security shows nothing to a reader without the right.
    const [maybeSubmission, earlier, versions, talk, confirmed, acts, corrections, stored] = await inOneTrip([
      findSubmissionInRound(tx, submissionId),
      earlierRounds(tx, actor, submissionId),
      listVersions(tx, submissionId),
      readTalk(tx, actor, submissionId),
      listConfirmedNotApplicable(tx, submissionId),
      listSubmissionActs(tx, submissionId, { fromBefore: isSecretariat }),
      listRoundCorrections(tx, submissionId),
      isSecretariat ? Promise.resolve([]) : workingAnswers(tx, actor, submissionId),
    ]);
    const submission = found(maybeSubmission);
    allow(actor, "submission.read", { country: submission.countryCode });
    const rows = isSecretariat ? [] : await withOwnProposals(tx, actor, submissionId, stored);
    const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
    const [publication, signature, inQuestion, reopened, answerBy] = await inOneTrip([
      seesAssignedOnly(actor.role) ? Promise.resolve(null) : readPublication(tx, deps, submission, now),
      readSignature(tx, actor, submission),
      isSecretariat ? Promise.resolve(null) : readInQuestion(tx, submission, catalogue),
      // Answers are opened in a report that came back.
      submission.returnedAt === null ? Promise.resolve([]) : listReopenedAnswers(tx, submissionId),
      seesAssignedOnly(actor.role) ? Promise.resolve(null) : promisedDay(tx, deps, submission),
    ]);
    const copy = isSecretariat
      ? await frozenCopy(tx, actor, {
          submission,
          catalogue,
          latest: versions.find(({ version }) => version === submission.version),
        })
      : workingCopyView(actor, visibleAnswers(actor, rows), {
          catalogue,
          round: roundDates(submission),
          previous: earlier.find(({ answers }) => answers !== null)?.answers ?? null,
        });

    return {
      submission: {
        ...submissionSummary(deps, submission, now),
        ...(seesAssignedOnly(actor.role) && ownProgress(actor, catalogue, toAnswers(visibleAnswers(actor, rows)))),
      },
      round: roundView(submission.round),
      timeZone: timeZoneOf(deps, submission.countryCode),
      ...copy,
      previous: saidBefore(actor, catalogue, earlier),
      inQuestion: inQuestion?.filter((code) => seesIndicator(actor, code)) ?? null,
      ...talkView(actor, submission.countryCode, talk),
      reopened: reopened.filter(({ indicatorCode }) => seesIndicator(actor, indicatorCode)).map(reopenedView),
      ...confirmations(
        submission,
        confirmed.filter(({ indicatorCode }) => seesIndicator(actor, indicatorCode)),
      ),
      versions: versions.map(({ version, submittedAt, submittedByName, contentHash, signedByName, questionsLeft }) => ({
        version,
        submittedAt: submittedAt.toISOString(),
        submittedByName,
        contentHash,
        signedByName,
        questionsLeft: questionsLeft.filter((id) => talk.comments.some((one) => one.id === id)),
      })),
      acts: acts.map(actView),
      roundCorrections: corrections.flatMap(({ act, at, ...correction }) =>
        act === "cancelled" ? [] : [{ act, at: at.toISOString(), ...correction }],
      ),
      answerBy,
      publication,
      signature,
      may: mayNow(actor, submission, publication?.consent != null),
    };
  });
}

/** By which day the secretariat said that it answers the version that waits for it; null = it said nothing, or none waits. */
async function promisedDay(
  tx: Tx,
  deps: Pick<Deps, "reference">,
  { status, submittedAt, countryCode }: Pick<SubmissionInRound, "status" | "submittedAt" | "countryCode">,
): Promise<CalendarDate | null> {
  if (status !== "submitted" || submittedAt === null) return null;
  return answerWithin(submittedAt, timeZoneOf(deps, countryCode), await findPromisedDays(tx, submittedAt));
}
