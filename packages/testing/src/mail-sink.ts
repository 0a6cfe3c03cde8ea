import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { faultScript, type MailFault, type MailFaults } from "./mail-faults.ts";

/** A message as a mail program reads it. */
export function readMail(bytes: Buffer): Promise<ParsedMail> {
  return simpleParser(bytes);
}

export interface SinkMessage {
  from: string;
  to: string[];
  mail: ParsedMail;
  /** As they came. */
  bytes: Buffer;
  /** False when the connection was cut before the sender was told that the message had arrived. */
  isAcknowledged: boolean;
}

/** A real SMTP server on this machine that keeps what it gets and misbehaves on request. */
export interface MailSink {
  /** `smtp://127.0.0.1:port` */
  url: string;
  messages: SinkMessage[];
  /** Number of messages that senders began to send, delivered or not. */
  attempts(): number;
  faults: MailFaults;
  /** Resolves when at least `count` messages have arrived; rejects after `timeoutMs` (10 s), saying how many came. */
  waitForMessages(count: number, timeoutMs?: number): Promise<SinkMessage[]>;
  close(): Promise<void>;
}

/** Starts a mail sink on a free port. */
export async function startMailSink(): Promise<MailSink> {
  const messages: SinkMessage[] = [];
  const script = faultScript();
  const faultOfSession = new Map<string, MailFault | undefined>();
  const firstSeen = new Map<string, number>();
  const sockets = new Map<number, Socket>();
  let attempts = 0;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    socketTimeout: 600_000,
    closeTimeout: 100,
    onConnect: (_session, reply) => reply(script.isBusy() ? smtpError(421, "Too busy, try later") : null),
    onMailFrom: async (_address, session, reply) => {
      attempts += 1;
      faultOfSession.set(session.id, script.ofMessage());
      await delay(session);
      reply();
    },
    onRcptTo: async ({ address }, session, reply) => {
      const fault = script.ofRecipient(address);
      if (fault) faultOfSession.set(session.id, fault);
      await delay(session);
      reply(refusalOfRecipient(address, session));
    },
    onData: async (stream, session, reply) => {
      const bytes = await buffer(stream).catch(() => undefined);
      // The sender died in the middle of its message.
      if (bytes === undefined) return;
      const mail = await simpleParser(bytes);
      const fault = faultOfSession.get(session.id);
      if (fault?.kind === "hang") return;
      if (fault?.kind === "defer-message") return reply(smtpError(451, "Local error, try later"));
      if (fault?.kind === "reject-message")
        return reply(smtpError(554, fault.quoting?.(mail.text ?? "") ?? "Message refused"));
      await delay(session);
      const endsBefore = fault?.kind === "act" && fault.when === "before";
      messages.push({ ...envelopeOf(session), mail, bytes, isAcknowledged: fault?.kind !== "cut" && !endsBefore });
      if (fault?.kind === "act" && endsBefore) await fault.act();
      if (fault?.kind === "cut") sockets.get(session.remotePort)?.destroy();
      else reply();
      if (fault?.kind === "act" && !endsBefore) await fault.act();
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once("close", () => sockets.delete(port));
  });

  async function delay(session: SMTPServerSession): Promise<void> {
    const fault = faultOfSession.get(session.id);
    if (fault?.kind === "slow") await wait(fault.milliseconds);
  }

  function refusalOfRecipient(address: string, session: SMTPServerSession): Error | null {
    const fault = faultOfSession.get(session.id);
    if (fault?.kind === "reject-recipient") return smtpError(550, fault.answer ?? "No such mailbox");
    if (fault?.kind === "defer-recipient") return smtpError(fault.code ?? 450, "Mailbox busy, try later");
    if (fault?.kind === "greylist") {
      const pair = `${envelopeOf(session).from} ${address}`;
      const since = firstSeen.get(pair) ?? performance.now();
      firstSeen.set(pair, since);
      if (performance.now() - since < fault.milliseconds) return smtpError(450, "Greylisted, try later");
    }
    return null;
  }

  await listen(0);
  const { port } = server.server.address() as AddressInfo;

  async function listen(onPort: number): Promise<void> {
    server.listen(onPort, "127.0.0.1");
    await once(server.server, "listening");
  }

  async function refuseConnections(): Promise<void> {
    if (!server.server.listening) return;
    // Not awaited: closing waits for the open connections too.
    server.server.close();
  }

  async function acceptConnections(): Promise<void> {
    if (!server.server.listening) await listen(port);
  }

  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    attempts: () => attempts,
    faults: {
      next: script.next,
      always: script.always,
      forRecipient: script.forRecipient,
      refuseConnections,
      acceptConnections,
      clear: async () => {
        script.clear();
        await acceptConnections();
      },
    },
    waitForMessages: async (count, timeoutMs = 10_000) => {
      const end = performance.now() + timeoutMs;
      while (messages.length < count) {
        if (performance.now() > end) throw new Error(`${messages.length} of ${count} messages came in ${timeoutMs} ms`);
        await wait(10);
      }
      return messages;
    },
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await refuseConnections();
    },
  };
}

function envelopeOf(session: SMTPServerSession): { from: string; to: string[] } {
  const { mailFrom, rcptTo } = session.envelope;
  return { from: mailFrom ? mailFrom.address : "", to: rcptTo.map((recipient) => recipient.address) };
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
