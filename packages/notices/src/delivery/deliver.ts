import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Database, Tx } from "@avances/db";
import { prolongAnswerLink } from "@avances/db/queries/exchange-queries";
import { settledKind } from "@avances/db/queries/instance-queries";
import {
  claimDueMails,
  type MailResult,
  pauseMails,
  recordMailResult,
  rewriteMail,
} from "@avances/db/queries/mail-queries";
import { findBounceOfAttempt, insertReply } from "@avances/db/queries/mail-reply-queries";
import { listMissingParts } from "@avances/db/queries/missing-part-queries";
import { settleNotice } from "@avances/db/queries/notice-queries";
import type { MailRow } from "@avances/db/queries/rows";
import { answerLinkEnd, exactStatus, isFaultOfAddress, writeOutcome } from "@avances/domain/round";
import { type Desk, parseSender, type SmtpServer } from "@avances/settings/mail";
import { freshWords } from "../calendar/fresh-words.ts";
import { filledBody, hasPlaces } from "../letters/mail-body.ts";
import { withoutToken } from "../letters/ticket.ts";
import { markBounced } from "../replies/note-reply.ts";
import { mailBytes, secretOf } from "./mail-bytes.ts";
import { recheck } from "./recheck.ts";
import { type DeliveryTiming, waitAfter } from "./retry-schedule.ts";
import { type Delivery, deliverBySmtp } from "./smtp.ts";

export interface DeliveryDeps {
  readonly db: Pick<Database, "asWorker">;
  readonly clock: { now(): Date };
  readonly config: {
    readonly mailMode: "capture" | "live";
    readonly mailFrom: string;
    readonly publicUrl: string;
    readonly ticketKey: string;
    readonly desk?: Desk | undefined;
    readonly secretariatCountry?: string | undefined;
  };
  /** Null in capture mode. */
  readonly server: SmtpServer | null;
  readonly timing: DeliveryTiming;
  readonly log: {
    info(fields: Readonly<Record<string, string | number | boolean | null>>, message: string): void;
    error(fields: Readonly<Record<string, string | number | boolean | null>>, message: string): void;
  };
  /** State of the mail server as this process sees it; shared by its senders. */
  readonly serverState: ServerState;
}

/** Failed connections in a row, and until when this process leaves the queue alone. */
export interface ServerState {
  failedConnections: number;
  pausedUntil: number;
}

export function newServerState(): ServerState {
  return { failedConnections: 0, pausedUntil: 0 };
}

const failuresUntilPause = 3;

/**
 * Takes the next due message and processes it to the end. False when nothing is due or the queue is paused. Two senders never process the
 * same message: the claim is one statement, and only the latest fence can record a result.
 */
export async function deliverNext(deps: DeliveryDeps, signal?: AbortSignal): Promise<boolean> {
  if (deps.clock.now().getTime() < deps.serverState.pausedUntil) return false;
  const claimed = await claim(deps);
  if (claimed === "nothing") return false;
  if (claimed === "settled") return true;
  const delivery = await attempt(deps, claimed, signal);
  await record(deps, claimed, delivery, signal);
  return true;
}

/** Claims and rechecks in one transaction; a message that must not or need not be sent is settled there. */
async function claim(deps: DeliveryDeps): Promise<MailRow | "nothing" | "settled"> {
  return await deps.db.asWorker(async (tx) => {
    const now = deps.clock.now();
    const leaseUntil = new Date(now.getTime() + deps.timing.leaseMs);
    const [mail] = await claimDueMails(tx, { now, leaseUntil, limit: 1 });
    if (mail === undefined) return "nothing";
    const verdict = await recheck(tx, mail, now, deps.config.secretariatCountry);
    if (!verdict.send && verdict.state === "queued") {
      // It was not tried.
      const { id, fence, attempts } = mail;
      await recordMailResult(tx, {
        id,
        fence,
        state: "queued",
        nextAttemptAt: verdict.nextAttemptAt,
        attempts: attempts - 1,
      });
      return "settled";
    }
    if (!verdict.send) {
      await settle(tx, mail, { state: verdict.state, settledAt: now, lastAnswer: writeOutcome(verdict.outcome) }, now);
      return "settled";
    }
    const fresh = await written(tx, deps, mail, now);
    if (fresh === "outdated") {
      const lastAnswer = writeOutcome({ code: "day-passed", status: null });
      await settle(tx, mail, { state: "stopped", settledAt: now, lastAnswer }, now);
      return "settled";
    }
    if (deps.server === null) {
      await settle(
        tx,
        mail,
        { state: "kept", settledAt: now, lastAnswer: writeOutcome({ code: "kept-here", status: null }) },
        now,
      );
      return "settled";
    }
    return await filled(tx, fresh);
  });
}

/** The message as of the day on which it leaves: what was written on another day is written anew. */
async function written(tx: Tx, { config }: DeliveryDeps, mail: MailRow, now: Date): Promise<MailRow | "outdated"> {
  const demonstration = (await settledKind(tx)) === "demonstration";
  const fresh = await freshWords(tx, mail, { now, newId: randomUUID, config: { ...config, demonstration } });
  if (fresh === "as-written" || fresh === "outdated") return fresh === "outdated" ? fresh : mail;
  await rewriteMail(tx, mail, fresh);
  if (mail.noticeId !== null) await prolongAnswerLink(tx, mail.noticeId, answerLinkEnd(now));
  return { ...mail, ...fresh };
}

