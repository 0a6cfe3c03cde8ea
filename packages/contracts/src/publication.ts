import { z } from "zod";
import { contract } from "./contract.ts";
import { getPublicCountry } from "./published/index.ts";
import { Publication, StaleAct } from "./submissions/index.ts";
import { Id } from "./values.ts";

const SubmissionParams = z.strictObject({ submissionId: Id.describe("Id of a submission, from `GET /submissions`.") });

export const getPublicationPreview = contract({
  operationId: "getPublicationPreview",
  method: "GET",
  path: "/submissions/:submissionId/publication",
  summary:
    "What the public will see of the country once the accepted version is published: suppressed and scored by the same code",
  action: "publication.preview",
  params: SubmissionParams,
  response: z.object({ publication: Publication, revision: z.int(), page: getPublicCountry.response }),
  problems: ["not-available-now"],
});

export const consentToPublication = contract({
  operationId: "consentToPublication",
  method: "POST",
  path: "/submissions/:submissionId/consent",
  summary: "The country agrees to the publication of the accepted version before its five working days are over",
  action: "publication.consent",
  params: SubmissionParams,
  body: z.strictObject({ version: z.int().min(1) }),
  response: Publication,
  details: { "revision-stale": StaleAct },
  ifMatch: true,
  idempotent: true,
  problems: [
    "not-available-now",
    "revision-required",
    "revision-stale",
    "idempotency-key-required",
    "idempotency-key-reused",
  ],
});
