import type { ReplyOf, writeLetter as writeContract } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type LetterWithDispatch, listLetters } from "@avances/db/queries/letter-queries";
import { localDate } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";

export type LetterReply = ReplyOf<typeof writeContract>;

export function letterView(
  deps: Pick<Deps, "clock" | "reference">,
  { letter, dispatch }: LetterWithDispatch,
): LetterReply {
  const { withdrawnAt, withdrawnByName, withdrawnReason } = letter;
  return {
    ...{ code: letter.code, country: letter.countryCode, kind: letter.kind, language: letter.language },
    ...{ datedOn: letter.datedOn, subject: letter.subject },
    today: localDate(deps.clock.now(), timeZoneOf(deps, letter.countryCode)),
    addressee: {
      name: letter.addresseeName,
      title: letter.addresseeTitle,
      institution: letter.addresseeInstitution,
    },
    ...{ at: letter.createdAt.toISOString(), byName: letter.createdByName },
    dispatched:
      dispatch === null
        ? null
        : { exchangeId: dispatch.id, on: dispatch.happenedOn, notedByName: dispatch.notedByName },
    withdrawn:
      withdrawnAt === null
        ? null
        : { at: withdrawnAt.toISOString(), byName: withdrawnByName ?? "", reason: withdrawnReason ?? "" },
  };
}

/** One letter, with what became of it; `not-found` when there is none. */
export async function readLetter(tx: Tx, code: string): Promise<LetterWithDispatch> {
  const [letter] = await listLetters(tx, { code });
  return found(letter);
}
