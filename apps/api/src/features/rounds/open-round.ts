import type { BodyOf, openRound as openRoundContract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler, wasAnnounced } from "@avances/db/queries/notice-queries";
import { listGroupChanges } from "@avances/db/queries/preparation-queries";
import { insertRound, lockCancelledRound } from "@avances/db/queries/round-queries";
import { insertSubmissions, renewSubmissions } from "@avances/db/queries/submission-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { membersOn } from "@avances/domain/reference";
import { areRoundDates, referencePeriodOf } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { actInPublic, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow } from "#features/shared/allow.ts";
import { roundView } from "#features/shared/round-view.ts";
import type { Idempotency } from "#http/handler.ts";
import { type FieldError, InvalidInput } from "#http/problem-details.ts";
import { groupChangeOf } from "./preparation/opening-facts.ts";

type OpenRound = BodyOf<typeof openRoundContract>;

/**
 * Opens a round with the catalogue in force: from now on every member country has a row, so that "never started" is recorded and
 * not a missing row. Whoever names no countries opens it for the members of the group on the opening day. Opening notices are sent automatically on the opening day. Refuses with `round-exists` and `round-dates-out-of-order`.
 */
export async function openRound(
  deps: PublicDeps & Pick<Deps, "newId">,
  actor: Actor,
  input: OpenRound,
  idempotency: Idempotency,
): Promise<ReplyOf<typeof openRoundContract>> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  return actInPublic(deps, actor, { idempotency, now }, (tx) => openNow(tx, deps, actor, input, now));
}

/** The opening itself, in the transaction of whoever opens: by a program, or as it was prepared. */
export async function openNow(
  tx: Tx,
  deps: Pick<Deps, "reference" | "catalogues" | "newId">,
  actor: Actor,
  input: OpenRound,
  now: Date,
): Promise<ReplyOf<typeof openRoundContract>> {
  const obligated = await obligatedCountries(tx, deps, input);
  requireSaneDates(input);
  const isAgain = await lockCancelledRound(tx, input.year);
  // Countries that were already invited for that day would not be invited again.
  if (isAgain && (await wasAnnounced(tx, input.year, input.opensOn)))
    throw new DomainError("round-dates-out-of-order", { opensOn: input.opensOn, fault: "announced" });
  const rows = deps.reference.countries.map(({ alpha3 }) => ({
    id: deps.newId(),
    roundYear: input.year,
    countryCode: alpha3,
    obligated: obligated.has(alpha3),
    status: "not_started" as const,
    dueOn: input.dueOn,
  }));
  // While the round is cancelled, who owes a report can still be decided anew.
  if (isAgain) await renewSubmissions(tx, rows);
  const round = await insertRound(tx, {
    year: input.year,
    catalogueVersion: deps.catalogues.current.version,
    ...referencePeriodOf(input.year),
    opensOn: input.opensOn,
    dueOn: input.dueOn,
    obligatedGroup: input.obligatedGroup,
    signatureRequired: input.signatureRequired ?? false,
    openedAt: now,
    openedBy: actor.userId,
  });
  if (round === undefined) throw new DomainError("round-exists", { year: input.year });
  if (!isAgain) await insertSubmissions(tx, rows);
  await appendAuditEvent(tx, {
    at: now,
    actor,
    action: "round.opened",
    objectType: "round",
    objectId: String(input.year),
    countryCode: null,
    detail: {
      opensOn: input.opensOn,
      dueOn: input.dueOn,
      group: input.obligatedGroup,
      obligated: [...obligated].sort().join(" "),
      catalogue: round.catalogueVersion,
      signature: round.signatureRequired,
    },
  });
  await wakeScheduler(tx);
  return roundView(round);
}

/** The countries that were named, else the members of the group on the opening day. */
async function obligatedCountries(
  tx: Tx,
  { reference }: Pick<Deps, "reference">,
  input: OpenRound,
): Promise<ReadonlySet<string>> {
  const group = reference.groups.find(({ code }) => code === input.obligatedGroup);
  const members = new Set(reference.countries.map(({ alpha3 }) => alpha3));
  const faults: FieldError[] = [];
  if (group === undefined) faults.push({ pointer: "/obligatedGroup", message: "unknown_group" });
  input.obligatedCountries?.forEach((country, index) => {
    if (!members.has(country)) faults.push({ pointer: `/obligatedCountries/${index}`, message: "unknown_country" });
  });
  if (faults.length > 0) throw new InvalidInput(faults);
  if (input.obligatedCountries !== undefined || group === undefined) return new Set(input.obligatedCountries);
  return new Set(membersOn(group, (await listGroupChanges(tx)).map(groupChangeOf), input.opensOn));
}

function requireSaneDates({ year, opensOn, dueOn }: OpenRound): void {
  if (!areRoundDates(year, { opensOn, dueOn })) throw new DomainError("round-dates-out-of-order", { opensOn, dueOn });
}
