import {
  type listVoices as contract,
  type QueryOf,
  type ReplyOf,
  type VoiceView,
  voicesOnPage,
} from "@avances/contracts";
import { listVoices as selectVoices } from "@avances/db/queries/voice-queries";
import type { Actor } from "@avances/domain/access";
import { mayPut, participantOf } from "@avances/domain/network";
import { allow } from "#features/shared/allow.ts";
import { readOnVoices, type VoiceDeps, voiceSummary, voiceView } from "./voice-view.ts";

/** The contributions or recommendations that this person may read, page by page. */
export async function listVoices(
  deps: Pick<VoiceDeps, "db" | "config">,
  actor: Actor,
  { page = 1, ...filter }: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const part = { limit: voicesOnPage, offset: (page - 1) * voicesOnPage };
    const { voices, total } = await selectVoices(tx, filter, part);
    const all = await readOnVoices(
      tx,
      voices.map(({ id }) => id),
    );
    const mayWrite = mayPut(actor.role, filter.kind) && participantOf(actor) !== null;
    return { voices: voices.map((row) => voiceSummary(deps, actor, row, all)), total, page, mayWrite };
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
