import type {
  BodyOf,
  KeptPreparation,
  listPreparations as listContract,
  OpeningReasonSchema,
  PreparationView,
  prepareRound as prepareContract,
  ReplyOf,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import {
  endPreparation,
  listPreparations as listRows,
  lockPreparation,
  type PreparationRow,
  putPreparation,
} from "@avances/db/queries/preparation-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type OpeningReason, openingReasons, stepOfReason } from "@avances/domain/round";
import type { z } from "zod";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { type FieldError, InvalidInput } from "#http/problem-details.ts";
import { factsOf, readFacts } from "./opening-facts.ts";

type Need = Pick<Deps, "db" | "clock" | "reference" | "catalogues">;

/** A preparation as whoever decides on it has seen it. */
export interface SeenPreparation {
  readonly year: number;
  /** Revision that was seen (`If-Match`); 0 = nobody had begun. */
  readonly revision: number;
  readonly idempotency: Idempotency;
}

/** Rounds that the secretariat prepares, by year. */
export async function listPreparations(deps: Pick<Deps, "db">, actor: Actor): Promise<ReplyOf<typeof listContract>> {
  allow(actor, "rounds.manage");
  const rows = await deps.db.asActor(actor, listRows);
  return { preparations: rows.map((row) => ({ year: row.year, changed: changedOf(row) })) };
}

/** What is prepared for a round of this year, and every reason why it cannot be opened now. */
export async function getPreparation(deps: Need, actor: Actor, year: number): Promise<PreparationView> {
  allow(actor, "rounds.manage");
  return deps.db.asActor(actor, async (tx) =>
    preparationView(
      tx,
      deps,
      year,
      (await listRows(tx)).find((row) => row.year === year),
    ),
  );
}

/**
 * Keeps what was decided so far, faults included. Refuses with `revision-stale` and what is prepared now when somebody else changed it since it was
 * seen, so that two people do not overwrite each other.
 */
export async function prepareRound(
  deps: Need,
  actor: Actor,
  { plan, ...seen }: SeenPreparation & { readonly plan: BodyOf<typeof prepareContract> },
): Promise<PreparationView> {
  allow(actor, "rounds.manage");
  if (plan.year !== seen.year) throw new InvalidInput([{ pointer: "/year", message: "another_year" }]);
  requireKnownCountries(deps, plan.obligatedCountries);
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, seen.idempotency, async () => {
      await lockAsSeen(tx, seen);
      const by = { at: now, by: actor.userId, byName: actor.displayName };
      return preparationView(tx, deps, seen.year, await putPreparation(tx, { document: plan, ...by }));
    }),
  );
}

/** Gives up what is prepared. The trail keeps that it was. */
export async function dropPreparation(deps: Need, actor: Actor, seen: SeenPreparation): Promise<PreparationView> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, seen.idempotency, async () => {
      const row = await lockAsSeen(tx, seen);
      if (row !== undefined) {
        await endPreparation(tx, seen.year, { at: now, by: actor.userId, byName: actor.displayName });
        await appendAuditEvent(tx, {
          ...{ at: now, actor, action: "round.preparation-dropped", objectType: "round", objectId: String(seen.year) },
          ...{ countryCode: null, detail: { opensOn: row.document.opensOn, dueOn: row.document.dueOn } },
        });
      }
      return preparationView(tx, deps, seen.year, undefined);
    }),
  );
}

/** Locks a preparation that somebody decided on; refuses with its present state when it was changed since, or is gone. */
export async function lockAsSeen(
  tx: Tx,
  { year, revision }: Pick<SeenPreparation, "year" | "revision">,
): Promise<PreparationRow | undefined> {
  const row = await lockPreparation(tx, year);
  if ((row?.revision ?? 0) !== revision) throw new DomainError("revision-stale", { current: keptView(year, row) });
  return row;
}

async function preparationView(
  tx: Tx,
  deps: Omit<Need, "db">,
  year: number,
  row: PreparationRow | undefined,
): Promise<PreparationView> {
  const facts = await readFacts(tx, deps, year, deps.clock.now());
  return {
    ...keptView(year, row),
    reasons: row === undefined ? [] : openingReasons(row.document, factsOf(facts)).map(reasonView),
    facts,
  };
}

function keptView(year: number, row: PreparationRow | undefined): KeptPreparation {
  return {
    year,
    plan: row === undefined ? null : copyOf(row),
    revision: row?.revision ?? 0,
    changed: row === undefined ? null : changedOf(row),
  };
}

function copyOf({ document: { obligatedCountries, knownGaps, ...plan } }: PreparationRow) {
  return { ...plan, obligatedCountries: [...obligatedCountries], knownGaps: [...knownGaps] };
}

export function reasonView(reason: OpeningReason): z.input<typeof OpeningReasonSchema> {
  return { ...reason, step: stepOfReason[reason.why] };
}

function changedOf({ changedAt, changedByName }: PreparationRow) {
  return { at: changedAt.toISOString(), byName: changedByName };
}

function requireKnownCountries({ reference }: Pick<Deps, "reference">, codes: readonly string[]): void {
  const members = new Set(reference.countries.map(({ alpha3 }) => alpha3));
  const faults = codes.flatMap((code, index): FieldError[] =>
    members.has(code) ? [] : [{ pointer: `/obligatedCountries/${index}`, message: "unknown_country" }],
  );
  if (faults.length > 0) throw new InvalidInput(faults);
}
