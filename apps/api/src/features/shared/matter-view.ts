import type { HeldFile, MatterActView, MatterHead, MatterWordsView, SeenView, TitleView } from "@avances/contracts";
import type { HeldFileRow } from "@avances/db/queries/file-queries";
import type { MatterActRow, MatterRow, MatterSeenRow, TranslationRow } from "@avances/db/queries/matter-queries";
import { languages } from "@avances/domain/catalogue";
import { mediaTypes, translationIn, translationState } from "@avances/domain/network";
import type { Deps } from "#deps.ts";

/** What is said of every matter, whatever its kind. */
export function matterHead({ config }: Pick<Deps, "config">, row: MatterRow): MatterHead {
  const { id, kind, authorCode, meetingId, visibility, state, version, revision, filedAt, publicSource } = row;
  const { withdrawnAt, withdrawnByName, withdrawnReason } = row;
  return {
    ...{ id, kind, author: authorCode, meetingId, visibility, state, version, revision, publicSource },
    filedAt: filedAt?.toISOString() ?? null,
    invented: config.demonstration && publicSource === null,
    withdrawn:
      withdrawnAt === null
        ? null
        : { at: withdrawnAt.toISOString(), byName: withdrawnByName ?? "", reason: withdrawnReason ?? "" },
  };
}

type Worded = Pick<MatterRow, "id" | "language" | "subject" | "textRevision">;

/** The words of a matter, and of each other language the newest. `translations`: of any matters. */
export function wordsView(
  row: Worded & Pick<MatterRow, "body">,
  translations: readonly TranslationRow[],
): MatterWordsView {
  const { language, subject, body, textRevision } = row;
  const own = translations.filter(({ matterId }) => matterId === row.id);
  const others = languages.filter((one) => one !== language);
  return {
    ...{ language, subject, body, textRevision },
    translations: others.flatMap((other) => {
      const newest = translationIn(own, other);
      return newest === null
        ? []
        : [
            {
              ...{ id: newest.id, language: other, subject: newest.subject, body: newest.body, madeBy: newest.madeBy },
              state: translationState(row, own, other),
              ...{ at: newest.at.toISOString(), byName: newest.byName, by: newest.participantCode },
            },
          ];
    }),
  };
}

/** The title alone: whoever wrote or translated it is named on its own page, to those who may know. */
export function titleView(row: Worded, translations: readonly TranslationRow[]): TitleView {
  const { language, subject, translations: others } = wordsView({ body: "", ...row }, translations);
  return {
    ...{ language, subject },
    translations: others.map((one) => ({ language: one.language, subject: one.subject, state: one.state })),
  };
}

/** The version whose files are shown: the one that was filed last, or that of the draft. */
export const versionShown = ({ version }: Pick<MatterRow, "version">) => Math.max(version, 1);

/** The files that a version of a matter holds, in order. `files`: of any matters. */
export function filesOfVersion(files: readonly HeldFileRow[], matterId: string, version: number): readonly HeldFile[] {
  return files.filter((one) => one.matterId === matterId && one.version === version).map(heldFile);
}

export function heldFile({ id, name, fileType, bytes, language }: HeldFileRow): HeldFile {
  return { id, name, mediaType: mediaTypes[fileType], bytes, language };
}

export function matterActView(row: MatterActRow): MatterActView {
  const { revision, act, at, actorName, participantCode, before, after, reason } = row;
  return { revision, act, at: at.toISOString(), byName: actorName, by: participantCode, before, after, reason };
}

export function seenView({ participantCode, version, at, byName }: MatterSeenRow): SeenView {
  return { participant: participantCode, version, at: at.toISOString(), byName };
}
