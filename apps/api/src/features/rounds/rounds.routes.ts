import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { PublicDeps } from "#features/shared/act-in-public.ts";
import { decided, keyOf } from "#features/shared/decided.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import { cancelRound } from "./cancel-round.ts";
import { closeRound, previewClosing, reopenRound } from "./close-round.ts";
import { closingFile } from "./closing-file.ts";
import { correctRound } from "./correct-round.ts";
import { meetingSheet, meetingWorkbook } from "./meeting-file.ts";
import { openRound } from "./open-round.ts";
import { changeGroup } from "./preparation/change-group.ts";
import { openPreparedRound } from "./preparation/open-prepared-round.ts";
import { dropPreparation, getPreparation, listPreparations, prepareRound } from "./preparation/preparations.ts";
import { readPlannedMail, simulateOpening } from "./preparation/simulate-opening.ts";
import { receivedReports, showReceivedReports } from "./received-reports.ts";
import { roundRecord } from "./round-record.ts";
import { roundStatus } from "./round-status.ts";

/** Rounds: opening one, correcting it, and who is late in it. */
export function roundsRoutes(mount: Mount, deps: Deps & PublicDeps): void {
  mount(contracts.openRound, ({ actor, body, idempotency }) => openRound(deps, actor, body, keyOf(idempotency)));
  mount(contracts.listPreparations, ({ actor }) => listPreparations(deps, actor));
  mount(contracts.getPreparation, ({ actor, params }) => getPreparation(deps, actor, params.year));
  mount(contracts.prepareRound, async ({ actor, params, body, ...call }) =>
    tagged(await prepareRound(deps, actor, { ...params, ...decided(call), plan: body })),
  );
  mount(contracts.dropPreparation, async ({ actor, params, ...call }) =>
    tagged(await dropPreparation(deps, actor, { ...params, ...decided(call) })),
  );
  mount(contracts.openPreparedRound, async ({ actor, params, ...call }) =>
    tagged(await openPreparedRound(deps, actor, { ...params, ...decided(call) })),
  );
  mount(contracts.simulateOpening, ({ actor, params }) => simulateOpening(deps, actor, params.year));
  mount(contracts.readPlannedMail, ({ actor, params }) => readPlannedMail(deps, actor, params));
  mount(contracts.changeGroup, ({ actor, params, body, idempotency }) =>
    changeGroup(deps, actor, params.group, body, keyOf(idempotency)),
  );
  mount(contracts.correctRound, async ({ actor, params, body, ...call }) =>
    tagged(await correctRound(deps, actor, { year: params.year, correction: body, ...decided(call) })),
  );
  mount(contracts.cancelRound, async ({ actor, params, body, ...call }) =>
    tagged(await cancelRound(deps, actor, { year: params.year, cancellation: body, ...decided(call) })),
  );
  mount(contracts.previewClosing, ({ actor, params }) => previewClosing(deps, actor, params.year));
  mount(contracts.closeRound, async ({ actor, params, body, ...call }) =>
    tagged(await closeRound(deps, actor, { year: params.year, closing: body, ...decided(call) })),
  );
  mount(contracts.reopenRound, async ({ actor, params, body, ...call }) =>
    tagged(await reopenRound(deps, actor, { year: params.year, reopening: body, ...decided(call) })),
  );
  mount(contracts.listRoundActs, ({ actor }) => roundRecord(deps, actor));
  mount(contracts.getReceivedReports, ({ actor }) => receivedReports(deps, actor));
  mount(contracts.showReceivedReports, async ({ actor, body, ...call }) =>
    tagged(await showReceivedReports(deps, actor, { shown: body.shown, ...decided(call) })),
  );
  mount(contracts.getRoundStatus, ({ actor, params }) => roundStatus(deps, actor, params.year));
  mount(contracts.getClosingList, ({ actor, params, query }) =>
    closingFile(deps, actor, "csv", { ...params, ...query }),
  );
  mount(contracts.getClosingListWorkbook, ({ actor, params, query }) =>
    closingFile(deps, actor, "xlsx", { ...params, ...query }),
  );
  mount(contracts.getMeetingFile, ({ actor, params, query }) => meetingSheet(deps, actor, { ...params, ...query }));
  mount(contracts.getMeetingWorkbook, ({ actor, params, query }) =>
    meetingWorkbook(deps, actor, { ...params, ...query }),
  );
}
