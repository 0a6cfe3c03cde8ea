import type { GuidelineSetView, GuidelineStatement, GuidelineStatementView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type HeldFileRow, listFilesOf } from "@avances/db/queries/file-queries";
import {
  findGuidelineStatement,
  type GuidelineRow,
  type GuidelineSetRow,
  listGuidelineStatements,
} from "@avances/db/queries/guideline-queries";
import {
  listMatterActs,
  listMatterReplies,
  listMatterVersions,
  listSeen,
  listTranslations,
  type MatterReplyRow,
  type TranslationRow,
} from "@avances/db/queries/matter-queries";
import { type Actor, mayDo } from "@avances/domain/access";
import { guidelineOpening, participantOf, speaksFor } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import {
  filesOfVersion,
  matterActView,
  matterHead,
  seenView,
  versionShown,
  wordsView,
} from "#features/shared/matter-view.ts";
import { nameFor, replyView } from "#features/shared/reply-view.ts";

export type GuidelineDeps = Pick<Deps, "db" | "clock" | "config" | "newId" | "catalogues" | "reference">;
type ViewDeps = Pick<Deps, "config" | "reference">;

/** What hangs on some statements. */
export interface OnStatements {
  readonly translations: readonly TranslationRow[];
  readonly files: readonly HeldFileRow[];
  readonly replies: readonly MatterReplyRow[];
  readonly ofReplies: readonly HeldFileRow[];
}

export async function readOnStatements(tx: Tx, matterIds: readonly string[]): Promise<OnStatements> {
  if (matterIds.length === 0) return { translations: [], files: [], replies: [], ofReplies: [] };
  const replies = await listMatterReplies(tx, matterIds);
  return {
    translations: await listTranslations(tx, matterIds),
    files: await listFilesOf(tx, { matterIds }),
    replies,
    ofReplies: replies.length === 0 ? [] : await listFilesOf(tx, { replyIds: replies.map(({ id }) => id) }),
  };
}

export function setView({ version, source, steps, at, byName }: GuidelineSetRow): GuidelineSetView {
  return { version, source, steps, at: at.toISOString(), byName };
}

/** One of a list, as this person may see it. `all`: of any. */
export function statementView(deps: ViewDeps, actor: Actor, row: GuidelineRow, all: OnStatements): GuidelineStatement {
  const head = matterHead(deps, row);
  const words = wordsView(row, all.translations);
  const named = (participant: string, name: string) => nameFor(actor, participant, name);
  const { countryCode: country, state, openedAt, replyUntil } = row;
  return {
    ...head,
    ...{ country, step: row.step, setVersion: row.setVersion, said: row.said, asOf: row.asOf },
    ...{ replyDays: row.replyDays, replyUntil, addressees: row.addressees },
    openedAt: openedAt?.toISOString() ?? null,
    opening: guidelineOpening(
      { state, isView: row.authorCode !== country, openedAt, replyUntil },
      clocksOf(deps, country),
    ),
    withdrawn: head.withdrawn && { ...head.withdrawn, byName: named(row.authorCode, head.withdrawn.byName) },
    words: {
      ...words,
      translations: words.translations.map((one) => ({ ...one, byName: named(one.by, one.byName) ?? one.by })),
    },
    files: filesOfVersion(all.files, row.id, versionShown(row)),
    replies: all.replies.filter((one) => one.matterId === row.id).map((one) => replyView(actor, one, all.ofReplies)),
  };
}

/** A statement as this person may see it, and what else was said of the step, or throws `not-found`. */
export async function statementInFull(
  tx: Tx,
  deps: ViewDeps,
  actor: Actor,
  id: string,
): Promise<GuidelineStatementView> {
  const row = found(await findGuidelineStatement(tx, id));
  const { countryCode: country, step } = row;
  // Drafts are written on from the matrix.
  const beside = (await listGuidelineStatements(tx, { country, step })).filter(
    (one) => one.id !== id && one.version > 0,
  );
  const all = await readOnStatements(tx, [id, ...beside.map((one) => one.id)]);
  const versions = await listMatterVersions(tx, id);
  const record = await listMatterActs(tx, id);
  const isOwn = speaksFor(actor, row.authorCode);
  const seen = isOwn ? await listSeen(tx, id) : null;
  const side = participantOf(actor);
  return {
    ...statementView(deps, actor, row, all),
    versions: versions.map(({ version, language, subject, body, at, byName }) => ({
      ...{ version, language, subject, body, at: at.toISOString() },
      byName: nameFor(actor, row.authorCode, byName),
      files: filesOfVersion(all.files, id, version),
    })),
    seen:
      seen?.map((one) => ({
        ...seenView(one),
        byName: one.participantCode === null ? null : nameFor(actor, one.participantCode, one.byName),
      })) ?? null,
    record: record.map((act) => ({
      ...matterActView(act),
      byName: nameFor(actor, act.participantCode, act.actorName),
    })),
    others: beside.map((one) => statementView(deps, actor, one, all)),
    mayWrite: mayDo(actor.role, "guideline.state") && isOwn && row.state !== "withdrawn",
    mayReply:
      row.state === "filed" &&
      side !== null &&
      row.addressees.includes(side) &&
      mayDo(actor.role, "matter.reply") &&
      speaksFor(actor, side),
  };
}
