import { anchorOf, type MatterStep, matterSteps } from "@avances/domain/network";
import type { MatterRequestFacts } from "../src/letters/matter-request.ts";

/* Every message about a commitment in every state in which it can be written. */

const costaRica = { timeZone: "America/Costa_Rica", capital: { en: "San José", es: "San José" } };
export const matterSides = {
  country: { countryCode: "USA", countryName: { en: "United States", es: "Estados Unidos" } },
  organisation: null,
};
export const matterDay = "2027-04-30";
/** Before the day, on it, and after it, and on the day before and after. */
const moments = ["2027-04-23", "2027-04-29", matterDay, "2027-05-01", "2027-05-03"] as const;
export type MatterMoment = (typeof moments)[number];
const daysFrom = { "2027-04-23": 7, "2027-04-29": 1, [matterDay]: 0, "2027-05-01": -1, "2027-05-03": -3 } as const;

export interface MatterWorld extends MatterRequestFacts {
  readonly left: number | null;
  readonly isOwed: boolean;
  readonly isReminder: boolean;
}

export function* matterWorlds(): Generator<MatterWorld> {
  for (const step of matterSteps)
    for (const country of Object.values(matterSides))
      for (const meeting of [null, { body: "LON", heldOn: "2027-02-18" } as const])
        for (const point of ["", "3b"])
          for (const documents of [0, 1, 2])
            for (const date of [null, matterDay])
              for (const moment of moments)
                yield matterWorldOf({ step, country, meeting, point, documents, date, moment });
}

export function matterWorldOf(of: {
  readonly step: MatterStep;
  readonly country: MatterWorld["country"];
  readonly meeting: MatterWorld["meeting"];
  readonly point: string;
  readonly documents: number;
  readonly date: string | null;
  readonly moment: MatterMoment;
}): MatterWorld {
  const { step, country, meeting, point, documents, date, moment } = of;
  const isOwed = anchorOf(step) === "due_on";
  return {
    ...{
      name: "Ana Mora",
      contact: null,
      now: new Date(`${moment}T15:00:00Z`),
      place: costaRica,
      step,
      country,
      meeting,
    },
    ...{ point, documents, sentAt: new Date("2027-03-01T15:00:00Z"), stage: "in_progress" as const },
    replyBy: isOwed ? null : date,
    dueOn: isOwed ? date : null,
    mayAnswer: country !== null,
    link: "https://avances.example/es/network/commitments/1",
    left: date === null ? null : daysFrom[moment],
    isOwed,
    isReminder: step !== "matter_sent",
  };
}

/** Is such a message written at all? Nothing of a day that was not set, and nobody who cannot answer is reminded to. */
export function isWritten({ isOwed, dueOn, isReminder, mayAnswer }: MatterWorld): boolean {
  return isOwed ? dueOn !== null : mayAnswer || !isReminder;
}
