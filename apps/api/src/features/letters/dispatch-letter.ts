import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertExchange } from "@avances/db/queries/exchange-queries";
import { lockLetter } from "@avances/db/queries/letter-queries";
import { findRound } from "@avances/db/queries/round-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type CalendarDate, exchangeFaults, localDate } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { type LetterReply, letterView, readLetter } from "./letter-view.ts";

/**
 * Notes the day on which a letter was dispatched, as a request in the country's ledger. Refuses with `letter-refused` a letter that was withdrawn
 * or dispatched before, with `exchange-refused` a day before that of the letter or to come, and with `not-found` when its round is gone.
 */
export async function dispatchLetter(
  deps: Pick<Deps, "db" | "clock" | "newId" | "reference">,
  actor: Actor,
  code: string,
  on: CalendarDate,
  idempotency: Idempotency,
): Promise<LetterReply> {
  allow(actor, "exchange.note");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const { letter } = await readLetter(tx, code);
      const isFree = (await lockLetter(tx, code)) !== undefined;
      const { dispatch } = await readLetter(tx, code);
      if (!isFree || dispatch !== null) throw new DomainError("letter-refused");
      const { countryCode, roundYear, datedOn } = letter;
      found(await findRound(tx, roundYear));
      const facts = {
        channel: "letter",
        happenedOn: on,
        isAsk: true,
        said: "no_answer",
        promisedOn: null,
        detail: "",
      } as const;
      const today = localDate(now, timeZoneOf(deps, countryCode));
      const faults = exchangeFaults(facts, { earliest: datedOn, latest: today });
      if (faults.length > 0) throw new DomainError("exchange-refused", { faults });
      const id = deps.newId();
      await insertExchange(tx, {
        ...facts,
        ...{ id, roundYear, countryCode, letterCode: code },
        withWhom: addresseeLine(letter.addresseeName, letter.addresseeInstitution),
        ...{ notedAt: now, notedBy: actor.userId, notedByName: actor.displayName },
      });
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "letter.dispatched", objectType: "letter", objectId: code, countryCode },
        detail: { round: roundYear, on },
      });
      return letterView(deps, await readLetter(tx, code));
    }),
  );
}

const addresseeLine = (name: string, institution: string) => [name, institution].filter(Boolean).join(", ");
