import type { DomainErrorCode } from "@avances/domain/domain-error";
import { z } from "zod";

/** Refusals of how an operation is called, before any rule is applied. */
export type CallCode =
  | "invalid-input"
  | "other-person"
  | "revision-required"
  | "idempotency-key-required"
  | "idempotency-key-reused";

/** The refusals that a contract may name. Each is a problem type (`/problems/<code>`); the API has the table of their statuses. */
export type RefusalCode = DomainErrorCode | CallCode;

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    instance: z.string(),
    errors: z
      .array(z.object({ pointer: z.string(), message: z.string() }))
      .optional()
      .describe("For invalid input: where (JSON pointer) and what."),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({
    id: "Problem",
    description: "RFC 9457 problem document. `code` repeats the last part of `type`; `details` depends on the code.",
  });
export type Problem = z.output<typeof Problem>;
