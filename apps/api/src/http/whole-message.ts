import type { ServerResponse } from "node:http";

/** A whole reply as Node wrote it, head and body, which holds as long as its `Date` does: a second. */
export interface WholeMessage {
  readonly bytes: Buffer;
  readonly second: number;
}

/** What Node keeps of a reply beyond its public interface. The version of Node is fixed, and `whole-message.test.ts` compares every byte. */
interface Inside {
  /** The head as it is sent, once it is written. */
  _header: string | null;
  _headerSent: boolean;
  /** The client and the server both keep the connection. */
  shouldKeepAlive: boolean;
}

const insideOf = (response: ServerResponse) => response as unknown as Inside;
const thisSecond = () => Math.floor(Date.now() / 1000);

/** The reply just sent, to be sent again within this second; null when it says that the connection ends. `body`: a character for each byte. */
export function wholeMessage(response: ServerResponse, body: string): WholeMessage | null {
  const { _header: head, shouldKeepAlive } = insideOf(response);
  if (head === null || !shouldKeepAlive) return null;
  return { bytes: Buffer.from(head + body, "latin1"), second: thisSecond() };
}

/**
 * Sends the message as the reply, without writing its head anew. False = nothing was done: the message is of an earlier second, the
 * connection ends with this reply, or an earlier reply on it is not finished yet.
 */
export function sendWhole(response: ServerResponse, { bytes, second }: WholeMessage): boolean {
  const { socket } = response;
  const inside = insideOf(response);
  if (second !== thisSecond() || socket === null || !inside.shouldKeepAlive) return false;
  // Node takes the head for written and sent, and ends the reply when the socket has taken the bytes.
  inside._header = "sent with its body";
  inside._headerSent = true;
  socket.write(bytes, () => response.end());
  return true;
}
