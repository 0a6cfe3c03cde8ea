import { z } from "zod";

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
      .describe("Invalid input: where (JSON pointer) and what."),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({
    id: "Problem",
    description: "RFC 9457 problem document. `code` repeats the last part of `type`; `details` depends on the code.",
  });
export type Problem = z.output<typeof Problem>;
