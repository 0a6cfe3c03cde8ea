import type { BodyOf, linkVoice as contract, VoiceView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { type MatterLink, setLinks } from "@avances/db/queries/matter-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { findVoice } from "@avances/db/queries/voice-queries";
import type { Actor } from "@avances/domain/access";
import { articleKey, wholeArticles } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { participantOf } from "@avances/domain/network";
import { isShownToAll, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow, found } from "#features/shared/allow.ts";
import { type VoiceDeps, voiceView } from "./voice-view.ts";

/** Refuses a link to what there is not: an indicator, an objective or an article of the catalogue, or a country. */
export async function requireKnownLinks(
  tx: Tx,
  { catalogues }: Pick<VoiceDeps, "catalogues">,
  links: readonly MatterLink[],
): Promise<void> {
  if (links.length === 0) return;
  const { indicators, objectives } = catalogues.current;
  const participants = await listParticipants(tx);
  const known: Readonly<Record<MatterLink["kind"], ReadonlySet<string>>> = {
    indicator: new Set(indicators.map(({ code }) => code)),
    objective: new Set(objectives.map(({ code }) => code)),
    article: new Set(wholeArticles([...indicators, ...objectives].flatMap((one) => one.articles)).map(articleKey)),
    country: new Set(participants.filter(({ kind }) => kind !== "organisation").map(({ code }) => code)),
    matter: new Set(),
  };
  const isKnown = links.every(({ kind, code }) => known[kind].has(code));
  if (!isKnown) throw new DomainError("matter-refused", { faults: ["link_unknown"] });
}

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
