import { createHash } from "node:crypto";
import type { BodyOf, importPeople as contract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { accountStates } from "@avances/db/queries/password-queries";
import { hadSecondPerson, listWaitingRequests } from "@avances/db/queries/people-queries";
import { insertUser, listUsers, updateUser } from "@avances/db/queries/user-queries";
import { type Actor, lapsesAt } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { tellOfFile } from "#accounts/tell-others.ts";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { askFor } from "../ask-for.ts";
import { addressOf, type Judged, judgeRow, type Known, type RowOfFile } from "./judge-row.ts";

type Need = Pick<Deps, "db" | "clock" | "config" | "newId" | "reference" | "catalogues">;
type Body = BodyOf<typeof contract>;

/**
 * Judges the rows of a file of people and, with the fingerprint of that judgement, enters the sound ones together: a new address invites, a known
 * one edits, another role is asked for. Each takes a second person where it would by itself; the others of the secretariat get one message for the
 * whole file. Throws `transition-refused` (`changed_meanwhile`) when the judgement is no longer the same.
 */
export async function importPeople(
  deps: Need,
  actor: Actor,
  { body, idempotency }: { readonly body: Body; readonly idempotency: Idempotency | null },
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.invite");
  const now = deps.clock.now();
  const ids = (await deps.db.asActor(actor, listUsers)).filter(({ endedAt }) => endedAt === null).map(({ id }) => id);
  const { withPassword } = await deps.db.authQuery((tx) => accountStates(tx, ids, now));
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const known = await knownOf(tx, deps, actor, { rows: body.rows, signsIn: withPassword, now });
      const judged = body.rows.map((row) => judgeRow(row, known));
      const fingerprint = fingerprintOf(judged);
      if (body.fingerprint === null) return viewOf(judged, fingerprint, false);
      if (body.fingerprint !== fingerprint)
        throw new DomainError("transition-refused", { reason: "changed_meanwhile" });
      let waiting = 0;
      for (const one of judged) waiting += await enter(tx, deps, actor, one, now);
      if (waiting > 0) await tellOfFile(tx, deps, actor.userId, waiting, now);
      return viewOf(judged, fingerprint, true);
    }),
  );
}

async function knownOf(
  tx: Tx,
  { reference, catalogues }: Need,
  actor: Actor,
  {
    rows,
    signsIn,
    now,
  }: { readonly rows: readonly RowOfFile[]; readonly signsIn: ReadonlySet<string>; readonly now: Date },
): Promise<Known> {
  const active = (await listUsers(tx)).filter(({ endedAt }) => endedAt === null);
  const requests = [...(await listWaitingRequests(tx)).values()].filter((request) => now < lapsesAt(request));
  const times = new Map<string, number>();
  for (const row of rows) times.set(addressOf(row), (times.get(addressOf(row)) ?? 0) + 1);
  return {
    actorId: actor.userId,
    active: new Map(active.map((user) => [user.email, user])),
    signsIn,
    waiting: new Set(requests.map(({ userId }) => userId)),
    countries: reference.countries,
    indicators: new Set(catalogues.current.indicators.map(({ code }) => code)),
    times,
    takesTwo: await hadSecondPerson(tx),
  };
}

/** Enters one row; returns how many acts now wait for a second person. */
async function enter(tx: Tx, deps: Need, actor: Actor, row: Judged, now: Date): Promise<number> {
  const { person, described, patch, role, acts } = row;
  const quietly = { ...deps, isQuiet: true };
  if (acts.includes("invite") && role !== null) {
    const created = await insertUser(tx, {
      ...{ id: deps.newId(), email: row.address, ...described },
      ...{ role: role.role, countryCode: role.country, assignedIndicators: role.indicators && [...role.indicators] },
      ...{ createdAt: now, createdBy: actor.userId, invitedAt: now, invitedBy: actor.userId },
    });
    if (!created) throw new DomainError("transition-refused", { reason: "changed_meanwhile" });
    return Number((await askFor(tx, quietly, actor, created, "open", now)).waiting !== null);
  }
  if (person !== null && acts.includes("edit")) {
    await updateUser(tx, person.id, patch);
    await appendAuditEvent(tx, {
      ...{ at: now, actor, action: "user.edited", objectType: "user", objectId: person.id, fields: Object.keys(patch) },
      countryCode: person.countryCode,
      detail: { role: person.role, from: "file" },
    });
  }
  if (person === null || role === null || !acts.includes("role")) return 0;
  return Number((await askFor(tx, quietly, actor, person, "change_role", now, role)).waiting !== null);
}

function viewOf(judged: readonly Judged[], fingerprint: string, isDone: boolean): ReplyOf<typeof contract> {
  const rows = judged.map(({ line, name, address, acts, patch, takesTwo, faults }) => {
    return { line, name, address, acts, fields: acts.includes("edit") ? Object.keys(patch) : [], takesTwo, faults };
  });
  return { rows, fingerprint, isDone };
}

/** Of everything that a confirmed row would write, so that what was seen is what is done. */
function fingerprintOf(judged: readonly Judged[]): string {
  const seen = judged.map(({ line, address, faults, person, described, patch, role, acts, takesTwo }) => {
    return [line, address, faults, person?.id ?? null, described, patch, role, acts, takesTwo];
  });
  return createHash("sha256").update(JSON.stringify(seen)).digest("hex");
}
