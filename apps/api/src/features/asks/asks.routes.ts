import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { keyOf } from "#features/shared/decided.ts";
import type { Mount } from "#http/handler.ts";
import { answerByLink, showLink } from "./answer-links.ts";
import { asksFile } from "./asks-file.ts";
import { noteExchange } from "./note-exchange.ts";
import { readAsks } from "./read-asks.ts";
import { withdrawExchange } from "./withdraw-exchange.ts";

/** What countries were asked, by whatever way, and what they answered. */
export function asksRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.getAsks, ({ actor, params }) => readAsks(deps, actor, params.country));
  mount(contracts.getAsksCsv, ({ actor, query }) => asksFile(deps, actor, "csv", query));
  mount(contracts.getAsksWorkbook, ({ actor, query }) => asksFile(deps, actor, "xlsx", query));
  mount(contracts.showAnswerLink, ({ body }) => showLink(deps, body.token));
  mount(contracts.useAnswerLink, ({ body }) => answerByLink(deps, body));
  mount(contracts.noteExchange, ({ actor, params, body, idempotency }) =>
    noteExchange(deps, actor, { year: params.year, note: body, idempotency: keyOf(idempotency) }),
  );
  mount(contracts.withdrawExchange, ({ actor, params, body, idempotency }) =>
    withdrawExchange(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
}
