import { z } from "zod";
import { contract } from "./contract.ts";
import { getPublicCountry } from "./published/index.ts";
import { Publication, StaleAct } from "./submissions/index.ts";
import { VersionNumber } from "./submissions/submitting.ts";
import { CountryCodeSchema, Id, IndicatorCodeSchema, Instant, limited } from "./values.ts";

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

export const getReviewPreview = contract({
  operationId: "getReviewPreview",
  method: "GET",
  path: "/submissions/:submissionId/review-preview",
  summary:
    "What the public would see of the country if the submitted version were accepted and published now: suppressed and scored by the same code",
  description:
    "For the secretariat alone, while a version waits for its review; it is kept nowhere. The page of now is `GET /public/countries/{iso3}`.",
  action: "submission.review",
  params: SubmissionParams,
  query: z.strictObject({
    version: VersionNumber.describe("The version that is read; another one is not shown in its place."),
    confirmed: limited(2_000)
      .regex(/^[A-Z]{3}-[A-Z]{3}-\d{2}(,[A-Z]{3}-[A-Z]{3}-\d{2})*$/)
      .meta({ examples: ["TIP-LEG-05,SOM-PRO-02"] })
      .describe("Declared “not applicable” answers that would be confirmed with the acceptance; absent = none.")
      .optional(),
  }),
  response: z.object({
    version: z.int(),
    confirmed: z
      .array(IndicatorCodeSchema)
      .readonly()
      .describe("Of those that were named, the answers that the version declares not applicable."),
    page: getPublicCountry.response,
  }),
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

export const getPublicFileState = contract({
  operationId: "getPublicFileState",
  method: "GET",
  path: "/public-file",
  summary: "Which edition of the public file is read, and whether it is behind what would be said now",
  action: "submission.publish",
  response: z
    .object({
      edition: z
        .object({ id: z.int(), publishedAt: Instant })
        .nullable()
        .describe(
          "Null before the first publication, and while there is none that this release of the portal can read.",
        ),
      isBehind: z
        .boolean()
        .describe(
          "A newer edition is still to be made, because rules, words or countries are others since, a round has opened, or a release with another form of it has published. It is made without anybody's doing; until then this one is read.",
        ),
      remaining: z
        .array(z.object({ country: CountryCodeSchema, reports: z.int().min(1) }))
        .readonly()
        .describe(
          "Public reports that are to be prepared first, by country. One that stays here cannot be made public: the log of the portal says why.",
        ),
    })
    .meta({ id: "PublicFileState", description: "How far the public file is." }),
});
