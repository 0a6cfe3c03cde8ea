import { z } from "zod";
import { contract } from "./contract.ts";
import { Instant } from "./values.ts";

const CalendarFeed = z
  .object({ since: Instant.describe("When its present address was made.") })
  .meta({ id: "CalendarFeed", description: "A calendar that the person's own program fetches." });

export const OwnSettings = z
  .object({
    calendar: z
      .object({
        offered: z
          .enum(["country", "rounds", "meetings"])
          .nullable()
          .describe(
            "`country`: the due dates of the own country. `rounds`: the dates of all rounds and countries. `meetings`: meetings alone. Null = there is none for this person.",
          ),
        showsMeetings: z.boolean().describe("Are the meetings of the Network and of the other bodies in it?"),
        feed: CalendarFeed.nullable().describe("Null = none was made, or it was ended."),
      })
      .describe("The calendar that can be subscribed to."),
    digest: z
      .object({
        offered: z
          .enum(["daily", "weekly"])
          .nullable()
          .describe(
            "`daily`: what is new in the rounds and the commitments. `weekly`: what changed in the own report. Null = this person gets none.",
          ),
        wanted: z.boolean(),
      })
      .describe("A mail that says what changed, and asks for nothing."),
  })
  .meta({ id: "OwnSettings", description: "What the person has chosen about calendar and mails." });

export const getOwnSettings = contract({
  operationId: "getOwnSettings",
  method: "GET",
  path: "/session/settings",
  summary: "The own calendar, and whether the digest is wanted",
  action: "session.own",
  response: OwnSettings,
});

export const chooseDigest = contract({
  operationId: "chooseDigest",
  method: "PUT",
  path: "/session/digest",
  summary: "Want the digest, or not; messages about duties come in any case",
  action: "own-digest.choose",
  body: z.strictObject({ wanted: z.boolean() }),
  response: OwnSettings,
});

export const makeCalendar = contract({
  operationId: "makeCalendar",
  method: "POST",
  path: "/session/calendar",
  summary: "Make the own calendar, or give it another address: the address before stops working",
  description:
    "The address is said here and nowhere else; the portal keeps only what it needs to recognise it. Whoever has it reads these dates without signing in. It is fetched with GET and works until the person renews or ends it, or the account ends.",
  action: "own-calendar.make",
  response: z.object({ address: z.url(), settings: OwnSettings }),
});

export const endCalendar = contract({
  operationId: "endCalendar",
  method: "DELETE",
  path: "/session/calendar",
  summary: "End the own calendar: its address stops working",
  action: "session.own",
  response: OwnSettings,
});
