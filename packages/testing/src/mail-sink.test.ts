import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MailFault } from "./mail-faults.ts";
import { type MailSink, startMailSink } from "./mail-sink.ts";

let sink: MailSink;

beforeEach(async () => {
  sink = await startMailSink();
});

afterEach(() => sink.close());

/** Sends one message; resolves with "accepted" or with how it failed. */
async function send(to = "focal@example.org"): Promise<string | number> {
  const { port } = new URL(sink.url);
  const transport = createTransport({ host: "127.0.0.1", port: Number(port), socketTimeout: 500 });
  try {
    await transport.sendMail({ from: "ts@example.org", to, subject: "Recordatorio: año 2026", text: "…" });
    return "accepted";
  } catch (error) {
    const { responseCode, code } = error as { responseCode?: number; code?: string };
    return responseCode ?? code ?? "unknown";
  }
}

test("a message arrives whole", async () => {
  expect(await send()).toBe("accepted");
  const [message] = await sink.waitForMessages(1);
  expect(message).toMatchObject({ from: "ts@example.org", to: ["focal@example.org"], isAcknowledged: true });
  expect(message?.mail.subject).toBe("Recordatorio: año 2026");
});

test.each<[MailFault, string | number, number]>([
  [{ kind: "busy" }, 421, 0],
  [{ kind: "defer-recipient" }, 450, 0],
  [{ kind: "defer-recipient", code: 451 }, 451, 0],
  [{ kind: "reject-recipient" }, 550, 0],
  [{ kind: "defer-message" }, 451, 0],
  [{ kind: "reject-message" }, 554, 0],
  [{ kind: "slow", milliseconds: 20 }, "accepted", 1],
  [{ kind: "hang" }, "ETIMEDOUT", 0],
  [{ kind: "cut" }, "ECONNECTION", 1],
])("the fault %o happens to one message only", async (fault, outcome, stored) => {
  sink.faults.next(fault);
  expect(await send()).toBe(outcome);
  expect(sink.messages).toHaveLength(stored);
  expect(await send()).toBe("accepted");
});

test("a greylisted message is taken when it comes again later", async () => {
  sink.faults.always({ kind: "greylist", milliseconds: 300 });
  expect(await send()).toBe(450);
  await new Promise((resolve) => setTimeout(resolve, 320));
  expect(await send()).toBe("accepted");
});

test("one address can be bad while the others are good", async () => {
  sink.faults.forRecipient("gone@example.org", { kind: "reject-recipient" });
  expect(await send("gone@example.org")).toBe(550);
  expect(await send()).toBe("accepted");
});

test("the port can be closed and opened again", async () => {
  await sink.faults.refuseConnections();
  expect(await send()).toBe("ESOCKET");
  await sink.faults.acceptConnections();
  expect(await send()).toBe("accepted");
});
