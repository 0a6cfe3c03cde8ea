import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { CalendarStepSchema } from "./proposed-steps.ts";
import { RoundView } from "./reference.ts";
import { StaleRound } from "./rounds.ts";
import { CountryCodeSchema, countriesAtMost, DateOnly, Instant, plainText, RoundYear, StatusSchema } from "./values.ts";

/** Why a round cannot be closed or opened again now. */
const ClosingFault = z
  .enum(["not_due", "closed", "not_closed", "over"])
  .describe(
    "`not_due`: its due date has not passed in every capital. `over`: the day has come on which it closes by itself.",
  );

const ClosingCountry = z
  .object({
    country: CountryCodeSchema,
    standing: z
      .enum(["not_received", "extended", "returned", "withdrawn", "voluntary"])
      .describe(
        "`not_received`: its date has passed and nothing came. `extended`: its own date is to come, and stands. `returned`: its clarifications are awaited by their own date. `withdrawn`: it took its report back. `voluntary`: it prepares a report that it does not owe.",
      ),
    status: StatusSchema,
    dueOn: DateOnly,
    returnDueOn: DateOnly.nullable(),
    answered: z.int().describe("Answers of its draft; they stay in it."),
    expected: z.int(),
    dropped: z
      .array(
        z.object({
          step: CalendarStepSchema,
          at: Instant,
          needsConfirmation: z.boolean().describe("It would be proposed, and leave once a person has confirmed it."),
        }),
      )
      .readonly()
      .describe("Steps of the calendar that leave no more once the round is closed, as the planner would send them."),
    told: z.array(z.string()).readonly().describe("Who is told of the closing by mail, by name."),
  })
  .meta({ id: "ClosingCountry", description: "What it means for a country that its round is closed now." });

export const ClosingPreview = z
  .object({
    round: RoundView,
    at: Instant,
    fault: ClosingFault.nullable().describe("Why it cannot be closed now; null = it can."),
    mayReopen: z.boolean().describe("It was closed by the secretariat and can be opened again."),
    closesByItselfOn: DateOnly,
    countries: z.array(ClosingCountry).readonly(),
  })
  .meta({ id: "ClosingPreview", description: "What closing a round now would mean." });
export type ClosingPreview = z.output<typeof ClosingPreview>;

const YearParams = z.strictObject({ year: RoundYear });

export const previewClosing = contract({
  operationId: "previewClosing",
  method: "GET",
  path: "/rounds/:year/closing",
  summary:
    "What it would mean to close a round now: who has not submitted, which extensions stand, which steps leave no more",
  action: "rounds.manage",
  params: YearParams,
  response: ClosingPreview,
});

const act = {
  method: "POST",
  action: "rounds.manage",
  params: YearParams,
  response: RoundView,
  ifMatch: true,
  idempotent: true,
} as const;
const ClosingRefused = z
  .object({ fault: ClosingFault })
  .meta({ id: "ClosingRefused", description: "Details of `closing-refused`: why not." });
const problems = [
  "revision-required",
  "revision-stale",
  "closing-refused",
  "idempotency-key-required",
  "idempotency-key-reused",
] as const;
const reason = plainText(textLimits.actReason, shortestActReason);

export const closeRound = contract({
  ...act,
  operationId: "closeRound",
  path: "/rounds/:year/close",
  summary:
    "Close a round after its due date and before the day on which it closes by itself; the countries concerned are told",
  description:
    "Nothing more is asked of countries whose date has passed: they stand as not received, and may still send their report. An extension that runs stands, and its reminders go on; each has to be named with its end. What was named is compared with what is so: if a report arrived or a date moved meanwhile, nothing is closed (`closing-changed`).",
  body: z.strictObject({
    reason,
    notReceived: z
      .array(CountryCodeSchema)
      .max(countriesAtMost)
      .describe("The countries that will stand as not received, as they were seen."),
    extended: z
      .array(z.strictObject({ country: CountryCodeSchema, dueOn: DateOnly }))
      .max(countriesAtMost)
      .describe("The extensions that stand, each with its end, as they were seen."),
  }),
  details: {
    "revision-stale": StaleRound,
    "closing-refused": ClosingRefused,
    "closing-changed": z.object({ current: ClosingPreview }).meta({
      id: "ClosingChanged",
      description: "Details of `closing-changed`: what closing the round means now.",
    }),
  },
  problems: [...problems, "closing-changed"],
});

export const reopenRound = contract({
  ...act,
  operationId: "reopenRound",
  path: "/rounds/:year/reopen",
  summary: "Open a round again that the secretariat closed before its day; reminders go on, and the countries are told",
  body: z.strictObject({ reason }),
  details: { "revision-stale": StaleRound, "closing-refused": ClosingRefused },
  problems,
});
