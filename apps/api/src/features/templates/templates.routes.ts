import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { keyOf } from "#features/shared/decided.ts";
import type { Mount } from "#http/handler.ts";
import { previewTemplate } from "./preview-template.ts";
import { getTemplate, listTemplates } from "./read-templates.ts";
import { restoreTemplate, saveTemplate } from "./save-template.ts";

/** The words of reminders that the secretariat writes itself. */
export function templatesRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.listTemplates, ({ actor }) => listTemplates(deps, actor));
  mount(contracts.getTemplate, ({ actor, params }) => getTemplate(deps, actor, params));
  mount(contracts.saveTemplate, ({ actor, params, body, idempotency }) =>
    saveTemplate(deps, actor, params, body, keyOf(idempotency)),
  );
  mount(contracts.restoreTemplate, ({ actor, params, body, idempotency }) =>
    restoreTemplate(deps, actor, params, body, keyOf(idempotency)),
  );
  mount(contracts.previewTemplate, ({ actor, params, body }) => previewTemplate(deps, actor, params, body));
}
