import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { decided, keyOf } from "#features/shared/decided.ts";
import type { CurrentRelease } from "#features/shared/published-answers.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import { assembleReport } from "./assemble-report.ts";
import { commentOnReport } from "./comment-on-report.ts";
import { getReportFigures } from "./get-figures.ts";
import { meetingPackHtml, meetingPackPdf } from "./get-pack.ts";
import { getReport, getReportVersion } from "./get-report.ts";
import { reportDocx, reportHtml, reportPdf } from "./report-files.ts";
import { saveReportFigures } from "./save-figures.ts";
import { circulateReport, considerReport, finaliseReport } from "./send-report.ts";
import { arrangeReport, saveReportPoint } from "./write-points.ts";

/** The reports of meetings: written by the Secretariat, commented on by members, read by the Network. */
export function reportsRoutes(mount: Mount, deps: Deps & { readonly published: CurrentRelease }): void {
  mount(contracts.getReport, ({ actor, params }) => getReport(deps, actor, params.meetingId));
  mount(contracts.assembleReport, ({ actor, params, idempotency }) =>
    assembleReport(deps, actor, params.meetingId, keyOf(idempotency)),
  );
  mount(contracts.saveReportPoint, async (call) =>
    tagged(await saveReportPoint(deps, call.actor, { ...call.params, point: call.body, ...decided(call) })),
  );
  mount(contracts.arrangeReport, async (call) =>
    tagged(await arrangeReport(deps, call.actor, { ...call.params, arrangement: call.body, ...decided(call) })),
  );
  mount(contracts.saveReportFigures, async (call) =>
    tagged(await saveReportFigures(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.circulateReport, async (call) =>
    tagged(await circulateReport(deps, call.actor, { ...call.params, ...decided(call) })),
  );
  mount(contracts.finaliseReport, async (call) =>
    tagged(await finaliseReport(deps, call.actor, { ...call.params, ...decided(call) })),
  );
  mount(contracts.considerReport, async (call) =>
    tagged(await considerReport(deps, call.actor, { ...call.params, considered: call.body, ...decided(call) })),
  );
  mount(contracts.commentOnReport, ({ actor, params, body, idempotency }) =>
    commentOnReport(deps, actor, params.reportId, body, keyOf(idempotency)),
  );
  mount(contracts.getReportVersion, ({ actor, params }) => getReportVersion(deps, actor, params));
  mount(contracts.getReportFigures, ({ actor, params, query }) =>
    getReportFigures(deps, actor, { ...params, ...query }),
  );
  mount(contracts.getMeetingPackPdf, ({ actor, params, query }) =>
    meetingPackPdf(deps, actor, { ...params, ...query }),
  );
  mount(contracts.getMeetingPackHtml, ({ actor, params, query }) =>
    meetingPackHtml(deps, actor, { ...params, ...query }),
  );
  mount(contracts.getReportDocx, ({ actor, params, query }) => reportDocx(deps, actor, { ...params, ...query }));
  mount(contracts.getReportPdf, ({ actor, params, query }) => reportPdf(deps, actor, { ...params, ...query }));
  mount(contracts.getReportHtml, ({ actor, params, query }) => reportHtml(deps, actor, { ...params, ...query }));
}
