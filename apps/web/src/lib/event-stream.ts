import type { Contract, ResponseOf } from "@avances/contracts";
import { ApiProblem, type CallInput, type Operation, problemOf, renewSession, send } from "./api-client.ts";

/** The server says something at least every twenty seconds; a line that says nothing for so long is dead. */
const silenceMs = 50_000;

/**
 * Reads a stream of server-sent events for the person of the page until it ends, and resolves then. Not an `EventSource`: that cannot say for whom
 * it asks (`X-Acting-As`), nor renew a session. Throws `ApiProblem` when it is refused or breaks, `AbortError` when it is aborted.
 */
export async function readEvents<C extends Contract>(
  operation: Operation<C>,
  input: CallInput<C> & { readonly actingAs: string; readonly signal: AbortSignal },
  tell: (event: ResponseOf<C>) => void,
): Promise<void> {
  const silent = new AbortController();
  const giveUp = () => silent.abort();
  input.signal.addEventListener("abort", giveUp);
  let patience = setTimeout(giveUp, silenceMs);
  try {
    const signal = silent.signal;
    let reply = await send(operation, { ...input, signal }, input.actingAs);
    if (reply.status === 401 && (await renewSession()) === "renewed")
      reply = await send(operation, { ...input, signal }, input.actingAs);
    if (!reply.ok || reply.body === null) throw await problemOf(reply);
    const reader = reply.body.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(patience);
      patience = setTimeout(giveUp, silenceMs);
      const events = eventsIn(text + decoder.decode(value, { stream: true }));
      text = events.rest;
      for (const data of events.data) tell(JSON.parse(data) as ResponseOf<C>);
    }
  } catch (error) {
    if (error instanceof ApiProblem || input.signal.aborted) throw error;
    throw new ApiProblem(0, "unreachable", null);
  } finally {
    clearTimeout(patience);
    input.signal.removeEventListener("abort", giveUp);
  }
}

/** The data of the whole events in a text (comments have none), and what is left of it. */
export function eventsIn(text: string): { readonly data: readonly string[]; readonly rest: string } {
  const parts = text.split("\n\n");
  const rest = parts.pop() ?? "";
  const data = parts.flatMap((event) => {
    const lines = event.split("\n").filter((line) => line.startsWith("data:"));
    return lines.length === 0 ? [] : [lines.map((line) => line.slice(5).replace(/^ /, "")).join("\n")];
  });
  return { data, rest };
}
