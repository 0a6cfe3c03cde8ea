import type { MatterReplyView } from "@avances/contracts";
import type { HeldFileRow } from "@avances/db/queries/file-queries";
import type { MatterReplyRow } from "@avances/db/queries/matter-queries";
import { type Actor, isOfSecretariat } from "@avances/domain/access";
import { participantOf, secretariatCode } from "@avances/domain/network";
import { heldFile } from "./matter-view.ts";

/** The name of somebody who acted for this participant: the Secretariat's to everybody, others' to the Secretariat and to their own side. */
export function nameFor(actor: Actor, participant: string, name: string): string | null {
  const isTold = participant === secretariatCode || isOfSecretariat(actor.role) || participantOf(actor) === participant;
  return isTold ? name : null;
}

/** What a participant replied, as this person may see it. `files`: of any replies. */
export function replyView(actor: Actor, row: MatterReplyRow, files: readonly HeldFileRow[]): MatterReplyView {
  const { id, participantCode, said, language, text, at, byName, withdrawnAt, withdrawnByName } = row;
  return {
    ...{ id, participant: participantCode, said, language, text, at: at.toISOString() },
    byName: nameFor(actor, participantCode, byName),
    files: files.filter(({ replyId }) => replyId === id).map(heldFile),
    withdrawn:
      withdrawnAt === null
        ? null
        : { at: withdrawnAt.toISOString(), byName: nameFor(actor, participantCode, withdrawnByName ?? "") },
  };
}

/** How often something was said with these answers: one that was taken back says two things. */
export const timesSaid = (replies: readonly Pick<MatterReplyView, "withdrawn">[]): number =>
  replies.reduce((count, { withdrawn }) => count + (withdrawn === null ? 1 : 2), 0);