/** The message as it leaves: with the parts in which answers are missing, which its stored form only has a place for. */
async function filled(tx: Tx, mail: MailRow): Promise<MailRow> {
  if (mail.noticeId === null || !hasPlaces(mail.bodyText)) return mail;
  const parts = await listMissingParts(tx, mail.noticeId);
  const words = parts.map(({ instrument, dimension, missing }) => ({
    words: `${instrument[mail.language]}: ${dimension[mail.language]}`,
    missing,
  }));
  return { ...mail, ...filledBody(mail, words) };
}

async function attempt(deps: DeliveryDeps, mail: MailRow, signal: AbortSignal | undefined): Promise<Delivery> {
  const server = deps.server;
  if (server === null) throw new Error("There is no mail server in capture mode");
  const bytes = await mailBytes(mail, deps.config);
  const { address } = parseSender(deps.config.mailFrom);
  const delivery = await deliverBySmtp(server, { from: address, to: mail.toAddress }, bytes, deps.timing, signal);
  const secret = secretOf(mail, deps.config.ticketKey);
  const said = withoutPassword(delivery.answer, server);
  return { ...delivery, answer: secret === null ? said : withoutToken(said, secret) };
}

/** What the mail server replied, without the password of the log-in, should it repeat what it was sent. */
function withoutPassword(answer: string, { login }: SmtpServer): string {
  if (login === null || login.pass === "") return answer;
  const encoded = (text: string) => Buffer.from(text).toString("base64");
  const forms = [login.pass, encoded(login.pass), encoded(`\u0000${login.user}\u0000${login.pass}`)];
  return forms.reduce((said, form) => said.replaceAll(form, "[…]"), answer);
}

/**
 * Records what happened; if the database is down, keeps trying as long as the lease lasts, because a message that was sent but not
 * recorded would be sent again.
 */
async function record(
  deps: DeliveryDeps,
  mail: MailRow,
  delivery: Delivery,
  signal: AbortSignal | undefined,
): Promise<void> {
  const now = deps.clock.now();
  const pause = pauseAfter(deps.serverState, delivery);
  const result = resultOf(mail, delivery, now, pause ? deps.timing.pauseMs : 0, deps.timing);
  if (pause) deps.serverState.pausedUntil = now.getTime() + deps.timing.pauseMs;
  const end = performance.now() + deps.timing.leaseMs;
  for (;;) {
    try {
      const isOurs = await deps.db.asWorker(async (tx) => {
        if (pause) await pauseMails(tx, new Date(now.getTime() + deps.timing.pauseMs));
        const isRecorded = await settle(tx, mail, result, now);
        if (isRecorded) await compareWithReplies(tx, mail, result, now);
        return isRecorded;
      });
      deps.log.info(
        {
          mail: mail.id,
          state: isOurs ? result.state : "lease lost",
          attempts: mail.attempts,
          code: result.lastCode ?? null,
        },
        "mail attempt",
      );
      return;
    } catch (error) {
      if (performance.now() > end || signal?.aborted) throw error;
      await wait(1_000);
    }
  }
}

type Outcome = Omit<MailResult, "id" | "fence">;

function resultOf(mail: MailRow, delivery: Delivery, now: Date, pauseMs: number, timing: DeliveryTiming): Outcome {
  const said = { lastCode: delivery.code, lastAnswer: delivery.answer };
  if (delivery.kind === "sent") return { ...said, state: "sent", settledAt: now };
  const delay = delivery.isPermanent ? null : waitAfter(mail.attempts, delivery.scope, timing, Math.random());
  if (delay === null) return { ...said, state: "dead", settledAt: now };
  return { ...said, state: "queued", nextAttemptAt: new Date(now.getTime() + Math.max(delay, pauseMs)) };
}

/** Records the result under the fence of the claim, in the outbox and, when final, in the ledger. False when the lease was lost. */
async function settle(tx: Tx, mail: MailRow, outcome: Outcome, now: Date): Promise<boolean> {
  const isOurs = await recordMailResult(tx, { id: mail.id, fence: mail.fence, ...outcome });
  if (isOurs && mail.noticeId !== null && outcome.state !== "queued") {
    await settleNotice(tx, mail.noticeId, outcome.state, outcome.lastAnswer ?? "", now);
  }
  return isOurs;
}

/**
 * A report that the message did not arrive may be faster than this record. And a server that refuses the address at once says the same as one
 * that reports it later: no reminder goes there until somebody says that the address is right.
 */
async function compareWithReplies(tx: Tx, mail: MailRow, result: Outcome, now: Date): Promise<void> {
  const { id: mailId, fence: attempt, toAddress: address } = mail;
  if (result.state === "sent") {
    const bounce = await findBounceOfAttempt(tx, mailId, attempt);
    if (bounce !== undefined) await markBounced(tx, mail, bounce, now);
    return;
  }
  if (result.state !== "dead") return;
  const answer = result.lastAnswer ?? "";
  const status = exactStatus(null, answer);
  if (!isFaultOfAddress(status)) return;
  const said = { kind: "bounced", status, code: result.lastCode ?? null, answer, refusesAddress: true } as const;
  // The server is the office's own, so nobody forged it.
  await insertReply(tx, {
    ...said,
    id: randomUUID(),
    mailId,
    receivedAt: now,
    address,
    attempt,
    fingerprint: `smtp ${attempt}`,
  });
}

/** Must the whole queue pause? Yes if the server said 421, or the third connection in a row failed. */
function pauseAfter(state: ServerState, delivery: Delivery): boolean {
  const hasFailed = delivery.kind === "failed" && delivery.isConnectionFailure;
  state.failedConnections = hasFailed ? state.failedConnections + 1 : 0;
  return delivery.code === 421 || state.failedConnections >= failuresUntilPause;
}
