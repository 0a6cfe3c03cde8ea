import type {
  getPublicationPreview as contract,
  QueryOf,
  ReplyOf,
  getReviewPreview as reviewContract,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listFormAnswers, listFormIndexes, listHiddenCells } from "@avances/db/queries/form-queries";
import { countReports } from "@avances/db/queries/public-state-queries";
import { findSubmissionInRound, type SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { findVersion, listConfirmedNotApplicable } from "@avances/db/queries/version-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { confirmedIn } from "#features/shared/confirmed.ts";
import { frozenAnswers } from "#features/shared/previous-answers.ts";
import { readPublication } from "#features/shared/publication.ts";
import { definitionsOf } from "./definitions.ts";
import { findForms } from "./keep-forms.ts";
import { memoryEdition, type ReportWithAnswers } from "./memory-edition.ts";
import { answerKeys, putTogether } from "./put-together.ts";
import { placeOf, type ReportNow, readReports, readRounds, readRules, readVersion } from "./read-reports.ts";
import { type FormRules, makeForm, type ReportForm, readIndex, type VersionToPublish } from "./report-form.ts";

type PreviewDeps = Pick<Deps, "db" | "clock" | "catalogues" | "reference" | "config">;

/**
 * The country's public page as it will be once the accepted version is published: made by the same code as the edition, from what is
 * already public of the country and this version. Refuses with `not-available-now` when no accepted version is waiting.
 */
export async function publicationPreview(
  deps: PreviewDeps,
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
  const version = { number: publication.version, ...accepted };
  return { publication, revision: submission.revision, page: await pageWith(deps, submission, version, now) };
}

/**
 * The same for a version that is not accepted yet, for whoever reviews it: with the "not applicable" answers that would be confirmed. Refuses with
 * `not-available-now` when that version does not wait for a review.
 */
export async function reviewPreview(
  deps: PreviewDeps,
  actor: Actor,
  { submissionId, version: wanted, confirmed = "" }: { readonly submissionId: string } & QueryOf<typeof reviewContract>,
): Promise<ReplyOf<typeof reviewContract>> {
  allow(actor, "submission.review");
  const now = deps.clock.now();
  const submitted = await deps.db.asActor(actor, async (tx) => {
    const submission = found(await findSubmissionInRound(tx, submissionId));
    if (submission.status !== "submitted" || submission.version !== wanted) throw new DomainError("not-available-now");
    const version = found(await findVersion(tx, submissionId, wanted));
    return { submission, answers: await frozenAnswers(tx, actor, version.id) };
  });
  const { submission, answers } = submitted;
  // As the acceptance takes them.
  const agreed = [...new Set(confirmed.split(","))].filter((code) => answers.get(code)?.state === "not_applicable");
  const version = { number: wanted, answers, confirmedNotApplicable: new Set(agreed) };
  return { version: wanted, confirmed: agreed, page: await pageWith(deps, submission, version, now) };
}

type Page = ReplyOf<typeof contract>["page"];

/** The public page of the country with this version of the report in the place of what is public of its round. */
async function pageWith(
  deps: PreviewDeps,
  { countryCode, roundYear }: Pick<SubmissionInRound, "countryCode" | "roundYear">,
  { number, answers, confirmedNotApplicable }: Pick<VersionToPublish, "number" | "answers" | "confirmedNotApplicable">,
  now: Date,
): Promise<Page> {
  const country = found(deps.reference.countries.find(({ alpha3 }) => alpha3 === countryCode));
  const { rounds, reports, forms } = await deps.db.asPublisher(async (tx) => {
    const rounds = await readRounds(tx, deps, now, await countReports(tx), roundYear);
    const reports = await readReports(tx, rounds, [country.alpha3]);
    const rules = await readRules(tx, deps, rounds);
    const forms = await publicForms(
      tx,
      rules,
      reports.filter((report) => report.roundYear !== roundYear),
    );
    const { referenceYear } = found(rounds.find((round) => round.roundYear === roundYear));
    const place = { country: countryCode, roundYear, referenceYear };
    const sticky = new Set(await listHiddenCells(tx, place));
    const version = { ...place, number, answers, confirmedNotApplicable, sticky };
    return { rounds, reports, forms: new Map([...forms, [placeOf(place), makeForm(rules, version)]]) };
  });
  const asPublished = reports.map(({ version, ...report }): ReportWithAnswers => {
    const form = forms.get(placeOf(report));
    if (form === undefined) return { ...report, release: null, answers: [] };
    const isNew = report.roundYear === roundYear;
    const release = {
      version: isNew ? number : (version?.number ?? number),
      publishedAt: isNew ? now : (version?.publishedAt ?? now),
      index: form.index,
    };
    return { ...report, release, answers: form.answers };
  });
  const source = memoryEdition(deps.catalogues.current, definitionsOf(deps, [country]), rounds, asPublished);
  const text = await putTogether(source, async () => null, answerKeys.country(country.alpha3));
  const page = JSON.parse(found(text)) as Page;
  const mainRound = rounds.find((round) => round.roundYear === roundYear);
  return { ...page, mainRound: mainRound ?? page.mainRound };
}

type PublicForm = Pick<ReportForm, "answers" | "index">;

/** The forms of these reports, by place: stored ones, and for the others the form that would be made. */
async function publicForms(
  tx: Tx,
  rules: FormRules,
  reports: readonly ReportNow[],
): Promise<ReadonlyMap<string, PublicForm>> {
  const { forms, missing } = await findForms(tx, rules, reports);
  const ids = [...forms.values()].map(({ id }) => id);
  const indexes = new Map((await listFormIndexes(tx, ids)).map(({ id, index }) => [id, readIndex(index)]));
  const answers = Map.groupBy(await listFormAnswers(tx, ids), ({ formId }) => formId);
  const all = new Map<string, PublicForm>();
  for (const [place, { id }] of forms)
    all.set(place, { index: found(indexes.get(id)), answers: found(answers.get(id)) });
  for (const report of missing) {
    const version = await readVersion(tx, report);
    if (version) all.set(placeOf(report), makeForm(rules, version));
  }
  return all;
}
