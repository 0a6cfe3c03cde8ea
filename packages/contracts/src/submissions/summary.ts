import { z } from "zod";
import { Timeliness } from "../rounds.ts";
import { CountryCodeSchema, DateOnly, Id, Instant, StatusSchema, SubmissionActSchema } from "../values.ts";

export const SubmissionSummary = z
  .object({
    id: Id,
    year: z.int().describe("Year that names the round; its data are of another year."),
    referenceYear: z.int(),
    country: CountryCodeSchema,
    obligated: z.boolean(),
    exempt: z.boolean().describe("Excused, even if the country has started or sent a report voluntarily."),
    status: StatusSchema,
    timeliness: Timeliness,
    dueOn: DateOnly,
    returnDueOn: DateOnly.nullable().describe("Due date of returned work, or null."),
    extended: z.boolean(),
    version: z.int(),
    publishedVersion: z.int().nullable(),
    answered: z.int(),
    expected: z.int(),
    firstSubmittedAt: Instant.nullable(),
    submittedAt: Instant.nullable(),
    returnedAt: Instant.nullable().describe(
      "When it was last returned; its questions are the remarks with this instant.",
    ),
    acceptedAt: Instant.nullable(),
    publishedAt: Instant.nullable(),
    lastActivityAt: Instant.nullable(),
    revision: z
      .int()
      .describe(
        'Revision of the state, not of the answers: every act raises it. Acts must name the revision they were decided on (`If-Match: "v<revision>"`).',
      ),
  })
  .meta({ id: "SubmissionSummary", description: "The report of one country in one round, without its answers." });

export type SubmissionSummary = z.output<typeof SubmissionSummary>;

const ActState = z
  .object({
    status: StatusSchema,
    version: z.int(),
    dueOn: DateOnly,
    returnDueOn: DateOnly.nullable(),
  })
  .meta({ id: "ActState", description: "The submission before or after an act." });

export const ActView = z
  .object({
    revision: z.int().describe("The revision of the submission after this act."),
    act: SubmissionActSchema,
    at: Instant,
    byName: z.string(),
    byRole: z.string(),
    before: ActState,
    after: ActState,
    reason: z.string(),
  })
  .meta({
    id: "SubmissionActRecord",
    description: "An act on a submission: by whom, when, why, and what it changed.",
  });

export type ActView = z.output<typeof ActView>;

export const StaleAct = z
  .object({
    current: SubmissionSummary,
    acts: z.array(ActView).readonly().describe("The acts since then, oldest first."),
  })
  .meta({
    id: "StaleAct",
    description: "Details of `revision-stale` when an act was decided on a state that is no longer the present one.",
  });

export type StaleAct = z.output<typeof StaleAct>;
