import type { getPublicationPreview as contract, ReplyOf } from "@avances/contracts";
import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { findVersion, listConfirmedNotApplicable } from "@avances/db/queries/version-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, found } from "#reporting/allow.ts";
import { confirmedIn } from "#reporting/confirmed.ts";
import { frozenAnswers } from "#reporting/previous-answers.ts";
import { readPublication } from "#reporting/publication.ts";
import { countryPayload } from "./country-payload.ts";
import { type ExpectedSubmission, toPublicSubmissions } from "./edition-input.ts";
import { readReports } from "./read-reports.ts";

/**
 * The country's public page as it will be once the accepted version is published: made by the same code as the edition, from what is
 * public of the country already and this version. Refuses with `not-available-now` when no accepted version waits.
 */
export async function publicationPreview(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference" | "config">,
  actor: Actor,
  { submissionId }: { readonly submissionId: string },
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "publication.preview");
  const now = deps.clock.now();
  const accepted = await deps.db.asActor(actor, async (tx) => {
    const submission = found(await findSubmissionInRound(tx, submissionId));
    allow(actor, "publication.preview", { country: submission.countryCode });
    const publication = await readPublication(tx, deps, submission, now);
    if (publication === null) throw new DomainError("not-available-now");
    const version = found(await findVersion(tx, submissionId, publication.version));
    return {
      submission,
      publication,
      answers: await frozenAnswers(tx, actor, version.id),
      confirmedNotApplicable: new Set(
        confirmedIn(await listConfirmedNotApplicable(tx, submissionId), publication.version),
      ),
    };
  });
  const { submission, publication } = accepted;
  const country = found(deps.reference.countries.find(({ alpha3 }) => alpha3 === submission.countryCode));
  const { rounds, expected, catalogueOf, hidingOrder } = await deps.db.asPublisher((tx) =>
    readReports(tx, deps, now, [country], submission.roundYear),
  );
  const asPublished = expected.map((report): ExpectedSubmission => {
    if (report.roundYear !== submission.roundYear) return report;
    const { answers, confirmedNotApplicable } = accepted;
    const sticky = report.version?.sticky ?? new Set<string>();
    return {
      ...report,
      version: { number: publication.version, publishedAt: now, answers, confirmedNotApplicable, sticky },
    };
  });
  const page = countryPayload(
    {
      catalogue: deps.catalogues.current,
      countries: [country],
      demonstration: deps.config.demonstration,
      rounds,
      submissions: toPublicSubmissions(catalogueOf, asPublished, hidingOrder),
    },
    country,
  );
  const mainRound = rounds.find(({ roundYear }) => roundYear === submission.roundYear);
  return {
    publication,
    revision: submission.revision,
    page: { edition: null, ...page, mainRound: mainRound ?? page.mainRound },
  };
}
