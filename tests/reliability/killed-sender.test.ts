import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDatabase } from "@avances/db";
import { insertMails } from "@avances/db/queries/mail-queries";
import { insertUser } from "@avances/db/queries/user-queries";
import { outgoingMail } from "@avances/db/schema";
import type { Actor } from "@avances/domain/access";
import { newMail } from "@avances/notices";
import { createTestDatabase, startMailSink } from "@avances/testing";
import { expect, test } from "vitest";
import { startProgram } from "./support/start-program.ts";

const kills = 10;
const messages = 40;

test("R-3b: senders killed with kill -9 at any moment: everything arrives, repeats are recognisable and rare", {
  timeout: 300_000,
}, async () => {
  const database = await createTestDatabase();
  const sink = await startMailSink();
  const db = openDatabase({ url: database.url, onError: () => undefined });
  const children: ChildProcess[] = [];
  try {
    await queueMessages(db);
    // Slow replies make it likely that a kill falls between the claim and the record.
    sink.faults.always({ kind: "slow", milliseconds: 25 });
    for (let kill = 0; kill < kills; kill += 1) {
      const before = sink.attempts();
      const { child, ended } = startSender(database.url, sink.url);
      children.push(child);
      const deadline = Date.now() + 20_000;
      while (sink.attempts() === before && Date.now() < deadline && !(await isAllSent(db))) await wait(10);
      await wait(Math.random() * 150);
      child.kill("SIGKILL");
      await ended;
    }
    const { child: last, ended } = startSender(database.url, sink.url);
    children.push(last);
    await untilAllSent(db);
    last.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);

    const rows = await db.asWorker((tx) => tx.select().from(outgoingMail));
    const ids = sink.messages.map((message) => message.mail.messageId);
    expect(new Set(ids)).toEqual(new Set(rows.map((row) => row.messageId)));
    expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(kills);
    expect(rows.every((row) => row.state === "sent" && row.lastCode === 250)).toBe(true);
    const copies = Map.groupBy(sink.messages, (message) => message.mail.messageId);
    for (const same of copies.values()) {
      expect(
        new Set(same.map(({ mail }) => `${mail.date?.toISOString()} ${mail.subject} ${mail.text} ${mail.html}`)).size,
      ).toBe(1);
    }
  } finally {
    for (const child of children) child.kill("SIGKILL");
    await sink.close();
    await db.close();
    await database.drop();
  }
});

function startSender(databaseUrl: string, smtpUrl: string): { child: ChildProcess; ended: Promise<unknown[]> } {
  const script = fileURLToPath(new URL("./scheduler-process.ts", import.meta.url));
  const child = startProgram(script, { DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl }, ["ignore", "ignore", "inherit"]);
  return { child, ended: once(child, "exit") };
}

async function queueMessages(db: ReturnType<typeof openDatabase>): Promise<void> {
  const secretary: Actor = {
    userId: randomUUID(),
    role: "secretariat",
    country: null,
    organisation: null,
    assignedIndicators: null,
    sessionId: randomUUID(),
    displayName: "Secretary",
  };
  await db.asActor(secretary, async (tx) => {
    const user = await insertUser(tx, {
      id: randomUUID(),
      email: "somebody@people.example",
      displayName: "Somebody",
      role: "secretariat",
      language: "es",
      createdAt: new Date(),
      confirmedAt: new Date(),
    });
    if (user === undefined) throw new Error("The address is taken");
    const mails = Array.from({ length: messages }, (_, index) =>
      newMail({
        id: randomUUID(),
        kind: "security",
        user,
        subject: `Recordatorio ${index}`,
        paragraphs: ["Año nuevo, ronda nueva."],
        now: new Date(),
        mailFrom: "avances@secretariat.example",
        demonstration: false,
      }),
    );
    await insertMails(tx, mails);
  });
}

async function isAllSent(db: ReturnType<typeof openDatabase>): Promise<boolean> {
  const rows = await db.asWorker((tx) => tx.select({ state: outgoingMail.state }).from(outgoingMail));
  return rows.every((row) => row.state === "sent");
}

async function untilAllSent(db: ReturnType<typeof openDatabase>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isAllSent(db))) {
    if (Date.now() > deadline) throw new Error("Not everything was sent");
    await wait(100);
  }
}
