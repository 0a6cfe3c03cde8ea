import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import { holdMeeting, planMeeting, recordAttendance } from "@avances/api/use-cases";
import { listHolidays } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import type { AttendanceNote } from "@avances/domain/network";
import { addDays, addWorkingDays, localDate } from "@avances/domain/round";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

/**
 * The founding meeting of the Network, as its published report tells it: who was there and who shared progress. What the report does not say is
 * not on record: of these two delegations, whether they shared any.
 */
const attended = ["CAN", "CRI", "DOM", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "USA"];
const sharingNotOnRecord = ["MEX", "PAN"];
const founding: readonly AttendanceNote[] = [
  ...attended.map((participant) => ({ participant, fact: "attended" as const, holds: true })),
  { participant: "BLZ", fact: "attended", holds: false },
  ...attended
    .filter((participant) => !sharingNotOnRecord.includes(participant))
    .map((participant) => ({ participant, fact: "shared_progress" as const, holds: true })),
];

/** Enters the founding meeting, with the use cases that the Secretariat calls. */
export async function tellFoundingMeeting(deps: Deps, secretariat: Actor): Promise<void> {
  const plan = { body: "LON", heldOn: "2013-11-18", untilOn: null, place: "San José", host: "CRI" } as const;
  const entered = await planMeeting(deps, secretariat, { ...plan, publicSource: "RCM-LON-2013" }, once("planMeeting"));
  const decided = (operation: string, revision: number) => ({
    ...{ meetingId: entered.id, revision, idempotency: once(operation) },
  });
  const noted = await recordAttendance(deps, secretariat, {
    ...{ notes: founding, ...decided("recordAttendance", entered.revision) },
  });
  await holdMeeting(deps, secretariat, decided("holdMeeting", noted.revision));
}

/** Plans a meeting that nobody will hold: some weeks ahead, on a working day of its host. The portal marks it as invented. */
export async function tellComingMeeting(deps: Deps, secretariat: Actor): Promise<void> {
  const host = deps.reference.countries.find(({ alpha3 }) => alpha3 === "HND");
  if (host === undefined) throw new Error("the demonstration lacks the host of its meeting");
  const holidays = await deps.db.asActor(secretariat, (tx) => listHolidays(tx, host.alpha3));
  const about = addDays(localDate(deps.clock.now(), host.timeZone), 25);
  const heldOn = addWorkingDays(about, 1, new Set(holidays.map(({ day }) => day)));
  const plan = { body: "LON", heldOn, untilOn: null, place: host.capital.es, host: host.alpha3 } as const;
  await planMeeting(deps, secretariat, { ...plan, publicSource: null }, once("planMeeting"));
}
