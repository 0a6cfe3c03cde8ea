import type { BodyOf, previewTemplate as previewContract, ReplyOf } from "@avances/contracts";
import type { Actor } from "@avances/domain/access";
import { type MessageBlock, messageRuns, previewWording } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Which } from "./read-templates.ts";
import { soundWords } from "./sound-words.ts";

type Reply = ReplyOf<typeof previewContract>;

/**
 * The whole message with these words, to somebody of a country who is asked: in its newest round, before its next meeting, or about a commitment.
 * Stores and sends nothing. Refuses with `wording-refused` as saving does, and with `not-found` when there is nothing of that kind.
 */
export async function previewTemplate(
  deps: Pick<Deps, "db" | "clock" | "config" | "reference">,
  actor: Actor,
  which: Which,
  { words: typed, country, state }: BodyOf<typeof previewContract>,
): Promise<Reply> {
  allow(actor, "notices.send");
  const words = soundWords(deps, which, typed);
  const config = { ...deps.config, ticketKey: deps.config.secrets.ticketKey };
  const context = { now: deps.clock.now(), config };
  const message = found(
    (await deps.db.asActor(actor, (tx) => previewWording(tx, actor, { ...which, words, country, state }, context))) ??
      undefined,
  );
  const { roundYear: round, writtenAt, blocks, ...rest } = message;
  return { ...rest, round, writtenAt: writtenAt.toISOString(), blocks: blocks.map(blockView) };
}

function blockView(block: MessageBlock): Reply["blocks"][number] {
  if (typeof block === "string") return { kind: "text", runs: [...messageRuns(block)] };
  if ("small" in block) return { kind: "small", runs: [...messageRuns(block.small)] };
  if ("missingParts" in block) return { kind: "missing_parts", count: block.missingParts };
  return { kind: "action", words: block.action, address: block.address };
}
