import type { NarrativeSummary, NarrativeView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type HeldFileRow, listFilesOf } from "@avances/db/queries/file-queries";
import { listTranslations, type TranslationRow } from "@avances/db/queries/matter-queries";
import { findNarrative, type NarrativeRow } from "@avances/db/queries/narrative-queries";
import { listVoiceLinks, type VoiceLink } from "@avances/db/queries/voice-queries";
import { type Actor, mayDo } from "@avances/domain/access";
import { speaksFor } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { historyOfSide, matterOfSide } from "#features/shared/matter-of-side.ts";

export type NarrativeDeps = Pick<Deps, "db" | "clock" | "config" | "newId" | "catalogues" | "reference">;

/** What hangs on some narratives. */
export interface OnNarratives {
  readonly translations: readonly TranslationRow[];
  readonly files: readonly HeldFileRow[];
  readonly links: readonly VoiceLink[];
}

export async function readOnNarratives(tx: Tx, matterIds: readonly string[]): Promise<OnNarratives> {
  if (matterIds.length === 0) return { translations: [], files: [], links: [] };
  return {
    translations: await listTranslations(tx, matterIds),
    files: await listFilesOf(tx, { matterIds }),
    links: await listVoiceLinks(tx, matterIds),
  };
}

/** One of a list, as this person may see it. `all`: of any. */
export function narrativeSummary(
  deps: Pick<Deps, "config">,
  actor: Actor,
  row: NarrativeRow,
  all: OnNarratives,
): NarrativeSummary {
  return {
    ...matterOfSide(deps, actor, row, all),
    instrument: row.instrument,
    indicators: all.links
      .filter(({ matterId, kind }) => matterId === row.id && kind === "indicator")
      .map(({ code }) => code),
  };
}

/** What a country tells of its progress, as this person may see it, or throws `not-found`. */
export async function narrativeView(
  tx: Tx,
  deps: Pick<Deps, "config">,
  actor: Actor,
  id: string,
): Promise<NarrativeView> {
  const row = found(await findNarrative(tx, id));
  const all = await readOnNarratives(tx, [id]);
  return {
    ...narrativeSummary(deps, actor, row, all),
    ...(await historyOfSide(tx, actor, row, all.files)),
    mayWrite: mayDo(actor.role, "narrative.write") && speaksFor(actor, row.authorCode) && row.state !== "withdrawn",
  };
}
