import type { BodyOf, reviseVoice as reviseContract, saveVoice as saveContract, VoiceView } from "@avances/contracts";
import { findAnyMatter, type MatterRow, setLinks } from "@avances/db/queries/matter-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { putContribution, putRecommendation } from "@avances/db/queries/voice-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { participantOf, type Visibility, type VoiceFault, voiceFaults } from "@avances/domain/network";
import type { PersonalDetail } from "@avances/domain/text";
import { actInPublic, isShownToAll, type PublicDeps } from "#features/shared/act-in-public.ts";
import type { DecidedOnMatter } from "#features/shared/act-on-matter.ts";
import { allow, found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import {
  type Acting,
  beginMatter,
  fileMatter,
  lockSeenMatter,
  reviseMatter,
  rewriteMatter,
  showMatter,
  type Withdrawal,
  withdrawMatter,
} from "#features/shared/file-matter.ts";
import { requireKnownLinks } from "#features/shared/known-links.ts";
import { type VoiceDeps, voiceView } from "./voice-view.ts";

type Written = BodyOf<typeof saveContract>;

/** The only way to change one, once per key. `decide` gets it locked; `begin` is for one that is not there yet. */
function actOnVoice(
  deps: PublicDeps & VoiceDeps,
  actor: Actor,
  { matterId, revision, idempotency }: DecidedOnMatter,
  decide: (acting: Acting, row: MatterRow) => Promise<unknown>,
  begin: ((acting: Acting) => Promise<unknown>) | null = null,
): Promise<VoiceView> {
  allow(actor, "voice.write");
  const now = deps.clock.now();
  const { threshold: fewerThan } = deps.catalogues.current.suppression;
  return actInPublic(deps, actor, { idempotency, now, concerns: isShownToAll }, async (tx) => {
    const acting = { tx, actor, now, newId: deps.newId, fewerThan };
    const row = await findAnyMatter(tx, matterId);
    if (row === undefined && begin !== null && revision === 0) await begin(acting);
    else {
      const kind = found(row).kind;
      if (kind !== "contribution" && kind !== "recommendation") throw new DomainError("not-found");
      const current = () => voiceView(tx, deps, actor, matterId);
      await decide(acting, await lockSeenMatter(acting, { id: matterId, kind, revision }, current));
    }
    return voiceView(tx, deps, actor, matterId);
  });
}

/** Writes a draft: a new one, or other words for it. Refuses with `not-found` whoever writes for no organisation on record. */
export function saveVoice(
  deps: PublicDeps & VoiceDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnMatter & { readonly written: Written },
): Promise<VoiceView> {
  const { kind } = written;
  const addressed = { addressees: written.addressees, responsible: null };
  return actOnVoice(
    deps,
    actor,
    decided,
    async (acting, row) => {
      if (row.kind !== kind) throw new DomainError("transition-refused");
      await judge(deps, acting, row.id, written);
      await rewriteMatter(acting, row, written, addressed);
      await keepRest(acting, row.id, written);
    },
    async (acting) => {
      await judge(deps, acting, decided.matterId, written);
      await beginMatter(acting, { id: decided.matterId, kind }, written, addressed);
      await keepRest(acting, decided.matterId, written);
    },
  );
}

/** Puts a draft before those for whom it is. */
export function fileVoice(deps: PublicDeps & VoiceDeps, actor: Actor, decided: DecidedOnMatter): Promise<VoiceView> {
  return actOnVoice(deps, actor, decided, fileMatter);
}

/** Files another version of what was filed; those to whom it was put stay among its addressees. */
export function reviseVoice(
  deps: PublicDeps & VoiceDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnMatter & { readonly written: BodyOf<typeof reviseContract> },
): Promise<VoiceView> {
  return actOnVoice(deps, actor, decided, async (acting, row) => {
    if (row.kind !== written.kind) throw new DomainError("transition-refused");
    const whole = { ...written, visibility: row.visibility };
    await judge(deps, acting, row.id, whole, row.addressees);
    await reviseMatter(acting, row, whole, { addressees: written.addressees, responsible: null });
    await keepRest(acting, row.id, whole);
  });
}

/** Shows what was filed to more people, or to fewer while nobody of another side has had it on screen. */
export function showVoice(
  deps: PublicDeps & VoiceDeps,
  actor: Actor,
  {
    visibility,
    overruled = [],
    ...decided
  }: DecidedOnMatter & { readonly visibility: Visibility; readonly overruled?: readonly PersonalDetail[] | undefined },
): Promise<VoiceView> {
  return actOnVoice(deps, actor, decided, (acting, row) => showMatter(acting, row, visibility, overruled));
}

/** Withdraws it, or gives a draft up, with the reason. */
export function withdrawVoice(
  deps: PublicDeps & VoiceDeps,
  actor: Actor,
  { reason, heard, ...decided }: DecidedOnMatter & Withdrawal,
): Promise<VoiceView> {
  return actOnVoice(deps, actor, decided, (acting, row) =>
    withdrawMatter(acting, row, { reason, heard }, () => voiceView(acting.tx, deps, actor, row.id)),
  );
}

/** Refuses what only these kinds can have wrong, and asks about details in the name of the source. */
async function judge(
  deps: Pick<VoiceDeps, "catalogues">,
  { tx, actor, now, fewerThan }: Acting,
  matterId: string,
  written: Written,
  before: readonly string[] = [],
): Promise<void> {
  const isContribution = written.kind === "contribution";
  // The two kinds have nothing of each other.
  const isOfKind = isContribution
    ? written.contributionKind !== null && written.source === null && written.owner === null
    : written.contributionKind === null && written.source !== null;
  if (!isOfKind || (isContribution && written.addressees.length > 0)) throw new DomainError("transition-refused");
  await requireKnownLinks(tx, deps, written.links);
  const participants = await listParticipants(tx);
  const members = new Set(participants.filter(({ kind }) => kind === "member").map(({ code }) => code));
  const { kind, meetingId, addressees, owner, source } = written;
  const sourced = { sourceKind: source?.kind ?? null, source: source?.name ?? "" };
  const author = found(participantOf(actor));
  refuse(voiceFaults({ kind, author, meetingId, addressees, owner, ...sourced }, members, before));
  const texts = [sourced.source];
  await askAboutDetails(tx, actor, now, {
    ...{ matterId, texts, overruled: written.overruled },
    fewerThan: written.visibility === "public" ? (fewerThan ?? null) : null,
  });
}

/** Refuses with `matter-refused` if there is any fault. */
function refuse(faults: readonly VoiceFault[]): void {
  if (faults.length > 0) throw new DomainError("matter-refused", { faults });
}

async function keepRest({ tx, actor, now, newId }: Acting, matterId: string, written: Written): Promise<void> {
  const { contributionKind, source, owner, links } = written;
  if (contributionKind !== null) await putContribution(tx, matterId, contributionKind);
  if (source !== null)
    await putRecommendation(tx, matterId, { sourceKind: source.kind, source: source.name.trim(), ownerCode: owner });
  await setLinks(tx, matterId, links, { at: now, by: actor.userId, newId });
}
