import { Readable } from "node:stream";
import type { SmtpServer } from "@avances/settings/mail";
import type { DeliveryTiming } from "./retry-schedule.ts";

export type Delivery =
  | { readonly kind: "sent"; readonly code: number; readonly answer: string }
  | {
      readonly kind: "failed";
      /** `server`: the failure says nothing about this message (unreachable, busy, log-in refused). */
      readonly scope: "message" | "server";
      /** The server refused it for good. */
      readonly isPermanent: boolean;
      /** The connection could not be made, or broke. */
      readonly isConnectionFailure: boolean;
      readonly code: number | null;
      readonly answer: string;
    };

type Phase = "connect" | "login" | "envelope" | "data";

/**
 * Sends one message to one mailbox over its own connection. Never throws: every outcome is a `Delivery`. When the signal aborts, the
 * connection is cut; it is then unknown whether the message arrived, and a repeat carries the same Message-ID.
 */
export async function deliverBySmtp(
  server: SmtpServer,
  envelope: { readonly from: string; readonly to: string },
  bytes: Buffer,
  timing: Pick<DeliveryTiming, "connectMs" | "commandMs" | "dataMs">,
  signal?: AbortSignal,
): Promise<Delivery> {
  // Imported with the first message, so that a start does not wait for it.
  const { default: SMTPConnection } = await import("nodemailer/lib/smtp-connection");
  const connection = new SMTPConnection(connectionOptions(server, timing));
  const { promise: broken, reject: breakWith } = Promise.withResolvers<never>();
  broken.catch(() => undefined);
  connection.on("error", breakWith);
  const stop = () => breakWith(new Error("The sender was stopped"));
  signal?.addEventListener("abort", stop, { once: true });
  let phase: Phase = "connect";
  let timer: NodeJS.Timeout | undefined;
  const enter = (next: Phase, milliseconds: number) => {
    phase = next;
    clearTimeout(timer);
    timer = setTimeout(() => breakWith(new Error(`No answer for ${milliseconds} ms`)), milliseconds);
  };

  try {
    if (signal?.aborted) throw new Error("The sender was stopped");
    enter("connect", timing.connectMs + timing.commandMs);
    await Promise.race([broken, called((done) => connection.connect(done))]);
    if (server.login !== null) {
      enter("login", timing.commandMs);
      const login = server.login;
      await Promise.race([broken, called((done) => connection.login(login, (error) => done(error)))]);
    }
    // MAIL, RCPT and DATA, each with its own reply; the text is loaded once the server asks for it.
    enter("envelope", 3 * timing.commandMs);
    const text = Readable.from([bytes]).once("resume", () => enter("data", timing.dataMs));
    const send = called<{ response: string }>((done) =>
      connection.send({ from: envelope.from, to: [envelope.to], size: bytes.length }, text, done as never),
    );
    const { response } = await Promise.race([broken, send]);
    return { kind: "sent", code: codeOf(response) ?? 250, answer: tidy(response) };
  } catch (error) {
    return failure(error, phase);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    connection.close();
  }
}

function connectionOptions(server: SmtpServer, timing: Pick<DeliveryTiming, "connectMs" | "commandMs" | "dataMs">) {
  const isThisMachine = ["localhost", "127.0.0.1", "::1"].includes(server.host);
  return {
    host: server.host,
    port: server.port,
    secure: server.secure,
    // A password is never sent without TLS; on this machine a certificate proves nothing.
    requireTLS: !server.secure && server.login !== null && !isThisMachine,
    ignoreTLS: !server.secure && isThisMachine,
    connectionTimeout: timing.connectMs,
    greetingTimeout: timing.commandMs,
    dnsTimeout: timing.connectMs,
    socketTimeout: timing.dataMs + timing.commandMs,
    socketCloseTimeout: 0,
    maxResponseSize: 65_536,
  };
}

function called<T = void>(start: (done: (error?: Error | null, result?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, result) => (error ? reject(error) : resolve(result as T)));
  });
}

/** Reply codes that concern the log-in or TLS, not the message. */
const serverCodes = new Set([421, 454, 530, 534, 535, 538]);

function failure(error: unknown, phase: Phase): Delivery {
  const fault = error as { message?: string; response?: string; responseCode?: number };
  const code = fault.responseCode ?? codeOf(fault.response ?? "");
  const isOfServer = phase === "connect" || phase === "login" || (code !== null && serverCodes.has(code));
  return {
    kind: "failed",
    scope: isOfServer ? "server" : "message",
    isPermanent: !isOfServer && code !== null && code >= 500,
    isConnectionFailure: code === null,
    code,
    answer: tidy(fault.response ?? fault.message ?? "The connection failed"),
  };
}

function codeOf(response: string): number | null {
  const code = Number(/^\d{3}/.exec(response)?.[0]);
  return Number.isInteger(code) && code > 0 ? code : null;
}

/** A server's reply as one line that can be stored and shown. */
function tidy(answer: string): string {
  return answer
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 500);
}
