import type { listVoices as contract, QueryOf, ReplyOf, VoiceView } from "@avances/contracts";
import { countVoices, listVoices as selectVoices } from "@avances/db/queries/voice-queries";
import type { Actor } from "@avances/domain/access";
import { mayPut, participantOf } from "@avances/domain/network";
import { allow } from "#features/shared/allow.ts";
import { onPage } from "#features/shared/list-pages.ts";
import { readOnVoices, type VoiceDeps, voiceSummary, voiceView } from "./voice-view.ts";

/** The contributions or recommendations that this person may read, page by page. */
export async function listVoices(
  deps: Pick<VoiceDeps, "db" | "config">,
  actor: Actor,
  { page: asked = 1, ...filter }: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const count = await countVoices(tx, filter);
    const { rows, total, page } = await onPage(asked, count, (part) => selectVoices(tx, filter, part));
    const all = await readOnVoices(
      tx,
      rows.map(({ id }) => id),
    );
    const mayWrite = mayPut(actor.role, filter.kind) && participantOf(actor) !== null;
    return { voices: rows.map((row) => voiceSummary(deps, actor, row, all)), total, page, mayWrite };
  });
}

/** One of them, with replies, versions and what was done to it. */
export async function getVoice(
  deps: Pick<VoiceDeps, "db" | "config">,
  actor: Actor,
  matterId: string,
): Promise<VoiceView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => voiceView(tx, deps, actor, matterId));
}
