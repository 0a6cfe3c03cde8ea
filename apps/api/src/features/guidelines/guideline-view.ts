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
  listMatterReplies,
  listTranslations,
  type MatterReplyRow,
  type TranslationRow,
} from "@avances/db/queries/matter-queries";
import { type Actor, mayDo } from "@avances/domain/access";
import { guidelineOpening, mayReplyTo, participantOf, speaksFor } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { historyOfSide, matterOfSide } from "#features/shared/matter-of-side.ts";
import { replyView, timesSaid } from "#features/shared/reply-view.ts";

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
  const { countryCode: country, state, openedAt, replyUntil } = row;
  return {
    ...matterOfSide(deps, actor, row, all),
    ...{ country, step: row.step, setVersion: row.setVersion, said: row.said, asOf: row.asOf },
    ...{ replyDays: row.replyDays, replyUntil, addressees: row.addressees },
    openedAt: openedAt?.toISOString() ?? null,
    opening: guidelineOpening(
      { state, isView: row.authorCode !== country, openedAt, replyUntil },
      clocksOf(deps, country),
    ),
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
  const { countryCode: country, step, kind, authorCode: author, state, addressees } = row;
  // Drafts are written on from the matrix.
  const beside = (await listGuidelineStatements(tx, { country, step })).filter(
    (one) => one.id !== id && one.version > 0,
  );
  const all = await readOnStatements(tx, [id, ...beside.map((one) => one.id)]);
  const shown = statementView(deps, actor, row, all);
  return {
    ...shown,
    ...(await historyOfSide(tx, actor, row, all.files)),
    heard: timesSaid(shown.replies),
    others: beside.map((one) => statementView(deps, actor, one, all)),
    mayWrite: mayDo(actor.role, "guideline.state") && speaksFor(actor, author) && state !== "withdrawn",
    mayReply:
      state === "filed" &&
      mayDo(actor.role, "matter.reply") &&
      mayReplyTo(actor, participantOf(actor), { kind, author, state, addressees }),
  };
}
