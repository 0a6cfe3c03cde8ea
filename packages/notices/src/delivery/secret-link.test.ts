import { randomUUID } from "node:crypto";
import { insertMails } from "@avances/db/queries/mail-queries";
import { insertTicket } from "@avances/db/queries/ticket-queries";
import { findUser } from "@avances/db/queries/user-queries";
import { createTestDatabase, startMailSink } from "@avances/testing";
import { expect, test } from "vitest";
import { createTestRegion, quickTiming, runningClock, testLog } from "../../testing/region.ts";
import { ticketMail } from "../letters/account-mails.ts";
import { ticketHash, ticketToken, withoutToken } from "../letters/ticket.ts";
import { runScheduler } from "./run-scheduler.ts";

const token = ticketToken("k".repeat(43), "0b6f3c4e-6a39-4b8e-9d0a-2f5c1f0f7c11");

test.each([
  ["whole", `554 5.7.1 Spam: http://x.example/es/invitation#${token}`],
  ["in small letters", `554 listed: http://x.example/es/invitation#${token.toLowerCase()} (URIBL)`],
  ["in two lines", `554-5.7.1 http://x.example/es/invitation#${token.slice(0, 20)}\n554 ${token.slice(20)}`],
  ["within a longer word", `554 ref-${token}-77`],
])("what a server says keeps no part of the secret: quoted %s", (_how, answer) => {
  const kept = withoutToken(answer, token).toLowerCase();
  for (let at = 0; at + 12 <= token.length; at += 1) expect(kept).not.toContain(token.slice(at, at + 12).toLowerCase());
});

test("anything else that a server says stays as it is", () => {
  const answer = "550 5.1.1 <o'neill@state.example>: Recipient address rejected: User unknown in virtual-mailbox-table";
  expect(withoutToken(answer, token)).toBe(answer);
});

test("a filter that refuses an invitation and quotes its link leaves no key behind, in no table", async () => {
  const sink = await startMailSink();
  const region = await createTestRegion(await createTestDatabase(), runningClock("2027-02-10T15:00:00Z"));
  const stop = new AbortController();
  try {
    const [id, ticketId] = [randomUUID(), randomUUID()];
    const userId = await region.addPerson({ role: "focal_point", country: "CRI" });
    const { mailFrom, ticketKey } = region.config;
    const expiresAt = new Date(region.clock.now().valueOf() + 3_600_000);
    const tokenHash = ticketHash(ticketToken(ticketKey, ticketId));
    await region.db.asAuth((tx) =>
      insertTicket(tx, {
        id: ticketId,
        kind: "invitation",
        userId,
        tokenHash,
        createdAt: region.clock.now(),
        expiresAt,
      }),
    );
    await region.db.asWorker(async (tx) => {
      const user = await findUser(tx, userId);
      if (!user) throw new Error("Nobody has this id");
      const now = region.clock.now();
      const mail = { id, user, ticketId, now, expiresAt, mailFrom, demonstration: false };
      await insertMails(tx, [await ticketMail(tx, "invitation", mail)]);
    });
    let quoted = "";
    sink.faults.next({
      kind: "reject-message",
      quoting: (text) => {
        quoted = /\S+#\S+/.exec(text)?.[0] ?? "";
        return `Refused because of ${quoted}`;
      },
    });
    const config = { ...region.config, mailMode: "live", smtpUrl: sink.url, timing: quickTiming } as const;
    const scheduler = runScheduler({ db: region.db, clock: region.clock, log: testLog, config }, stop.signal);
    await scheduler.runOnce();
    stop.abort();
    await scheduler.done;
    const secret = ticketToken(ticketKey, ticketId);
    expect(quoted).toContain(secret);
    const mails = await region.mails();
    expect(mails[0]).toMatchObject({ state: "dead", lastAnswer: expect.stringContaining("Refused because of") });
    expect(JSON.stringify([mails, await region.notices()])).not.toContain(secret);
  } finally {
    stop.abort();
    await region.close();
    await sink.close();
  }
});
