import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import {
  arrangeReport,
  assembleReport,
  circulateReport,
  finaliseReport,
  newRelease,
  saveReportPoint,
} from "@avances/api/use-cases";
import { listMeetings } from "@avances/db/queries/meeting-queries";
import { foundingMeeting, foundingPoints } from "@avances/demonstration";
import type { Actor } from "@avances/domain/access";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

/** Writes the report of the founding meeting, with the use cases that the Secretariat calls. */
export async function tellFoundingReport(portal: Deps, secretariat: Actor): Promise<void> {
  const release = newRelease(portal);
  const deps = { ...portal, published: () => release };
  const meetings = await deps.db.asActor(secretariat, listMeetings);
  const meeting = meetings.find(({ publicSource }) => publicSource === foundingMeeting.publicSource);
  if (meeting === undefined) throw new Error("the demonstration lacks its founding meeting");
  let report = await assembleReport(deps, secretariat, meeting.id, once("assembleReport"));
  const seen = (operation: string) => ({
    reportId: report.id,
    revision: report.revision,
    idempotency: once(operation),
  });
  // What comes from the agenda has titles alone: the points below say more.
  const points = report.content.points
    .filter(({ source }) => source?.kind !== "matter")
    .map(({ id, level }) => ({ id, level }));
  report = await arrangeReport(deps, secretariat, {
    ...{ arrangement: { points, withSubmissions: false }, ...seen("arrangeReport") },
  });
  for (const point of foundingPoints)
    report = await saveReportPoint(deps, secretariat, {
      ...{ pointId: randomUUID(), point: { ...point, overruled: [] }, ...seen("saveReportPoint") },
    });
  report = await circulateReport(deps, secretariat, seen("circulateReport"));
  await finaliseReport(deps, secretariat, seen("finaliseReport"));
}
