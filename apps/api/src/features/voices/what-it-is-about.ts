import type { BodyOf, linkVoice as contract, VoiceView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { holdMatter, setLinks } from "@avances/db/queries/matter-queries";
import { findVoice } from "@avances/db/queries/voice-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { participantOf } from "@avances/domain/network";
import { isShownToAll, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow, found } from "#features/shared/allow.ts";
import { requireKnownLinks } from "#features/shared/known-links.ts";
import { type VoiceDeps, voiceView } from "./voice-view.ts";

/**
 * Says as the Secretariat what a contribution or a recommendation of others is about. Its words stay as they are, and so does what its author says
 * of it. Refuses with `transition-refused` the own ones and what was withdrawn.
 */
export function linkVoice(
  deps: PublicDeps & VoiceDeps,
  actor: Actor,
  { matterId, links }: { readonly matterId: string } & BodyOf<typeof contract>,
): Promise<VoiceView> {
  allow(actor, "voice.link");
  const now = deps.clock.now();
  const linkedByCode = found(participantOf(actor));
  const link = async (tx: Tx) => {
    await holdMatter(tx, matterId);
    const row = found(await findVoice(tx, matterId));
    if (row.state !== "filed" || row.authorCode === linkedByCode) throw new DomainError("transition-refused");
    await requireKnownLinks(tx, deps, links);
    await setLinks(tx, matterId, links, { at: now, by: actor.userId, newId: deps.newId, linkedByCode });
    await appendAuditEvent(tx, {
      ...{ at: now, actor, action: "matter.linked", objectType: "matter", objectId: matterId, countryCode: null },
      detail: { kind: row.kind, links: links.map(({ code }) => code).join(" ") },
    });
    return voiceView(tx, deps, actor, matterId);
  };
  return deps.db.asActorPublishing(actor, link, async (tx, voice) => {
    if (isShownToAll(voice)) await deps.renewEdition(tx, deps, now);
  });
}
