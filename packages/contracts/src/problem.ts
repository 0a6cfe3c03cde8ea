import { z } from "zod";

/** RFC 9457 problem document. `code` repeats the last part of `type`; `details` depends on the code. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  instance: z.string(),
  /** Invalid input: where (JSON pointer) and what. */
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.output<typeof Problem>;
