import { type MatterNewsStep, matterNewsSteps } from "@avances/domain/network";
import type { DocumentNews, MatterNewsFacts, ViewNews } from "../src/letters/matter-news.ts";

/* Every message with news of the Network in every state in which it can be written. */

const costaRica = { timeZone: "America/Costa_Rica", capital: { en: "San José", es: "San José" } };
const usa = { timeZone: "America/New_York", capital: { en: "Washington, D.C.", es: "Washington, D.C." } };
const sides = {
  CRI: { place: costaRica, country: { countryCode: "CRI", countryName: { en: "Costa Rica", es: "Costa Rica" } } },
  USA: {
    place: usa,
    country: { countryCode: "USA", countryName: { en: "United States", es: "Estados Unidos" } },
  },
  organisation: { place: costaRica, country: null },
} as const;

/** The last day of the country, and when something may be written of it. */
export const newsDay = "2027-02-24";
const moments = { "2027-02-10": 14, "2027-02-23": 1, [newsDay]: 0, "2027-02-25": -1, "2027-03-09": -13 } as const;

const page = (room: string, number: number) => `https://avances.example/es/network/${room}/${number}`;
const at = (day: string) => new Date(`${day}T15:00:00Z`);

function viewOf(number: number, more: Partial<ViewNews> = {}): ViewNews {
  return {
    ...{ filedAt: at("2027-02-09"), replyUntil: newsDay, isOpen: false, withdrawnAt: null, othersFiledAt: null },
    ...{ link: page("guidelines", number), ...more },
  };
}

function documentOf(number: number, more: Partial<DocumentNews> = {}): DocumentNews {
  return {
    ...{ sentAt: at("2027-02-01"), meeting: { body: "LON", heldOn: "2027-01-20" } as const, point: "3b" },
    ...{ at: at("2027-02-05"), link: page("library", number), ...more },
  };
}

export interface NewsWorld extends MatterNewsFacts {
  /** What its file is called. */
  readonly file: string;
  readonly step: MatterNewsStep;
  /** Days left until the last day of the country; negative = over. */
  readonly left: number;
}

type Things = Pick<MatterNewsFacts, "views" | "documents">;

/** Of which things a message of this step may tell; the days of a country decide only about what is given. */
function* thingsOf(step: MatterNewsStep, left: number): Generator<readonly [string, Things]> {
  if (step.startsWith("document")) {
    for (const meeting of [null, { body: "LON", heldOn: "2027-01-20" } as const])
      for (const point of ["", "3b"]) {
        const name = `${meeting === null ? "no-meeting" : "meeting"}_${point || "no-point"}`;
        yield [name, { views: [], documents: [documentOf(1, { meeting, point })] }];
      }
    yield ["two", { views: [], documents: [documentOf(1), documentOf(2, { point: "", meeting: null })] }];
    return;
  }
  const withdrawnAt = step === "view_withdrawn" ? at("2027-02-10") : null;
  for (const othersFiledAt of [null, at("2026-11-03")])
    for (const isOpen of step === "view_given" && left >= 0 ? [false] : [false, true]) {
      const name = `${othersFiledAt === null ? "alone" : "another"}_${isOpen ? "open" : "first"}`;
      yield [name, { views: [viewOf(1, { isOpen, withdrawnAt, othersFiledAt })], documents: [] }];
    }
  const later = viewOf(2, { withdrawnAt, replyUntil: "2027-02-26", othersFiledAt: at("2026-11-03") });
  yield ["two", { views: [viewOf(1, { withdrawnAt }), later], documents: [] }];
}

const readers = ["focal_point", "alternate", "liaison_officer"] as const;

export function* newsWorlds(): Generator<NewsWorld> {
  let count = 0;
  for (const step of matterNewsSteps)
    for (const [side, { place, country }] of Object.entries(sides))
      for (const [moment, left] of step === "view_given" ? Object.entries(moments) : [["2027-02-11", 13] as const]) {
        if (country === null && step.startsWith("view")) continue;
        for (const [of, things] of thingsOf(step, left)) {
          count += 1;
          const role = country === null ? "observer" : (readers[count % readers.length] ?? "focal_point");
          yield {
            ...{ file: [step, side, left, of].join("_"), step, left, name: "Ana Mora", contact: null },
            ...{ place, country, role, now: at(moment), ...things },
          };
        }
      }
}
