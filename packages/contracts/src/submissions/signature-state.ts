import { signatureSteps } from "@avances/domain/submission";
import { z } from "zod";
import { IndicatorCodeSchema, Instant } from "../values.ts";

const SignatureStepView = z
  .object({
    step: z.enum(signatureSteps),
    version: z.int().describe("The version that it is for: the next one at that time."),
    at: Instant,
    byName: z.string(),
    answers: z
      .record(IndicatorCodeSchema, z.int())
      .describe("The revision of each answer that the person saw. A signature counts as long as all are still these."),
    reason: z.string().describe("Why it was sent back; otherwise empty."),
  })
  .meta({
    id: "SignatureStep",
    description:
      "A step on the way to the signature: `asked` by those who report, `signed` or `sent_back` by the approver.",
  });

export const Signature = z
  .object({
    steps: z
      .array(SignatureStepView)
      .readonly()
      .describe("The steps for the next version, oldest first; the last one counts."),
    approvers: z
      .array(z.string())
      .readonly()
      .describe(
        "Names of the people of the country who may sign, in alphabetical order; empty = nobody has such an account.",
      ),
  })
  .meta({ id: "Signature", description: "Where the signature of the next version stands." });

export type Signature = z.output<typeof Signature>;
