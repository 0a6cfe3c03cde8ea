import type { Message } from "./rounds-queries.ts";

export interface DeliveryPart {
  readonly kind: "accepted" | "waiting" | "kept" | "dead";
  readonly names: readonly string[];
  /** It is so for everybody to whom the message was written. */
  readonly isAll: boolean;
}

type State = Message["to"][number]["state"];

const kinds: Readonly<Record<State, DeliveryPart["kind"] | null>> = {
  ...{ sent: "accepted", queued: "waiting", kept: "kept", dead: "dead" },
  // Such messages are not on the board: they were never to leave.
  ...{ superseded: null, stopped: null },
};

/** What became of a message, by outcome: what failed first. */
export function deliveryOf({ to }: Pick<Message, "to">): readonly DeliveryPart[] {
  return (["dead", "waiting", "kept", "accepted"] as const).flatMap((kind) => {
    const names = to.filter(({ state }) => kinds[state] === kind).map(({ name }) => name);
    return names.length === 0 ? [] : [{ kind, names, isAll: names.length === to.length }];
  });
}
