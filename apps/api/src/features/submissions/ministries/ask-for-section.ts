import type { askForSection as contract, ReplyOf, SectionInput } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import type { SectionRow } from "@avances/db/queries/rows";
import { countSectionsAsked, insertSection } from "@avances/db/queries/section-queries";
import { lockSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { findUser, insertUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import type { Catalogue } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { localDate, referenceYear } from "@avances/domain/round";
import { lastSectionDay } from "@avances/domain/submission";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import type { Deps } from "#deps.ts";
import { actAndTell, type TellingDeps } from "#features/shared/act-and-tell.ts";
import { allow, found } from "#features/shared/allow.ts";
import { newSectionTicket, queueSectionMail } from "#features/shared/section-mail.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import type { Idempotency } from "#http/handler.ts";
import { InvalidInput } from "#http/problem-details.ts";
import { refuseNotInQuestion, statusOnceSaved } from "../working-copy.ts";
import { viewSections } from "./section-view.ts";

interface AskForSection {
  readonly submissionId: string;
  readonly body: SectionInput;
  readonly idempotency: Idempotency;
}

/**
 * Asks somebody of another ministry for a part of the report: the section, its person and the message with the link are written together. No
 * account is made, so no second person is needed: the link reaches no further than what its reader is asked to write.
 */
export async function askForSection(
  deps: TellingDeps & Pick<Deps, "newId" | "config" | "reference" | "catalogues">,
  actor: Actor,
  { submissionId, body, idempotency }: AskForSection,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "section.manage");
  const now = deps.clock.now();
  return actAndTell(
    deps,
    actor,
    idempotency,
    async (tx) => {
      const submission = found(await lockSubmissionInRound(tx, submissionId));
      allow(actor, "section.manage", { country: submission.countryCode });
      statusOnceSaved(submission);
      if ((await countSectionsAsked(tx, actor.userId, new Date(now.valueOf() - dayMs))) >= askedADay)
        throw new DomainError("too-many-attempts", { retryAfterSeconds: dayMs / 1000 });
      const timeZone = timeZoneOf(deps, submission.countryCode);
      const today = localDate(now, timeZone);
      const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
      const indicators = indicatorsAsked(catalogue, body.indicators);
      if (body.dueOn < today || body.dueOn > lastSectionDay(submission, today))
        throw new InvalidInput([{ pointer: "/dueOn", message: "out_of_range" }]);
      // What is locked could not be written by whoever is asked for it.
      await refuseNotInQuestion(tx, { submission, catalogue }, indicators);
      const { countryCode, roundYear } = submission;
      const section: SectionRow = {
        ...{ id: deps.newId(), submissionId, countryCode, roundYear, indicators, dueOn: body.dueOn },
        note: body.note.trim(),
        invitedAt: now,
        invitedBy: actor.userId,
        invitedByName: actor.displayName,
        handedInAt: null,
        removedAt: null,
        revision: 1,
        changedAt: null,
        changedByName: null,
        toldAt: null,
      };
      await insertSection(tx, section);
      const user = await insertUser(tx, {
        id: deps.newId(),
        email: normaliseAddress(body.address),
        displayName: body.name.trim(),
        institution: body.institution.trim(),
        role: "contributor",
        countryCode,
        assignedIndicators: [...indicators],
        language: body.language,
        createdAt: now,
        createdBy: actor.userId,
        invitedAt: now,
        invitedBy: actor.userId,
        confirmedAt: now,
        sectionId: section.id,
      });
      if (user === undefined) throw new Error("The person of a section was not added");
      const ticket = await newSectionTicket(tx, deps, { section, user, now, timeZone });
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "section.asked",
        objectType: "section",
        objectId: section.id,
        countryCode,
        fields: indicators,
        detail: { dueOn: section.dueOn },
      });
      const inviter = found(await findUser(tx, actor.userId));
      return {
        reply: found((await viewSections(tx, deps, submission, [{ section, user }]))[0]),
        news: { section, user, ticket, inviter, year: referenceYear(submission.round) },
      };
    },
    (tx, { section, user, ticket, inviter, year }) =>
      queueSectionMail(tx, deps, { section, user, ticket, inviter, referenceYear: year, now }),
  );
}

const dayMs = 86_400_000;
/** More than a country has ministries: a session in foreign hands does not make the portal a sender of mails. */
const askedADay = 60;

/** The indicators, each once and in the order of the catalogue. Throws invalid input when the round does not have one of them. */
export function indicatorsAsked({ indicators }: Catalogue, wanted: readonly string[]): string[] {
  const asked = indicators.map(({ code }) => code).filter((code) => wanted.includes(code));
  if (asked.length < new Set(wanted).size)
    throw new InvalidInput([{ pointer: "/indicators", message: "unknown_indicator" }]);
  return asked;
}
