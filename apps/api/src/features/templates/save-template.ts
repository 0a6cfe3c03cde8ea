import type { BodyOf, restoreTemplate as restoreContract, saveTemplate as saveContract } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertWording, listWordingVersions, lockWording, type WordingRow } from "@avances/db/queries/wording-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { isSameWording, type Wording } from "@avances/domain/wording";
import { builtInWording } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { type TemplateReply, templateOf, type Which } from "./read-templates.ts";
import { soundWords } from "./sound-words.ts";

type Need = Pick<Deps, "db" | "clock" | "newId" | "reference">;

/**
 * Writes new words, which messages have that are written from now on. Refuses with `wording-refused` what cannot stand in a message, with
 * `edited-meanwhile` when another version is in force than the one that was read, and with `transition-refused` words that are in force already.
 */
export async function saveTemplate(
  deps: Need,
  actor: Actor,
  which: Which,
  { words: typed, basedOn }: BodyOf<typeof saveContract>,
  idempotency: Idempotency,
): Promise<TemplateReply> {
  allow(actor, "notices.send");
  const words = soundWords(deps, which, typed);
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const versions = await versionsSeen(tx, which, basedOn);
      const now = inForce(versions, which);
      if (isSameWording(words, now)) throw new DomainError("transition-refused");
      // The built-in words, typed, are the built-in words.
      const isBuiltIn = isSameWording(words, builtInWording(which.kind, which.language));
      await write(tx, deps, actor, which, {
        basedOn,
        words: isBuiltIn ? null : words,
        restores: isBuiltIn ? 0 : null,
        action: "template.saved",
      });
      return templateOf(tx, which);
    }),
  );
}

/** Goes back to the words of an earlier version (0 = the built-in ones), as a new version. Refusals as above, and `not-found`. */
export async function restoreTemplate(
  deps: Need,
  actor: Actor,
  which: Which,
  { version, basedOn }: BodyOf<typeof restoreContract>,
  idempotency: Idempotency,
): Promise<TemplateReply> {
  allow(actor, "notices.send");
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const versions = await versionsSeen(tx, which, basedOn);
      const earlier = version === 0 ? null : found(versions.find((one) => one.version === version)).words;
      const builtIn = builtInWording(which.kind, which.language);
      if (isSameWording(earlier ?? builtIn, inForce(versions, which))) throw new DomainError("transition-refused");
      // What was accepted once may be refused by rules that were made since.
      const words = earlier === null ? null : soundWords(deps, which, earlier);
      await write(tx, deps, actor, which, {
        ...{ basedOn, words, action: "template.restored" },
        restores: words === null ? 0 : version,
      });
      return templateOf(tx, which);
    }),
  );
}

/** Every version, the newest first, with nobody else writing until the transaction ends. */
async function versionsSeen(tx: Tx, { kind, language }: Which, basedOn: number): Promise<readonly WordingRow[]> {
  await lockWording(tx, kind, language);
  const versions = await listWordingVersions(tx, kind, language);
  const [newest] = versions;
  if ((newest?.version ?? 0) === basedOn) return versions;
  if (newest === undefined) throw new DomainError("not-found");
  throw new DomainError("edited-meanwhile", {
    version: newest.version,
    at: newest.createdAt.toISOString(),
    byName: newest.createdByName,
  });
}

function inForce([newest]: readonly WordingRow[], { kind, language }: Which): Wording {
  return newest?.words ?? builtInWording(kind, language);
}

interface NewVersion {
  readonly basedOn: number;
  /** Null = the built-in ones. */
  readonly words: Wording | null;
  readonly restores: number | null;
  readonly action: "template.saved" | "template.restored";
}

async function write(
  tx: Tx,
  deps: Pick<Deps, "clock" | "newId">,
  actor: Actor,
  { kind, language }: Which,
  { basedOn, words, restores, action }: NewVersion,
): Promise<void> {
  const [now, id, version] = [deps.clock.now(), deps.newId(), basedOn + 1];
  await insertWording(tx, {
    ...{ id, kind, language, version, restores, subject: null, opening: null, closing: null, ...words },
    ...{ createdAt: now, createdBy: actor.userId, createdByName: actor.displayName },
  });
  await appendAuditEvent(tx, {
    ...{ at: now, actor, action, objectType: "notice_wording", objectId: id, countryCode: null },
    detail: { kind, language, version, ...(restores !== null && { restores }) },
  });
}
