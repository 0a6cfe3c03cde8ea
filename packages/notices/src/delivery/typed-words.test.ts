import { readMail } from "@avances/testing";
import { describe, expect, test } from "vitest";
import type { Block } from "../letters/letter.ts";
import { filledBody, hasPlaces, readBody } from "../letters/mail-body.ts";
import { newMail } from "../letters/new-mail.ts";
import { ticketPlace } from "../letters/ticket.ts";
import { mailBytes, readableText } from "./mail-bytes.ts";

const identity = {
  mailFrom: "Avances <avances@secretariat.example>",
  publicUrl: "https://avances.example",
  ticketKey: "k".repeat(43),
  isDemonstration: false,
};

/** What somebody may type that reads like a place of the portal. */
const typed = [
  "{{ticket}}",
  "Before\n{{ticket}}\nafter",
  "Before\n{{missing:3}}\nafter",
  "Before\n\n{{missing:3}}\n\nafter",
  "{{{ticket}}}",
  "{{{{ticket}}}}",
  "{{braces}}ticket}}",
  "{\ue000{ticket}}",
  "{{braces}}",
];

const missing = [{ words: "Trata de personas: Justicia", missing: 3 }];

/** The message as it is stored, as it leaves and as the secretariat reads it. */
async function written(blocks: readonly Block[], name = "Ana Mora") {
  const user = { id: "u", email: "ana@cri.example", displayName: name, language: "es" as const, countryCode: "CRI" };
  const mail = newMail({
    ...{ id: "m", noticeId: "n", kind: "resend" as const, user, subject: "Recordatorio", paragraphs: blocks },
    ...{ now: new Date("2027-04-16T15:00:00Z"), mailFrom: identity.mailFrom, demonstration: false },
  });
  const stored = { ...mail, ticketId: null, noticeId: "n", replyTo: null };
  const sent = await readMail(await mailBytes({ ...stored, ...filledBody(stored, missing) }, identity));
  return { stored, text: sent.text ?? "", html: sent.html || "", read: readableText(stored, identity) };
}

describe.each(typed)("%j", (words) => {
  const said = words.replace("\ue000", "");

  test("is sent and shown as it was typed, and the portal's own places are filled in beside it", async () => {
    const { text, html, read } = await written([words, `Enlace:\n${ticketPlace}`, { missingParts: 3 }, "Fin"]);
    const link = /https:\/\/avances\.example\S*#\S+/g;
    expect(text).toContain(`${said}\n\nEnlace:\nhttps://`);
    expect(text.match(link)).toHaveLength(1);
    expect(html.match(/<a class="a" href="https:\/\/avances[^"]*#/g)).toHaveLength(1);
    expect(text.match(/Trata de personas: Justicia/g)).toHaveLength(1);
    expect(html.match(/Trata de personas: Justicia/g)).toHaveLength(1);
    expect(read).toContain(`${said}\n\nEnlace:\n[enlace retirado`);
    expect(read.match(/\[enlace retirado/g)).toHaveLength(1);
    expect(read.match(/\[aquí solo el país/g)).toHaveLength(1);
  });

  test("is no place by itself", async () => {
    const { stored, text, read } = await written([words, "Fin"]);
    expect(hasPlaces(stored.bodyText)).toBe(false);
    expect(text.trim()).toBe(`${said}\n\nFin`);
    expect(read.trim()).toBe(`${said}\n\nFin`);
    expect(readBody(stored.bodyText, "es").trim()).toBe(`${said}\n\nFin`);
  });
});

test("what a message with a link looked like when it was stored before is still filled in", async () => {
  const { stored } = await written(["Fin"]);
  const old = { ...stored, bodyText: "Enlace:\n{{ticket}}\n", bodyHtml: "<p>{{ticket}}</p>" };
  const { text } = await readMail(await mailBytes(old, identity));
  expect(text).toMatch(/^Enlace:\nhttps:\/\/avances\.example\S+#\S+\s*$/);
});
