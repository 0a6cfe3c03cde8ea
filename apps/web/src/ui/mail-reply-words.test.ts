import type { MailReplyView } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { bounceReasons, mailReplyKinds } from "@avances/domain/round";
import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { mailReplyTexts } from "./mail-reply.texts.ts";
import { mailReplyWords } from "./mail-reply-words.ts";

const reply = (part: Partial<MailReplyView>): MailReplyView => ({
  ...{ kind: "replied", at: "2027-02-02T03:00:00Z", reason: null, code: null, status: null, answer: null },
  ...{ awayUntil: null, stopsReminders: false },
  ...part,
});
const say = (part: Partial<MailReplyView>, language: "en" | "es", now = "2027-02-10T15:00:00Z") =>
  mailReplyWords(reply(part), mailReplyTexts[language], formatsFor(language), new Date(now), "America/Costa_Rica");

test.each([
  [
    { kind: "bounced", reason: "no_mailbox" },
    "did not arrive; the mail server says that there is no such address",
    "no llegó; el servidor de correo indica que esa dirección no existe",
  ],
  [{ kind: "replied" }, "a reply came on 1 Feb 2027", "llegó una respuesta el 1 feb 2027"],
  [{ kind: "automatic" }, "an automatic answer came on 1 Feb 2027", "llegó una respuesta automática el 1 feb 2027"],
  [
    { kind: "automatic", awayUntil: "2027-02-10" },
    "out of office until 10 Feb 2027",
    "fuera de la oficina hasta el 10 feb 2027",
  ],
  [
    { kind: "automatic", awayUntil: "2027-02-09" },
    "was out of office until 9 Feb 2027",
    "estuvo fuera de la oficina hasta el 9 feb 2027",
  ],
] as const)("%j", (part, en, es) => {
  expect(say(part, "en")).toBe(en);
  expect(say(part, "es")).toBe(es);
});

test("everything that can come back has words in every language, with its reason", () => {
  for (const language of languages)
    for (const kind of mailReplyKinds)
      for (const reason of [null, ...bounceReasons]) expect(say({ kind, reason }, language)).toMatch(/\p{L}{3}/u);
});
