import type { MailReplyView } from "@avances/contracts";
import type { Message } from "./rounds-queries.ts";

export interface DeliveryPart {
  readonly kind: "accepted" | "waiting" | "kept" | "dead";
  readonly names: readonly string[];
  /** It is so for everybody to whom the message was written. */
  readonly isAll: boolean;
  /** What came back about the messages to these people, the same for all of them; null = nothing. */
  readonly reply: MailReplyView | null;
}

type State = Message["to"][number]["state"];

const kinds: Readonly<Record<State, DeliveryPart["kind"] | null>> = {
  ...{ sent: "accepted", queued: "waiting", kept: "kept", dead: "dead" },
  // Such messages are not on the board: they were never to leave.
  ...{ superseded: null, stopped: null },
};

/** What became of a message, by outcome: what failed first. Those of whom the same came back stand together. */
export function deliveryOf({ to }: Pick<Message, "to">): readonly DeliveryPart[] {
  return (["dead", "waiting", "kept", "accepted"] as const).flatMap((kind) => {
    const own = to.filter(({ state }) => kinds[state] === kind);
    return [...Map.groupBy(own, ({ reply }) => whatCame(reply)).values()].map((same) => ({
      ...{ kind, isAll: same.length === to.length, reply: same[0]?.reply ?? null },
      names: same.map(({ name }) => name),
    }));
  });
}

function whatCame(reply: MailReplyView | null): string {
  return reply === null ? "" : [reply.kind, reply.reason, reply.awayUntil, reply.at.slice(0, 10)].join(" ");
}
