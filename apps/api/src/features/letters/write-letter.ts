import type {
  BodyOf,
  previewLetter as previewContract,
  ReplyOf,
  writeLetter as writeContract,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertLetter, takeLetterNumber } from "@avances/db/queries/letter-queries";
import { findRound } from "@avances/db/queries/round-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { letterCode } from "@avances/domain/wording";
import { type WrittenLetter, writeLetter as writeText } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { type LetterReply, letterView, readLetter } from "./letter-view.ts";

type Need = Pick<Deps, "db" | "clock" | "config" | "reference">;
type Wanted = BodyOf<typeof previewContract>;

/** A letter as it would be written now. Takes no number. Refuses with `letter-refused` a text that is not so for the country now. */
export async function previewLetter(
  deps: Need,
  actor: Actor,
  year: number,
  wanted: Wanted,
): Promise<ReplyOf<typeof previewContract>> {
  allow(actor, "notices.send");
  const { datedOn, subject, paragraphs } = await deps.db.asActor(actor, (tx) => text(tx, deps, actor, year, wanted));
  return { datedOn, subject, paragraphs };
}

/**
 * Writes a letter under the next number of its year. The number is taken last and in the same transaction, so a refused letter takes none.
 * Refuses with `letter-refused` also when the letter would say something else than the preview.
 */
export async function writeLetter(
  deps: Need,
  actor: Actor,
  year: number,
  { seen, ...wanted }: BodyOf<typeof writeContract>,
  idempotency: Idempotency,
): Promise<LetterReply> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const { datedOn, subject, paragraphs, wordingId } = await text(tx, deps, actor, year, wanted);
      if (JSON.stringify([subject, paragraphs]) !== JSON.stringify([seen.subject, seen.paragraphs]))
        throw new DomainError("letter-refused");
      const ofYear = Number(datedOn.slice(0, 4));
      const number = await takeLetterNumber(tx, ofYear);
      const code = letterCode(ofYear, number);
      const { country, kind, language, addressee } = wanted;
      await insertLetter(tx, {
        ...{ code, number, kind, language, datedOn, subject, wordingId },
        ...{ year: ofYear, roundYear: year, countryCode: country, paragraphs: [...paragraphs] },
        addresseeName: addressee.name,
        addresseeTitle: addressee.title,
        addresseeInstitution: addressee.institution,
        ...{ createdAt: now, createdBy: actor.userId, createdByName: actor.displayName },
      });
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "letter.written", objectType: "letter", objectId: code, countryCode: country },
        detail: { round: year, kind, language },
      });
      return letterView(deps, await readLetter(tx, code));
    }),
  );
}

async function text(tx: Tx, deps: Need, actor: Actor, roundYear: number, wanted: Wanted): Promise<WrittenLetter> {
  found(await findRound(tx, roundYear));
  const context = { now: deps.clock.now(), config: deps.config };
  const letter = await writeText(tx, actor, { roundYear, ...wanted }, context);
  if (letter === null) throw new DomainError("letter-refused");
  return letter;
}
