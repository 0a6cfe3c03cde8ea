import type { getTemplate as getContract, listTemplates as listContract, ParamsOf, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listWordings, listWordingVersions, type WordingRow } from "@avances/db/queries/wording-queries";
import type { Actor } from "@avances/domain/access";
import { languages } from "@avances/domain/catalogue";
import { placeholdersOf, wordingFields, wordingKinds, wordingLimits, wordingRules } from "@avances/domain/wording";
import { builtInWording, previewStatesOf } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";

export type Which = ParamsOf<typeof getContract>;
export type TemplateReply = ReplyOf<typeof getContract>;

/** Every message whose words can be edited, by kind, in the order of the calendar, and language. */
export async function listTemplates(deps: Pick<Deps, "db">, actor: Actor): Promise<ReplyOf<typeof listContract>> {
  allow(actor, "notices.send");
  const rows = await deps.db.asActor(actor, (tx) => listWordings(tx));
  return {
    templates: wordingKinds.flatMap((kind) =>
      languages.map((language) =>
        lineOf(
          { kind, language },
          rows.find((row) => row.kind === kind && row.language === language),
        ),
      ),
    ),
  };
}

/** The words of one kind of message in one language, with every version. */
export async function getTemplate(deps: Pick<Deps, "db">, actor: Actor, which: Which): Promise<TemplateReply> {
  allow(actor, "notices.send");
  return deps.db.asActor(actor, (tx) => templateOf(tx, which));
}

export async function templateOf(tx: Tx, which: Which): Promise<TemplateReply> {
  const { kind, language } = which;
  const versions = await listWordingVersions(tx, kind, language);
  const [newest] = versions;
  const builtIn = builtInWording(kind, language);
  return {
    ...lineOf(which, newest),
    builtIn,
    words: newest?.words ?? builtIn,
    parts: wordingFields.map((field) => ({ field, limit: wordingLimits[field], ...placeholdersOf(kind, field) })),
    states: previewStatesOf(kind),
    versions: versions.map((row) => ({
      id: row.id,
      version: row.version,
      words: row.words,
      restores: row.restores,
      at: row.createdAt.toISOString(),
      byName: row.createdByName,
    })),
  };
}

function lineOf({ kind, language }: Which, newest: WordingRow | undefined) {
  return {
    ...{ kind, language, about: wordingRules[kind].about, step: wordingRules[kind].step },
    version: newest?.version ?? 0,
    isBuiltIn: newest === undefined || newest.words === null,
    at: newest?.createdAt.toISOString() ?? null,
    byName: newest?.createdByName ?? null,
  };
}
