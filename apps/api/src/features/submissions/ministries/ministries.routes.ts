import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { Idempotency, Mount } from "#http/handler.ts";
import { changeSection } from "./alter-section.ts";
import { askForSection } from "./ask-for-section.ts";
import { removeSection, sendSectionLink } from "./change-section.ts";
import { giveBackProposal, takeProposals, undoTaking } from "./decide-proposals.ts";
import { getOwnPart, handInSection } from "./own-part.ts";
import { listProposals, listSections } from "./sections.ts";
import { withdrawProposal } from "./withdraw-proposal.ts";

/** Parts of a report that other ministries are asked for, and what contributors propose. */
export function ministriesRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.listSections, ({ actor, params }) => listSections(deps, actor, params));
  mount(contracts.askForSection, ({ actor, params, body, idempotency }) =>
    // The contract asks for a key, so the request has one.
    askForSection(deps, actor, { ...params, body, idempotency: idempotency as Idempotency }),
  );
  mount(contracts.sendSectionLink, ({ actor, params }) => sendSectionLink(deps, actor, params));
  mount(contracts.changeSection, ({ actor, params, body }) => changeSection(deps, actor, { ...params, ...body }));
  mount(contracts.removeSection, ({ actor, params }) => removeSection(deps, actor, params));
  mount(contracts.listProposals, ({ actor, params }) => listProposals(deps, actor, params));
  mount(contracts.takeProposals, ({ actor, params, body }) => takeProposals(deps, actor, { ...params, ...body }));
  mount(contracts.undoTaking, ({ actor, params }) => undoTaking(deps, actor, params));
  mount(contracts.giveBackProposal, ({ actor, params, body }) => giveBackProposal(deps, actor, { ...params, ...body }));
  mount(contracts.getOwnPart, ({ actor, params }) => getOwnPart(deps, actor, params));
  mount(contracts.withdrawProposal, ({ actor, params, body }) => withdrawProposal(deps, actor, { ...params, ...body }));
  mount(contracts.handInSection, ({ actor, params }) => handInSection(deps, actor, params));
}
