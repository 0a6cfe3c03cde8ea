import type { CompletionView, StanceView, VoiceSummary, VoiceView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type HeldFileRow, listFilesOf } from "@avances/db/queries/file-queries";
import {
  listMatterActs,
  listMatterVersions,
  listSeen,
  listTranslations,
  type TranslationRow,
} from "@avances/db/queries/matter-queries";
import {
  type CompletionRow,
  findVoice,
  listCompletion,
  listStances,
  listVoiceLinks,
  type StanceRow,
  type VoiceLink,
  type VoiceRow,
} from "@avances/db/queries/voice-queries";
import { type Actor, mayDo } from "@avances/domain/access";
import {
  lastOfEach,
  mayAssess,
  mayTake,
  participantOf,
  speaksFor,
  stancesOf,
  twoViews,
  type VoiceKind,
} from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import {
  filesOfVersion,
  matterActView,
  matterHead,
  seenView,
  versionShown,
  wordsView,
} from "#features/shared/matter-view.ts";
import { repliesTo } from "#features/shared/reply-view.ts";

export type VoiceDeps = Pick<Deps, "db" | "clock" | "config" | "newId" | "catalogues" | "reference">;

/** What hangs on some contributions or recommendations. */
export interface OnVoices {
  readonly translations: readonly TranslationRow[];
  readonly files: readonly HeldFileRow[];
  readonly links: readonly VoiceLink[];
  readonly stances: readonly StanceRow[];
  readonly completion: readonly CompletionRow[];
}

export async function readOnVoices(tx: Tx, matterIds: readonly string[]): Promise<OnVoices> {
  return {
    translations: await listTranslations(tx, matterIds),
    files: await listFilesOf(tx, { matterIds }),
    links: await listVoiceLinks(tx, matterIds),
    stances: await listStances(tx, matterIds),
    completion: await listCompletion(tx, matterIds),
  };
}

/** One of a list. `all`: of any. */
export function voiceSummary(deps: Pick<Deps, "config">, row: VoiceRow, all: OnVoices): VoiceSummary {
  const isOfIt = ({ matterId }: { readonly matterId: string }) => matterId === row.id;
  const { contributionKind, sourceKind, source, ownerCode, addressees } = row;
  const stances = all.stances.filter(isOfIt).map((one) => ({ ...one, by: one.participantCode }));
  const completion = all.completion.filter(isOfIt).map((one) => ({ ...one, of: one.ofCode, by: one.byCode }));
  return {
    ...matterHead(deps, row),
    kind: kindOf(row),
    contributionKind,
    source: sourceKind === null ? null : { kind: sourceKind, name: source ?? "" },
    owner: ownerCode,
    addressees,
    words: wordsView(row, all.translations),
    files: filesOfVersion(all.files, row.id, versionShown(row)),
    links: all.links.filter(isOfIt).map(({ kind, code, linkedByCode }) => ({ kind, code, linkedBy: linkedByCode })),
    stances: lastOfEach(stances).map(stanceView),
    completion: (row.kind === "recommendation" ? addressees : []).map((of) => {
      const { own, others } = twoViews(completion, of);
      return { of, own: own && completionView(own), others: others.map(completionView) };
    }),
  };
}

function kindOf({ kind }: VoiceRow): VoiceKind {
  if (kind === "contribution" || kind === "recommendation") return kind;
  throw new Error(`A ${kind} is neither a contribution nor a recommendation`);
}

function stanceView({ participantCode, said, language, text, at, byName }: Omit<StanceRow, "by">): StanceView {
  return { participant: participantCode, said, language, text, at: at.toISOString(), byName };
}

function completionView({
  ofCode,
  byCode,
  step,
  language,
  text,
  at,
  byName,
}: Omit<CompletionRow, "by">): CompletionView {
  return { of: ofCode, by: byCode, step, language, text, at: at.toISOString(), byName };
}

/** A contribution or a recommendation as this person may see it, or throws `not-found`. */
export async function voiceView(tx: Tx, deps: Pick<Deps, "config">, actor: Actor, id: string): Promise<VoiceView> {
  const row = found(await findVoice(tx, id));
  const all = await readOnVoices(tx, [id]);
  const versions = await listMatterVersions(tx, id);
  const record = await listMatterActs(tx, id);
  const seen = speaksFor(actor, row.authorCode) ? await listSeen(tx, id) : null;
  return {
    ...voiceSummary(deps, row, all),
    replies: await repliesTo(tx, id),
    said: { stances: all.stances.map(stanceView), completion: all.completion.map(completionView) },
    versions: versions.map(({ version, language, subject, body, at, byName }) => ({
      ...{ version, language, subject, body, at: at.toISOString(), byName },
      files: filesOfVersion(all.files, id, version),
    })),
    seen: seen?.map(seenView) ?? null,
    record: record.map(matterActView),
    may: mayOf(actor, row),
    side: participantOf(actor),
  };
}

/** What this person may do with it; the acts themselves ask again. */
function mayOf(actor: Actor, row: VoiceRow): VoiceView["may"] {
  const side = participantOf(actor);
  const { authorCode: author, state, addressees } = row;
  const put = { kind: kindOf(row), author, state, addressees };
  const isFiled = state === "filed" && author !== side;
  return {
    write: mayDo(actor.role, "voice.write") && speaksFor(actor, author) && state !== "withdrawn",
    take: mayDo(actor.role, "voice.answer") && mayTake(actor, side, put) ? stancesOf[put.kind] : [],
    assess: mayDo(actor.role, "voice.assess") ? addressees.filter((of) => mayAssess(actor, side, of, put)) : [],
    reply: isFiled && side !== null && mayDo(actor.role, "matter.reply") && speaksFor(actor, side),
    link: isFiled && mayDo(actor.role, "voice.link"),
  };
}
