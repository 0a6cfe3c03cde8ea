import { z } from "zod";
import { DateOnly, Instant } from "../values.ts";

export const Publication = z
  .object({
    version: z.int(),
    acceptedAt: Instant,
    from: DateOnly.describe(
      "First day, in the country's calendar, on which it may be published: after five full working days from acceptance, or the day of consent.",
    ),
    isOpen: z.boolean().describe("May it be published now?"),
    consent: z
      .object({ at: Instant, byName: z.string() })
      .nullable()
      .describe("The country's agreement to the publication of this version, or null."),
    told: z
      .array(z.object({ name: z.string(), at: Instant }))
      .readonly()
      .describe(
        "The people of the country to whom the message about this acceptance was sent, and when, in order; empty = nobody.",
      ),
  })
  .meta({ id: "Publication", description: "An accepted version on its way to the public." });

export type Publication = z.output<typeof Publication>;
