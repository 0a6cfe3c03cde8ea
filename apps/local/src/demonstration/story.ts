import { addDays, type CalendarDate, localDate } from "@avances/domain/round";

/** What one country does in one round. Days are counted from the due date; negative = before it. */
export interface CountryStory {
  readonly country: string;
  /** Day of the first saved answers; absent = never started. */
  readonly starts?: number;
  /** Share of the indicators answered, from the first on. A report may be submitted with blanks: its coverage shows them. */
  readonly answers?: number;
  readonly submits?: number;
  /** Sent back on this day with questions on these indicators, answered on `answersQuestions`. */
  readonly returned?: { readonly day: number; readonly about: readonly string[]; readonly answersQuestions?: number };
  readonly accepted?: number;
  readonly published?: number;
  readonly exempt?: { readonly day: number; readonly reason: string };
  readonly extended?: { readonly day: number; readonly to: number; readonly reason: string };
}

export interface RoundStory {
  readonly year: number;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly countries: readonly CountryStory[];
  /** Days on which the secretariat sent a further reminder to the obligated group. */
  readonly resends: readonly number[];
}

/** How many rounds the region has, including the open one. */
const roundCount = 5;
/** The open round was due a week ago, so that the monitor has something to show. */
const dueDaysAgo = 8;
const openDays = 88;

/**
 * Five rounds up to the open one: four with the default calendar and one around today. Together they contain every status and mark:
 * on time, late, returned and resubmitted, extended, exempt, never started, never finished, with blanks, with an instrument
 * that has too few answers for a score, voluntary.
 */
export function regionStory(now: Date): readonly RoundStory[] {
  const dueOn = addDays(localDate(now, "America/Costa_Rica"), -dueDaysAgo);
  const lastYear = Number(dueOn.slice(0, 4));
  const past = Array.from({ length: roundCount - 1 }, (_, index): RoundStory => {
    const year = lastYear - (roundCount - 1) + index;
    return {
      year,
      opensOn: `${year}-02-01`,
      dueOn: `${year}-04-30`,
      countries: pastRounds[index] ?? [],
      resends: [9],
    };
  });
  return [...past, { year: lastYear, opensOn: addDays(dueOn, -openDays), dueOn, countries: openRound, resends: [3] }];
}

const published = (country: string, submits: number, more: Partial<CountryStory> = {}): CountryStory => ({
  country,
  starts: Math.min(submits - 6, -20),
  answers: 1,
  submits,
  accepted: Math.max(submits, 0) + 12,
  published: Math.max(submits, 0) + 24,
  ...more,
});

const questions = ["TIP-PRO-01", "TIP-JUS-04", "SOM-PRO-01"] as const;

const pastRounds: readonly (readonly CountryStory[])[] = [
  [
    published("CRI", -5),
    published("GTM", 9),
    published("MEX", -12),
    published("PAN", -1),
    published("SLV", -2),
    published("HND", 0, { returned: { day: 6, about: questions, answersQuestions: 15 }, accepted: 20, published: 31 }),
    { country: "NIC" },
    { country: "BLZ", starts: -10, answers: 0.4 },
    published("CAN", -15),
  ],
  [
    published("CRI", -8),
    published("GTM", -3),
    published("MEX", -20),
    published("PAN", 12),
    { country: "SLV", exempt: { day: -12, reason: "Estado de emergencia tras el terremoto de febrero." } },
    published("HND", -1),
    published("NIC", 27),
    published("BLZ", -4),
    published("CAN", -11),
    published("DOM", -6, { answers: 0.95 }),
  ],
  [
    published("CRI", -2),
    published("GTM", -9, { returned: { day: 2, about: questions, answersQuestions: 11 }, accepted: 19, published: 30 }),
    published("MEX", -6),
    published("PAN", -3),
    published("SLV", 4),
    published("HND", 16, { extended: { day: -4, to: 20, reason: "Cambio de autoridades en la institución rectora." } }),
    { country: "NIC" },
    published("BLZ", 2),
    published("CAN", -7),
    published("USA", -10),
  ],
  [
    published("CRI", -14),
    published("GTM", -1),
    published("MEX", -9),
    published("PAN", -5),
    published("SLV", -7),
    published("HND", -2),
    { country: "NIC", starts: -4, answers: 0.5 },
    published("BLZ", 33, { answers: 0.78 }),
    published("CAN", -4),
    published("DOM", -3),
    published("USA", -12),
  ],
];

const openRound: readonly CountryStory[] = [
  { country: "CRI", starts: -21, answers: 0.75 },
  { country: "GTM", starts: -30, answers: 1, submits: -2 },
  { country: "HND", starts: -18, answers: 1, submits: -6, returned: { day: -1, about: questions } },
  { country: "SLV", starts: -40, answers: 1, submits: -15, accepted: -3 },
  { country: "MEX", starts: -45, answers: 1, submits: -28, accepted: -20, published: -8 },
  {
    country: "PAN",
    starts: -9,
    answers: 0.5,
    extended: { day: -2, to: 20, reason: "El Ministerio Público entrega sus cifras el día 15." },
  },
  { country: "NIC" },
  { country: "BLZ", exempt: { day: -14, reason: "Hurricane response: the ministry asked to be excused this year." } },
  { country: "CAN", starts: -25, answers: 1, submits: -10 },
  { country: "DOM", starts: -6, answers: 0.3 },
];
