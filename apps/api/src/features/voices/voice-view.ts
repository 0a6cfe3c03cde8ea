import type { CompletionView, StanceView, VoiceSummary, VoiceView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type HeldFileRow, listFilesOf } from "@avances/db/queries/file-queries";
import { listMatterReplies, listTranslations, type TranslationRow } from "@avances/db/queries/matter-queries";
import { listReportsThatSpeakOf } from "@avances/db/queries/report-queries";
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
  mayReplyTo,
  mayTake,
  numbered,
  participantOf,
  speaksFor,
  stancesOf,
  twoViews,
  type VoiceKind,
} from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { historyOfSide, matterOfSide } from "#features/shared/matter-of-side.ts";
import { nameFor, replyView, timesSaid } from "#features/shared/reply-view.ts";

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

/** One of a list, as this person may see it. `all`: of any. */
export function voiceSummary(deps: Pick<Deps, "config">, actor: Actor, row: VoiceRow, all: OnVoices): VoiceSummary {
  const isOfIt = ({ matterId }: { readonly matterId: string }) => matterId === row.id;
  const { contributionKind, sourceKind, source, ownerCode, addressees } = row;
  const stances = all.stances.filter(isOfIt).map((one) => ({ ...one, by: one.participantCode }));
  const completion = all.completion.filter(isOfIt).map((one) => ({ ...one, of: one.ofCode, by: one.byCode }));
  return {
    ...matterOfSide(deps, actor, row, all),
    kind: kindOf(row),
    contributionKind,
    source: sourceKind === null ? null : { kind: sourceKind, name: source ?? "" },
    owner: ownerCode,
    addressees,
    links: all.links.filter(isOfIt).map(({ kind, code, linkedByCode }) => ({ kind, code, linkedBy: linkedByCode })),
    stances: lastOfEach(stances).map((one) => stanceView(actor, one)),
    completion: (row.kind === "recommendation" ? addressees : []).map((of) => {
      const { own, others } = twoViews(completion, of);
      return {
        of,
        own: own && completionView(actor, own),
        others: others.map((one) => completionView(actor, one)),
      };
    }),
  };
}

function kindOf({ kind }: VoiceRow): VoiceKind {
  if (kind === "contribution" || kind === "recommendation") return kind;
  throw new Error(`A ${kind} is neither a contribution nor a recommendation`);
}

function stanceView(actor: Actor, row: Omit<StanceRow, "by">): StanceView {
  const { participantCode, said, language, text, at, byName } = row;
  const name = nameFor(actor, participantCode, byName);
  return { participant: participantCode, said, language, text, at: at.toISOString(), byName: name };
}

function completionView(actor: Actor, row: Omit<CompletionRow, "by">): CompletionView {
  const { ofCode, byCode, step, language, text, at, byName } = row;
  const name = nameFor(actor, byCode, byName);
  return { of: ofCode, by: byCode, step, language, text, at: at.toISOString(), byName: name };
}

/** A contribution or a recommendation as this person may see it, or throws `not-found`. */
export async function voiceView(tx: Tx, deps: Pick<Deps, "config">, actor: Actor, id: string): Promise<VoiceView> {
  const row = found(await findVoice(tx, id));
  const all = await readOnVoices(tx, [id]);
  const replies = await listMatterReplies(tx, [id]);
  const ofReplies = replies.length === 0 ? [] : await listFilesOf(tx, { replyIds: replies.map((one) => one.id) });
  const shown = replies.map((one) => replyView(actor, one, ofReplies));
  const byOthers = [
    ...all.stances.map((one) => one.participantCode),
    ...all.completion.map((one) => one.byCode),
  ].filter((code) => code !== row.authorCode);
  return {
    ...voiceSummary(deps, actor, row, all),
    replies: shown,
    heard: timesSaid(shown) + byOthers.length,
    said: {
      stances: all.stances.map((one) => stanceView(actor, one)),
      completion: all.completion.map((one) => completionView(actor, one)),
    },
    ...(await historyOfSide(tx, actor, row, all.files)),
    spokenOf: await spokenOf(tx, id),
    may: mayOf(actor, row),
    side: participantOf(actor),
  };
}

/** The points that speak of it, in reports as this person reads them. */
async function spokenOf(tx: Tx, id: string): Promise<VoiceView["spokenOf"]> {
  const reports = await listReportsThatSpeakOf(tx, id);
  return reports
    .toSorted((one, other) => (one.meeting.heldOn < other.meeting.heldOn ? 1 : -1))
    .flatMap(({ meeting, version, points }) =>
      numbered(points)
        .filter(({ voices }) => voices.includes(id))
        .map(({ id: pointId, number, letter }) => ({
          ...{ meetingId: meeting.id, body: meeting.bodyCode, heldOn: meeting.heldOn },
          ...{ pointId, number, letter, version },
        })),
    );
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
    reply: isFiled && mayDo(actor.role, "matter.reply") && mayReplyTo(actor, side, put),
    link: isFiled && mayDo(actor.role, "voice.link"),
  };
}
