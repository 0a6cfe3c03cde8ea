import type { BodyOf, addTranslation as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findAnyMatter, holdMatter, listTranslations } from "@avances/db/queries/matter-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { actInPublic, isShownToAll, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow, found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import { translateMatter } from "#features/shared/file-matter.ts";
import { wordsView } from "#features/shared/matter-view.ts";
import type { Idempotency } from "#http/handler.ts";
import type { LibraryDeps } from "./document-view.ts";

/**
 * Says in the other language what somebody put before the Network, whoever it was: the words themselves stay as they are. Refuses with
 * `words-changed` when they are not the ones that were translated.
 */
export async function addTranslation(
  deps: PublicDeps & LibraryDeps,
  actor: Actor,
  { matterId, said }: { readonly matterId: string; readonly said: BodyOf<typeof contract> },
  idempotency: Idempotency,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "matter.translate");
  const now = deps.clock.now();
  const { language, textRevision, overruled } = said;
  const [subject, body] = [said.subject.trim(), said.body.trim()];
  let isPublic = false;
  return actInPublic(deps, actor, { idempotency, now, concerns: () => isPublic }, async (tx) => {
    await holdMatter(tx, matterId);
    const row = found(await findAnyMatter(tx, matterId));
    if (row.state === "withdrawn") throw new DomainError("transition-refused");
    if (row.textRevision !== textRevision || row.language === language) throw new DomainError("words-changed");
    isPublic = isShownToAll(row);
    const fewerThan = isPublic ? deps.catalogues.current.suppression.threshold : null;
    await askAboutDetails(tx, actor, now, { matterId, texts: [subject, body], overruled, fewerThan });
    await translateMatter({ tx, actor, now, newId: deps.newId }, row, { language, subject, body });
    await appendAuditEvent(tx, {
      ...{ at: now, actor, action: "matter.translated", objectType: "matter", objectId: matterId },
      ...{ countryCode: null, detail: { kind: row.kind, textRevision, language } },
    });
    return wordsView(row, await listTranslations(tx, [matterId]));
  });
}
