import type { NarrativeSummary, NarrativeView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type HeldFileRow, listFilesOf } from "@avances/db/queries/file-queries";
import {
  listMatterActs,
  listMatterVersions,
  listSeen,
  listTranslations,
  type TranslationRow,
} from "@avances/db/queries/matter-queries";
import { findNarrative, type NarrativeRow } from "@avances/db/queries/narrative-queries";
import { listVoiceLinks, type VoiceLink } from "@avances/db/queries/voice-queries";
import { type Actor, mayDo } from "@avances/domain/access";
import { speaksFor } from "@avances/domain/network";
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
import { nameFor } from "#features/shared/reply-view.ts";

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
  { translations, files, links }: OnNarratives,
): NarrativeSummary {
  const head = matterHead(deps, row);
  const words = wordsView(row, translations);
  const named = (participant: string, name: string) => nameFor(actor, participant, name);
  return {
    ...head,
    instrument: row.instrument,
    withdrawn: head.withdrawn && { ...head.withdrawn, byName: named(row.authorCode, head.withdrawn.byName) },
    words: {
      ...words,
      translations: words.translations.map((one) => ({ ...one, byName: named(one.by, one.byName) ?? one.by })),
    },
    files: filesOfVersion(files, row.id, versionShown(row)),
    indicators: links
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
  const versions = await listMatterVersions(tx, id);
  const record = await listMatterActs(tx, id);
  const isOwn = speaksFor(actor, row.authorCode);
  const seen = isOwn ? await listSeen(tx, id) : null;
  return {
    ...narrativeSummary(deps, actor, row, all),
    versions: versions.map(({ version, language, subject, body, at, byName }) => ({
      ...{ version, language, subject, body, at: at.toISOString() },
      byName: nameFor(actor, row.authorCode, byName),
      files: filesOfVersion(all.files, id, version),
    })),
    seen:
      seen?.map((one) => ({
        ...seenView(one),
        byName: one.participantCode === null ? null : nameFor(actor, one.participantCode, one.byName),
      })) ?? null,
    record: record.map((act) => ({
      ...matterActView(act),
      byName: nameFor(actor, act.participantCode, act.actorName),
    })),
    mayWrite: mayDo(actor.role, "narrative.write") && isOwn && row.state !== "withdrawn",
  };
}
