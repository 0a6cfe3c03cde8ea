import { byLanguage } from "@avances/domain/catalogue";
import { isClockTime, momentFaults, noticeOutcomes, scheduledEnds, scheduledWaits } from "@avances/domain/round";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { CountryToRemind, LeftOut, MessagePreview, ResendChoice } from "./notices.ts";
import {
  CountryCodeSchema,
  DateOnly,
  Id,
  Instant,
  limited,
  plainText,
  RoundYear,
  StatusSchema,
  singleLine,
} from "./values.ts";

const YearParams = z.strictObject({ year: RoundYear });
const ReminderParams = YearParams.extend({
  reminderId: Id.describe("Id of a set reminder, from `GET /rounds/{year}/scheduled-reminders`."),
});

const OwnWords = z
  .strictObject(byLanguage(() => plainText(textLimits.noticeText).optional()))
  .optional()
  .describe("Stands above the standard text, as written, by the language of its readers.");

const Moment = z
  .strictObject({
    day: DateOnly,
    time: limited(5)
      .refine((text) => isClockTime(text), { error: "not_a_time" })
      .meta({
        description: "`HH:MM`, from 00:00 to 23:59.",
        pattern: "^([01]\\d|2[0-3]):[0-5]\\d$",
        examples: ["09:30"],
      }),
    timeZone: singleLine(64)
      .nullable()
      .describe("The zone (IANA) of the clocks that are meant; null = those of the capital of each country."),
  })
  .meta({ id: "NamedMoment", description: "A day and an hour, and by whose clocks." });

const Waits = z
  .enum(scheduledWaits)
  .nullable()
  .describe(
    "Why it does not leave at the moment that was named: reminders are held, the country named a day, a day off, a Saturday or Sunday, the hours (09:00 to 18:00 in the capital), or another message of that day. Null = it leaves then.",
  );

const ScheduleRefused = z
  .object({
    fault: z.enum(momentFaults),
    countries: z.array(CountryCodeSchema).readonly().describe("For which countries; empty with `unknown_zone`."),
    limit: DateOnly.nullable().describe(
      "With `after_round` the last day on which it would still leave (null = none is left), with `before_opening` the first that is possible.",
    ),
  })
  .meta({ id: "ScheduleRefused", description: "Details of `schedule-refused`: what is wrong with the moment." });

const AlreadyScheduled = z
  .object({
    reminders: z.array(z.object({ country: CountryCodeSchema, at: Instant, byName: z.string() })).readonly(),
  })
  .meta({ id: "AlreadyScheduled", description: "Details of `already-scheduled`: what waits already, and who set it." });
export type AlreadyScheduled = z.output<typeof AlreadyScheduled>;

const Outcome = z.object({
  code: z.enum(noticeOutcomes),
  status: StatusSchema.nullable().describe("With `status-changed`: the status of the report."),
});

const Waiting = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("leaves"), at: Instant, moved: Waits }).describe("If nothing changes until then."),
  z.object({ kind: z.literal("nobody") }).describe("Nobody there can be written to; it waits for somebody."),
  z
    .object({ kind: z.literal("not_needed"), outcome: Outcome })
    .describe("As things stand nothing is asked: it will not leave."),
]);

const Became = z.discriminatedUnion("kind", [
  z
    .object({ kind: z.literal("left"), at: Instant, messages: z.int() })
    .describe("`messages`: how many a mail server took."),
  z.object({ kind: z.literal("under_way"), messages: z.int() }).describe("Written, and waiting to be sent."),
  z.object({ kind: z.literal("kept"), at: Instant }).describe("Written; this instance sends no mail."),
  z.object({ kind: z.literal("not_delivered"), messages: z.int() }).describe("Given up: see the outgoing mail."),
  z.object({ kind: z.literal("not_needed"), at: Instant, outcome: Outcome }),
  ...scheduledEnds.map((kind) =>
    z
      .object({ kind: z.literal(kind), at: Instant, byName: z.string() })
      .describe("`replaced`: it was given another moment or other words."),
  ),
]);

const ofReminder = {
  id: Id,
  country: CountryCodeSchema,
  at: Instant.describe("The moment that was named."),
  timeZone: z.string().nullable().describe("By whose clocks it was named; null = those of the capital."),
  text: z.object(byLanguage(() => z.string().optional())).describe("The Secretariat's own words, by language."),
  setAt: Instant,
  byName: z.string(),
};

