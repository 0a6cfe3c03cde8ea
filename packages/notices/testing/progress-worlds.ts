import type { Role } from "@avances/domain/access";
import { type ToldStanding, toldStandings } from "@avances/domain/network";
import type { ProgressRequestFacts } from "../src/letters/progress-request.ts";

/* Every request for progress in every state in which it can be written. */

const progressCountries = {
  CRI: { name: { en: "Costa Rica", es: "Costa Rica" }, capital: { en: "San José", es: "San José" } },
  USA: {
    name: { en: "United States", es: "Estados Unidos" },
    capital: { en: "Washington, D.C.", es: "Washington, D.C." },
  },
} as const;

/** The day by which it is awaited, and on which days of it something may be written. */
export const progressDay = "2027-02-24";
const moments = { "2027-02-03": 21, "2027-02-23": 1, [progressDay]: 0, "2027-02-25": -1, "2027-03-09": -13 } as const;
export type ProgressMoment = keyof typeof moments;

export interface ProgressWorld extends ProgressRequestFacts {
  readonly left: number;
}

/** Of what is not awaited any more nothing is written. */
const standingsAsked = toldStandings.flatMap((TIP) =>
  toldStandings.flatMap((SOM) => {
    const isOpen = (one: ToldStanding) => one === "nothing" || one === "withdrawn";
    return isOpen(TIP) || isOpen(SOM) ? [{ TIP, SOM }] : [];
  }),
);

export function progressWorldOf(
  moment: ProgressMoment,
  more: Partial<ProgressRequestFacts> & { readonly code?: keyof typeof progressCountries } = {},
): ProgressWorld {
  const { code = "CRI", ...facts } = more;
  const { name, capital } = progressCountries[code];
  return {
    ...{
      name: "Ana Mora",
      contact: null,
      now: new Date(`${moment}T15:00:00Z`),
      place: { timeZone: "America/Costa_Rica", capital },
    },
    ...{ countryCode: code, countryName: name, role: "focal_point" as Role },
    meeting: { body: "LON", heldOn: "2027-03-10", place: "Ciudad de Panamá", timeZone: "America/Panama" },
    ...{ dueOn: progressDay, told: { TIP: "nothing", SOM: "nothing" }, isAgain: false, toldOn: null, ownText: "" },
    link: "https://avances.example/es/network/narratives/new?meeting=1",
    ...facts,
    left: moments[moment],
  };
}

export function* progressWorlds(): Generator<ProgressWorld> {
  const readers = ["focal_point", "alternate", "liaison_officer"] as const;
  for (const moment of Object.keys(moments) as ProgressMoment[])
    for (const code of Object.keys(progressCountries) as (keyof typeof progressCountries)[])
      for (const [place, told] of standingsAsked.entries())
        for (const isAgain of [false, true])
          for (const dueOn of [progressDay, null]) {
            const role = readers[place % readers.length] ?? "focal_point";
            yield progressWorldOf(moment, {
              code,
              told,
              isAgain,
              dueOn,
              role,
              toldOn: isAgain ? "2027-03-03" : null,
            });
          }
}
