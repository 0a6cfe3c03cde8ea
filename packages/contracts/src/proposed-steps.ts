import { noticeSteps, stepDecisions } from "@avances/domain/round";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { AskedMeanwhile, CountryToRemind, MessagePreview } from "./notices.ts";
import { CountryCodeSchema, DateOnly, Id, Instant, plainText, RoleSchema, RoundYear } from "./values.ts";

export const CalendarStepSchema = z
  .enum(noticeSteps)
  .meta({ id: "CalendarStep", description: "A step of the calendar: it follows from a date." });
const reason = plainText(textLimits.actReason, shortestActReason);
const YearParams = z.strictObject({ year: RoundYear });
const StepParams = YearParams.extend({
  stepId: Id.describe("Id of a proposed step, from `GET /rounds/{year}/waiting-steps`."),
});

export const ProposedStep = z
  .object({
    id: Id,
    step: CalendarStepSchema,
    anchorDate: DateOnly.describe("The date that it is counted from."),
    proposedAt: Instant.describe("Since when it waits."),
    leavesAt: Instant.describe("When it would leave, were it confirmed now."),
    to: z
      .array(z.object({ name: z.string(), role: RoleSchema, address: z.string() }))
      .readonly()
      .describe("Everybody who would get it, copies included."),
    missing: z.array(RoleSchema).readonly().describe("Roles that it is also for and that nobody holds."),
    facts: CountryToRemind,
  })
  .meta({
    id: "ProposedStep",
    description: "A step that is due and leaves once a person of the secretariat confirms it.",
  });

export const DecidedStep = z
  .object({
    id: Id,
    country: CountryCodeSchema,
    step: CalendarStepSchema,
    anchorDate: DateOnly,
    proposedAt: Instant,
    decision: z
      .enum(stepDecisions)
      .nullable()
      .describe("Null = nobody decided, and it is proposed no more: the report arrived, or a later step was due."),
    decidedAt: Instant.nullable(),
    byName: z.string().nullable(),
    reason: z.string().describe("Why it was declined; else empty."),
  })
  .meta({ id: "DecidedStep", description: "A step that was proposed and waits no more." });

const WaitingSteps = z.object({
  steps: z.array(ProposedStep).readonly(),
  decided: z.array(DecidedStep).readonly().describe("The newest first."),
});

export const listWaitingSteps = contract({
  operationId: "listWaitingSteps",
  method: "GET",
  path: "/rounds/:year/waiting-steps",
  summary: "Steps of the calendar that wait for a person of the secretariat, and what was decided about earlier ones",
  action: "notices.send",
  params: YearParams,
  response: WaitingSteps,
  problems: ["not-found"],
});

export const getWaitingStepMessages = contract({
  operationId: "getWaitingStepMessages",
  method: "GET",
  path: "/rounds/:year/waiting-steps/:stepId/messages",
  summary: "Every message of a proposed step, as its addressees would read it now; sends nothing",
  action: "notices.send",
  params: StepParams,
  response: z.object({ messages: z.array(MessagePreview).readonly() }),
  problems: ["not-found", "transition-refused"],
});

export const confirmWaitingStep = contract({
  operationId: "confirmWaitingStep",
  method: "POST",
  path: "/rounds/:year/waiting-steps/:stepId/confirm",
  summary: "Confirm a proposed step: it leaves in the next sending hours of the country",
  description:
    "It is checked again when it leaves. Refused with `transition-refused` when it waits no more (somebody has decided, the report arrived, reminders are held, a later step is due), and with `asked-meanwhile` when the country has been asked since it was shown.",
  action: "notices.send",
  params: StepParams,
  body: z.strictObject({
    asksWritten: z.int().min(0).max(100_000).describe("The `asksWritten` of the country as it was shown."),
  }),
  response: WaitingSteps,
  details: { "asked-meanwhile": AskedMeanwhile },
  idempotent: true,
  problems: [
    "not-found",
    "transition-refused",
    "asked-meanwhile",
    "idempotency-key-required",
    "idempotency-key-reused",
  ],
});

export const declineWaitingStep = contract({
  operationId: "declineWaitingStep",
  method: "POST",
  path: "/rounds/:year/waiting-steps/:stepId/decline",
  summary: "Decline a proposed step: it is recorded with the reason, and not sent",
  action: "notices.send",
  params: StepParams,
  body: z.strictObject({ reason }),
  response: WaitingSteps,
  idempotent: true,
  problems: ["not-found", "transition-refused", "idempotency-key-required", "idempotency-key-reused"],
});

const StepSettings = z.object({
  steps: z
    .array(
      z
        .object({
          step: CalendarStepSchema,
          needsConfirmation: z.boolean(),
          byDefault: z.boolean().describe("What counts as long as nobody sets anything."),
          changes: z
            .array(z.object({ needsConfirmation: z.boolean(), at: Instant, byName: z.string(), reason: z.string() }))
            .readonly()
            .describe("Who has set it, the newest first."),
        })
        .meta({
          id: "StepSetting",
          description: "Whether a step of the calendar leaves only once a person has confirmed it.",
        }),
    )
    .readonly(),
});

export const listStepSettings = contract({
  operationId: "listStepSettings",
  method: "GET",
  path: "/notice-steps",
  summary: "Which steps of the calendar need a person of the secretariat before they leave, in every round",
  action: "notices.send",
  response: StepSettings,
});

export const setStepConfirmation = contract({
  operationId: "setStepConfirmation",
  method: "POST",
  path: "/notice-steps/:step",
  summary: "Set whether a step of the calendar needs a person before it leaves",
  description:
    "Counts at once, in every round: a step that waits and needs nobody any more leaves in the next sending hours.",
  action: "notices.send",
  params: z.strictObject({ step: CalendarStepSchema.describe("The step, from `GET /notice-steps`.") }),
  body: z.strictObject({ needsConfirmation: z.boolean(), reason }),
  response: StepSettings,
  idempotent: true,
  problems: ["transition-refused", "idempotency-key-required", "idempotency-key-reused"],
});