const ScheduledReminders = z
  .object({
    waiting: z
      .array(
        z
          .object({ ...ofReminder, standing: Waiting })
          .meta({ id: "WaitingReminder", description: "A reminder by hand that is set for a later moment." }),
      )
      .readonly()
      .describe("By their moment."),
    earlier: z
      .array(
        z
          .object({ ...ofReminder, became: Became })
          .meta({ id: "EarlierReminder", description: "A reminder that was set for a moment, and what became of it." }),
      )
      .readonly()
      .describe("Those that ended last first."),
    ranges: z
      .array(
        z.object({ country: CountryCodeSchema, first: DateOnly, last: DateOnly }).meta({
          id: "DaysToRemind",
          description:
            "On which days of its own a reminder to a country can be set, at nine in its capital; late on the last of them there may be no time left.",
        }),
      )
      .readonly()
      .describe("The countries to which a reminder can still be set."),
  })
  .meta({ id: "ScheduledReminders", description: "Reminders by hand of a round that are set for a later moment." });

export const listScheduledReminders = contract({
  operationId: "listScheduledReminders",
  method: "GET",
  path: "/rounds/:year/scheduled-reminders",
  summary: "Reminders by hand that are set for a later moment, how each stands, and what became of earlier ones",
  action: "notices.send",
  params: YearParams,
  response: ScheduledReminders,
  problems: ["not-found"],
});

const Schedule = ResendChoice.extend({ moment: Moment, text: OwnWords }).meta({
  id: "ReminderToSet",
  description: "To whom, when, and in which words of one's own.",
});

export const previewScheduledReminders = contract({
  operationId: "previewScheduledReminders",
  method: "POST",
  path: "/rounds/:year/scheduled-reminders/preview",
  summary:
    "What would be written at a later moment if nothing changes until then, and when it would leave; sets nothing",
  action: "notices.send",
  params: YearParams,
  body: Schedule,
  response: z.object({
    messages: z.array(MessagePreview).readonly(),
    countries: z
      .array(
        CountryToRemind.extend({ goesAt: Instant, moved: Waits }).meta({
          id: "CountryToRemindLater",
          description: "The same, with when it would leave to this country.",
        }),
      )
      .readonly(),
    leftOut: z.array(LeftOut).readonly(),
  }),
  problems: ["not-found", "schedule-refused"],
  details: { "schedule-refused": ScheduleRefused },
});

export const scheduleReminders = contract({
  operationId: "scheduleReminders",
  method: "POST",
  path: "/rounds/:year/scheduled-reminders",
  summary: "Set a reminder for a later moment, for a country or a group",
  description:
    "It is written when it leaves, from the facts of that moment, under the rules of a reminder that is sent now: nobody who has submitted or is exempt by then is asked. It keeps the days and hours of each country, holds and the days that countries named, and leaves on no day on which another message of the round goes there. One waits for a country at a time.",
  action: "notices.send",
  params: YearParams,
  body: Schedule,
  response: ScheduledReminders,
  status: 201,
  details: { "schedule-refused": ScheduleRefused, "already-scheduled": AlreadyScheduled },
  idempotent: true,
  problems: [
    ...(["not-found", "nothing-to-send", "schedule-refused", "already-scheduled"] as const),
    ...(["idempotency-key-required", "idempotency-key-reused"] as const),
  ],
});

export const changeScheduledReminder = contract({
  operationId: "changeScheduledReminder",
  method: "POST",
  path: "/rounds/:year/scheduled-reminders/:reminderId/change",
  summary: "Give a set reminder another moment and other words; the earlier one stays in the record",
  action: "notices.send",
  params: ReminderParams,
  body: z.strictObject({ moment: Moment, text: OwnWords }),
  response: ScheduledReminders,
  details: { "schedule-refused": ScheduleRefused },
  idempotent: true,
  problems: [
    ...(["not-found", "transition-refused", "schedule-refused"] as const),
    ...(["idempotency-key-required", "idempotency-key-reused"] as const),
  ],
});

export const withdrawScheduledReminder = contract({
  operationId: "withdrawScheduledReminder",
  method: "POST",
  path: "/rounds/:year/scheduled-reminders/:reminderId/withdraw",
  summary: "Withdraw a set reminder before it leaves",
  action: "notices.send",
  params: ReminderParams,
  response: ScheduledReminders,
  idempotent: true,
  problems: ["not-found", "transition-refused", "idempotency-key-required", "idempotency-key-reused"],
});
