import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { PublicDeps } from "#features/shared/act-in-public.ts";
import { decided, keyOf } from "#features/shared/decided.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import { fileDocument, reviseDocument, saveDocument, showDocument, withdrawDocument } from "./act-on-document.ts";
import { getDocument, listDocuments } from "./read-documents.ts";
import { tellSeen } from "./tell-seen.ts";
import { addTranslation } from "./translate-matter.ts";

/** The library of the Network, and the words of what is put before it in two languages. */
export function libraryRoutes(mount: Mount, deps: Deps & PublicDeps): void {
  mount(contracts.listDocuments, ({ actor, query }) => listDocuments(deps, actor, query));
  mount(contracts.getDocument, ({ actor, params }) => getDocument(deps, actor, params.matterId));
  mount(contracts.saveDocument, async (call) =>
    tagged(await saveDocument(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.fileDocument, async (call) =>
    tagged(await fileDocument(deps, call.actor, { ...call.params, ...decided(call) })),
  );
  mount(contracts.reviseDocument, async (call) =>
    tagged(await reviseDocument(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.showDocument, async (call) =>
    tagged(await showDocument(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.withdrawDocument, async (call) =>
    tagged(await withdrawDocument(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.addTranslation, ({ actor, params, body, idempotency }) =>
    addTranslation(deps, actor, { ...params, said: body }, keyOf(idempotency)),
  );
  mount(contracts.tellSeen, ({ actor, params, body }) => tellSeen(deps, actor, { ...params, ...body }));
}
