import type {
  BodyOf,
  DocumentView,
  reviseDocument as reviseContract,
  saveDocument as saveContract,
} from "@avances/contracts";
import { putDocument } from "@avances/db/queries/document-queries";
import { setLinks } from "@avances/db/queries/matter-queries";
import type { Actor } from "@avances/domain/access";
import type { Visibility } from "@avances/domain/network";
import type { PersonalDetail } from "@avances/domain/text";
import { actInPublic, isShownToAll, type PublicDeps } from "#features/shared/act-in-public.ts";
import { type Begin, type Decide, type DecidedOnMatter, decideOrBegin } from "#features/shared/act-on-matter.ts";
import { allow } from "#features/shared/allow.ts";
import {
  type Acting,
  beginMatter,
  fileMatter,
  reviseMatter,
  rewriteMatter,
  showMatter,
  withdrawMatter,
} from "#features/shared/file-matter.ts";
import { requireKnownLinks } from "#features/shared/known-links.ts";
import { documentView, type LibraryDeps } from "./document-view.ts";

const kind = "document" as const;

/** The only way to change a document, once per key. */
async function actOnDocument(
  deps: PublicDeps & LibraryDeps,
  actor: Actor,
  { matterId: id, revision, idempotency }: DecidedOnMatter,
  decide: Decide,
  begin?: Begin,
): Promise<DocumentView> {
  allow(actor, "document.file");
  const now = deps.clock.now();
  const { threshold: fewerThan } = deps.catalogues.current.suppression;
  return actInPublic(deps, actor, { idempotency, now, concerns: isShownToAll }, (tx) => {
    const acting = { tx, actor, now, newId: deps.newId, fewerThan };
    return decideOrBegin(acting, { id, kind, revision }, () => documentView(tx, deps, actor, id), decide, begin);
  });
}

/** Writes a draft: a new one, or other words for it. */
export function saveDocument(
  deps: PublicDeps & LibraryDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnMatter & { readonly written: BodyOf<typeof saveContract> },
): Promise<DocumentView> {
  return actOnDocument(
    deps,
    actor,
    decided,
    async (acting, row) => {
      await requireKnownLinks(acting.tx, deps, written.links, row.id);
      await rewriteMatter(acting, row, written);
      await keepRest(acting, row.id, written);
    },
    async (acting) => {
      await requireKnownLinks(acting.tx, deps, written.links);
      await beginMatter(acting, { id: decided.matterId, kind }, written);
      await keepRest(acting, decided.matterId, written);
    },
  );
}

/** Puts a draft before those for whom it is. */
export function fileDocument(
  deps: PublicDeps & LibraryDeps,
  actor: Actor,
  decided: DecidedOnMatter,
): Promise<DocumentView> {
  return actOnDocument(deps, actor, decided, fileMatter);
}

/** Files another version of what was filed. */
export function reviseDocument(
  deps: PublicDeps & LibraryDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnMatter & { readonly written: BodyOf<typeof reviseContract> },
): Promise<DocumentView> {
  return actOnDocument(deps, actor, decided, async (acting, row) => {
    await requireKnownLinks(acting.tx, deps, written.links, row.id);
    await reviseMatter(acting, row, { ...written, visibility: row.visibility });
    await keepRest(acting, row.id, written);
  });
}

/** Says what only a document has: its kind, and what it belongs to. */
async function keepRest(
  { tx, actor, now, newId }: Acting,
  matterId: string,
  { documentKind, links }: BodyOf<typeof reviseContract>,
): Promise<void> {
  await putDocument(tx, matterId, documentKind);
  await setLinks(tx, matterId, links, { at: now, by: actor.userId, newId });
}

/** Shows what was filed to more people, or to fewer while nobody of another side has had it on screen. */
export function showDocument(
  deps: PublicDeps & LibraryDeps,
  actor: Actor,
  {
    visibility,
    overruled = [],
    ...decided
  }: DecidedOnMatter & {
    readonly visibility: Visibility;
    readonly overruled?: readonly PersonalDetail[] | undefined;
  },
): Promise<DocumentView> {
  return actOnDocument(deps, actor, decided, (acting, row) => showMatter(acting, row, visibility, overruled));
}

/** Withdraws a document, or gives a draft up, with the reason. */
export function withdrawDocument(
  deps: PublicDeps & LibraryDeps,
  actor: Actor,
  { reason, ...decided }: DecidedOnMatter & { readonly reason: string },
): Promise<DocumentView> {
  return actOnDocument(deps, actor, decided, (acting, row) => withdrawMatter(acting, row, { reason }));
}
