import type { ThreadView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listComments } from "@avances/db/queries/comment-queries";
import type { CommentRow, RemarkSeenRow, ThreadClosingRow } from "@avances/db/queries/rows";
import { listRemarksSeen, listThreadClosings } from "@avances/db/queries/thread-queries";
import { type Actor, can, isOfSecretariat, mayTalkOn, type ResourceScope } from "@avances/domain/access";
import { mayClose, type Thread, type ThreadName, threadKey, threadsOf } from "@avances/domain/submission";
import { commentView, isCommentFor } from "./comment.ts";
import { inOneTrip } from "./in-one-trip.ts";

/** What was said on a report, as far as the reader may read it, oldest first. */
export interface Talk {
  readonly comments: readonly CommentRow[];
  readonly closings: readonly ThreadClosingRow[];
  readonly seen: readonly RemarkSeenRow[];
}

export async function readTalk(tx: Tx, actor: Actor, submissionId: string): Promise<Talk> {
  const all = await listComments(tx, submissionId);
  // On most reports nothing was said, and then nothing was closed or seen.
  if (all.length === 0) return { comments: [], closings: [], seen: [] };
  const [closed, seen] = await inOneTrip([listThreadClosings(tx, submissionId), listRemarksSeen(tx, submissionId)]);
  const comments = all.filter((one) => isCommentFor(actor, one));
  const ids = new Set(comments.map(({ id }) => id));
  return {
    comments,
    closings: closed.filter((one) => isCommentFor(actor, one)),
    seen: seen.filter(({ commentId }) => ids.has(commentId)),
  };
}

/** Remarks, threads and how much there is, as the API returns them. */
export function talkView(actor: Actor, countryCode: string, { comments, closings, seen }: Talk) {
  const seenOf = new Map(seen.map((one) => [one.commentId, one]));
  return {
    comments: comments.map((row) => commentView(row, seenOf.get(row.id))),
    threads: threadsOf(comments, closings).map((thread) => threadView(actor, countryCode, thread)),
    talk: sizeOf({ comments, closings, seen }),
  };
}

/** A number that changes with everything that is said, closed or seen: nothing of it is ever taken away. */
export function sizeOf({ comments, closings, seen }: Talk): number {
  return comments.length + closings.length + seen.length;
}

/** The thread of this name; undefined while nothing was said in it. */
export function threadNamed({ comments, closings }: Talk, name: ThreadName): Thread<ThreadClosingRow> | undefined {
  return threadsOf(comments, closings).find((thread) => threadKey(thread) === threadKey(name));
}

export function threadView(actor: Actor, countryCode: string, thread: Thread<ThreadClosingRow>): ThreadView {
  const { indicatorCode, audience, state, askedBy, closed, lastClosing } = thread;
  return {
    indicatorCode,
    audience,
    state,
    waitsFor: state !== "open" ? null : audience === "shared" && askedBy === "country" ? "secretariat" : "country",
    closed: closed === null ? null : { at: closed.at.toISOString(), byName: closed.actorName },
    lastClosedAt: lastClosing === null ? null : lastClosing.at.toISOString(),
    mayClose:
      state !== "closed" && mayWriteIn(actor, countryCode, { indicatorCode, audience }) && mayClose(thread, actor.role),
  };
}

/**
 * May this actor write in this thread? The Secretariat in what is shared with it; of the country everybody who reads the whole report, and
 * contributors with an account on assigned answers.
 */
export function mayWriteIn(actor: Actor, country: string, { indicatorCode, audience }: ThreadName): boolean {
  if (!can(actor, "review-comment.write", ownerOf(country, indicatorCode)).allowed) return false;
  if (!mayTalkOn({ role: actor.role, isBySection: actor.section !== undefined }, indicatorCode)) return false;
  return !isOfSecretariat(actor.role) || audience === "shared";
}

/** Whose remark it is, for the access table. */
export function ownerOf(country: string, indicatorCode: string | null): ResourceScope {
  return indicatorCode === null ? { country } : { country, indicatorCode };
}
