import type { BodyOf, ExchangeView, noteExchange as noteContract } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findExchange, insertExchange, listAskedReports } from "@avances/db/queries/exchange-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { exchangeFaults, localDate, notedRange } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { readAsksOf } from "#features/shared/read-asks-of.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

interface NoteExchange {
  readonly year: number;
  readonly note: BodyOf<typeof noteContract>;
  readonly idempotency: Idempotency;
}

type Need = Pick<Deps, "db" | "clock" | "newId" | "reference">;

/**
 * Notes a call, a letter or a talk with a country about its report, once per key. Throws `not-found` when the round does not ask the country for
 * a report, and `exchange-refused` with what cannot be noted.
 */
export async function noteExchange(
  deps: Need,
  actor: Actor,
  { year, note, idempotency }: NoteExchange,
): Promise<ExchangeView> {
  allow(actor, "exchange.note");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const reports = await listAskedReports(tx, note.country);
    const report = found(reports.find((one) => one.roundYear === year && one.cancelledAt === null));
    const today = localDate(now, timeZoneOf(deps, note.country));
    const days = notedRange({ opensOn: report.opensOn, today });
    const faults = exchangeFaults(note, days);
    if (faults.length > 0) throw new DomainError("exchange-refused", { faults });
    return once(tx, deps, actor, idempotency, async () => {
      const id = deps.newId();
      const { country: countryCode, detail, ...facts } = note;
      await insertExchange(tx, {
        ...facts,
        id,
        countryCode,
        roundYear: year,
        detail: detail.trim(),
        notedAt: now,
        notedBy: actor.userId,
        notedByName: actor.displayName,
      });
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "exchange.noted",
        objectType: "exchange",
        objectId: id,
        countryCode,
        detail: { round: year, channel: note.channel, said: note.said, isAsk: note.isAsk ? 1 : 0 },
      });
      return viewOf(tx, deps, id, now);
    });
  });
}

/** The note as the ledger of its country shows it, with its number. */
export async function viewOf(tx: Tx, deps: Pick<Deps, "reference">, id: string, now: Date): Promise<ExchangeView> {
  const { countryCode } = found(await findExchange(tx, id));
  const place = found(deps.reference.countries.find(({ alpha3 }) => alpha3 === countryCode));
  const [asks] = await readAsksOf(tx, [place], countryCode, now);
  const entry = found(asks?.entries.find((one) => one.id === id));
  if (entry.kind !== "exchange") throw new Error("An exchange and a message have the same id");
  return entry;
}
