import { parseSmtpUrl } from "@avances/settings/mail";
import { startMailSink } from "@avances/testing";
import { expect, test } from "vitest";
import { mailBytes } from "./mail-bytes.ts";
import { defaultTiming } from "./retry-schedule.ts";
import { deliverBySmtp } from "./smtp.ts";

// Addresses of real offices: whatever `isMailAddress` accepts must arrive as it was written, in the envelope and in the header.
test.each([
  "o'neill.pat@state.example",
  "research&analysis@state.example",
  "/g=pat/s=example/@gateway.example",
  "a#b$c*d-e=f?g^h_i`j{k|l}m~n+o@x.example",
])("a message to %s arrives", async (toAddress) => {
  const sink = await startMailSink();
  try {
    const mail = {
      id: "0b6f3c4e-6a39-4b8e-9d0a-2f5c1f0f7c11",
      kind: "security",
      toAddress,
      language: "en",
      subject: "A message",
      bodyText: "Text\n",
      bodyHtml: "<p>Text</p>",
      ticketId: null,
      replyTo: toAddress,
      messageId: "<n.1@example.org>",
      createdAt: new Date("2027-02-10T15:00:00Z"),
    } as const;
    const identity = { mailFrom: "Avances <avances@example.org>", publicUrl: "https://x.example", ticketKey: "key" };
    const bytes = await mailBytes(mail, identity);
    const envelope = { from: "avances@example.org", to: toAddress };
    expect(await deliverBySmtp(parseSmtpUrl(sink.url), envelope, bytes, defaultTiming)).toMatchObject({ kind: "sent" });
    expect(sink.messages.map(({ to }) => to)).toEqual([[toAddress]]);
    const lines = bytes.toString().split("\r\n");
    expect(lines).toContain(`To: ${toAddress}`);
    expect(lines).toContain(`Reply-To: ${toAddress}`);
  } finally {
    await sink.close();
  }
});
