import type { Actor } from "@avances/domain/access";
import { type Language, languageFacts } from "@avances/domain/catalogue";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { FileReply } from "#http/handler.ts";
import type { LetterDocument } from "./draw-letter.ts";
import { readLetter } from "./letter-view.ts";

interface Words {
  readonly letter: string;
  readonly office: readonly [string, string];
  readonly number: (code: string) => string;
  readonly subject: string;
  readonly withdrawn: (day: string) => string;
  readonly demonstration: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    letter: "Letter",
    office: ["Regional Conference on Migration", "Technical Secretariat"],
    number: (code) => `No. ${code}`,
    subject: "Subject",
    withdrawn: (day) => `This letter was withdrawn on ${day} and never dispatched.`,
    demonstration: "Demonstration data, not real figures.",
  },
  es: {
    letter: "Carta",
    office: ["Conferencia Regional sobre Migración", "Secretaría Técnica"],
    number: (code) => `N.º ${code}`,
    subject: "Asunto",
    withdrawn: (day) => `Esta carta se retiró el ${day} y nunca se despachó.`,
    demonstration: "Datos de demostración, no son cifras reales.",
  },
};

/** A letter as PDF on letterhead, the same bytes each time, until it is withdrawn. */
export async function letterFile(deps: Pick<Deps, "db" | "config">, actor: Actor, code: string): Promise<FileReply> {
  allow(actor, "notices.send");
  const { letter } = await deps.db.asActor(actor, (tx) => readLetter(tx, code));
  const { language, withdrawnAt } = letter;
  const t = words[language];
  const day = (date: string) =>
    new Intl.DateTimeFormat(languageFacts[language].dates, { dateStyle: "long", timeZone: "UTC" }).format(
      new Date(`${date.slice(0, 10)}T12:00:00Z`),
    );
  const document: LetterDocument = {
    language,
    title: `${t.letter} ${code}`,
    office: t.office,
    number: t.number(code),
    date: day(letter.datedOn),
    warnings: [
      ...(deps.config.demonstration ? [t.demonstration] : []),
      ...(withdrawnAt === null ? [] : [t.withdrawn(day(withdrawnAt.toISOString()))]),
    ],
    addressee: [letter.addresseeName, letter.addresseeTitle, letter.addresseeInstitution].filter(Boolean),
    subject: `${t.subject}: ${letter.subject}`,
    paragraphs: letter.paragraphs,
  };
  // Loaded when the first letter is asked for: a start does not wait for a library that few requests need.
  const { drawLetter } = await import("./draw-letter.ts");
  return new FileReply(await drawLetter(document, letter.createdAt), `${code}.pdf`);
}
