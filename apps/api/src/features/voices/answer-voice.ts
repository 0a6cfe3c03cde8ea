import type {
  assessCompletion as assessContract,
  BodyOf,
  takeStance as takeContract,
  VoiceView,
} from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { holdMatter } from "@avances/db/queries/matter-queries";
import { findVoice, insertCompletion, insertStance, type VoiceRow } from "@avances/db/queries/voice-queries";
import type { Action, Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { mayAssess, mayTake, type ParticipantCode, type Put, participantOf, stancesOf } from "@avances/domain/network";
import type { PersonalDetail } from "@avances/domain/text";
import { actInPublic, isShownToAll, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow, found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import type { Acting } from "#features/shared/file-matter.ts";
import type { Idempotency } from "#http/handler.ts";
import { type VoiceDeps, voiceView } from "./voice-view.ts";

interface Answer {
  readonly matterId: string;
  readonly text: string;
  readonly overruled: readonly PersonalDetail[];
  readonly idempotency: Idempotency;
}

/** Says for the own side how it takes this, once per key. What it said before stays in the record. */
export function takeStance(
  deps: PublicDeps & VoiceDeps,
  actor: Actor,
  { said, language, ...answer }: Omit<Answer, "text"> & BodyOf<typeof takeContract>,
): Promise<VoiceView> {
  return answerVoice(deps, actor, "voice.answer", answer, async ({ tx, now, newId }, row, { side, text }) => {
    if (!stancesOf[putOf(row).kind].includes(said)) throw new DomainError("transition-refused");
    if (!mayTake(actor, side, putOf(row))) throw new DomainError("not-allowed");
    await insertStance(tx, {
      ...{ id: newId(), matterId: row.id, participantCode: side, said, language, text },
      ...{ at: now, by: actor.userId, byName: actor.displayName },
    });
    return { action: "matter.taken", detail: { said } };
  });
}

/** Says how far an addressee has carried a recommendation out, once per key: of the own side, or as the view of others. */
export function assessCompletion(
  deps: PublicDeps & VoiceDeps,
  actor: Actor,
  { of, step, language, ...answer }: Omit<Answer, "text"> & BodyOf<typeof assessContract>,
): Promise<VoiceView> {
  return answerVoice(deps, actor, "voice.assess", answer, async ({ tx, now, newId }, row, { side, text }) => {
    if (!mayAssess(actor, side, of, putOf(row))) throw new DomainError("not-allowed");
    await insertCompletion(tx, {
      ...{ id: newId(), matterId: row.id, ofCode: of, byCode: side, step, language, text },
      ...{ at: now, by: actor.userId, byName: actor.displayName },
    });
    return { action: "matter.assessed", detail: { of, step } };
  });
}

/** What an act writes, and what the audit trail says of it: codes, never words. */
type Write = (
  acting: Acting,
  row: VoiceRow,
  said: { readonly side: ParticipantCode; readonly text: string },
) => Promise<{ readonly action: string; readonly detail: Readonly<Record<string, string>> }>;

function answerVoice(
  deps: PublicDeps & VoiceDeps,
  actor: Actor,
  right: Action,
  { matterId, text: written, overruled, idempotency }: Answer,
  write: Write,
): Promise<VoiceView> {
  allow(actor, right);
  const now = deps.clock.now();
  const side = participantOf(actor);
  const text = written.trim();
  const { threshold } = deps.catalogues.current.suppression;
  return actInPublic(deps, actor, { idempotency, now, concerns: isShownToAll }, async (tx) => {
    await holdMatter(tx, matterId);
    const row = found(await findVoice(tx, matterId));
    if (row.state !== "filed") throw new DomainError("transition-refused");
    if (side === null) throw new DomainError("not-allowed");
    const fewerThan = isShownToAll(row) ? threshold : null;
    await askAboutDetails(tx, actor, now, { matterId, texts: [text], overruled, fewerThan });
    const { action, detail } = await write({ tx, actor, now, newId: deps.newId }, row, { side, text });
    await appendAuditEvent(tx, {
      ...{ at: now, actor, action, objectType: "matter", objectId: matterId, countryCode: actor.country },
      detail: { kind: row.kind, ...detail },
    });
    return voiceView(tx, deps, actor, matterId);
  });
}

/** What decides who may answer. */
function putOf({ kind, authorCode, state, addressees }: VoiceRow): Put & { readonly kind: keyof typeof stancesOf } {
  if (kind !== "contribution" && kind !== "recommendation") throw new DomainError("not-found");
  return { kind, author: authorCode, state, addressees };
}
