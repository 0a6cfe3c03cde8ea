import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { NewMailRow } from "@avances/db/queries/rows";
import { type Language, languages } from "@avances/domain/catalogue";
import { dateRelation, everyStep, spokenDate } from "@avances/domain/round";
import { filledBody } from "../src/letters/mail-body.ts";
import { otherMails } from "./render-accounts.ts";
import type { World } from "./said/setting.ts";
import { worlds, write } from "./worlds.ts";

/*
 * Writes mails as files, to be read and looked at: of notices, for each step one of each kind of reader, state, side of the date and language; of mails
 * about accounts and sections, and of digests, one of each kind, side of the date and language. Each as plain text with its head and as HTML, and
 * `subjects.txt`; `sentences-en.txt` and `sentences-es.txt` have each sentence once, with a mail that says it. Call: `pnpm mails <folder>`.
 */

const folder = resolve(process.argv[2] ?? "mails");
mkdirSync(folder, { recursive: true });
const subjects: string[] = [];
const sentences: Record<Language, Map<string, string>> = { en: new Map(), es: new Map() };
for (const step of everyStep) {
  const written = new Map<string, number>();
  for (const world of worlds(step)) {
    const name = nameOf(world);
    const count = (written.get(name) ?? 0) + 1;
    written.set(name, count);
    // Of the others of the same name, only their sentences are kept: they differ in who else reads, in counts and in what is known.
    const mail = filled(write(world));
    if (count === 1) keep(name, mail);
    else say(name, mail);
  }
}
for (const { name, mail } of otherMails()) keep(name, filled(mail));
writeFileSync(join(folder, "subjects.txt"), `${subjects.join("\n")}\n`);
for (const language of languages) {
  const lines = [...sentences[language]].map(([sentence, name]) => `${sentence}\t${name}`);
  writeFileSync(join(folder, `sentences-${language}.txt`), `${lines.join("\n")}\n`);
}
process.stdout.write(`${subjects.length} mails in ${folder}\n`);

function filled(stored: NewMailRow): NewMailRow {
  return { ...stored, ...filledBody(stored, someParts(stored)) };
}

function keep(name: string, mail: NewMailRow): void {
  const head = [`To: ${mail.toAddress}`, `Reply-To: ${mail.replyTo ?? "–"}`, `Subject: ${mail.subject}`].join("\n");
  writeFileSync(join(folder, `${name}.txt`), `${head}\n\n${mail.bodyText}`);
  writeFileSync(join(folder, `${name}.html`), mail.bodyHtml);
  subjects.push(`${[...mail.subject].length} ${mail.subject} · ${name}`);
  say(name, mail);
}

/** Adds the sentences that no mail before had. */
function say(name: string, mail: Pick<NewMailRow, "language" | "subject" | "bodyText">): void {
  const known = sentences[mail.language];
  for (const sentence of `${mail.subject}\n${mail.bodyText}`.split(/\n+|(?<=[.:?!]) +(?=[A-ZÁÉÍÓÚ¿«“])/)) {
    const form = sentence
      .replaceAll(/https:\S+/g, "https://…")
      .replaceAll(/\d+/g, "#")
      .trim();
    if (form !== "" && !known.has(form)) known.set(form, name);
  }
}

/** What the country reads where answers are missing: invented parts that add up to what the message says. */
function someParts({ bodyText, language }: Pick<NewMailRow, "bodyText" | "language">) {
  const missing = Number(/\{\{missing:(\d+)\}\}/.exec(bodyText)?.[1] ?? 0);
  const words = {
    en: ["Trafficking in persons: Protection and assistance", "Smuggling of migrants: Investigation and prosecution"],
    es: ["Trata de personas: Protección y asistencia", "Tráfico ilícito de migrantes: Investigación y judicialización"],
  }[language];
  const first = Math.ceil(missing / 2);
  return [first, missing - first].flatMap((count, place) =>
    count > 0 ? [{ words: words[place] ?? "", missing: count }] : [],
  );
}

function nameOf({ item, reader, now }: World): string {
  const { state, step } = item;
  const spoken = spokenDate(step, state);
  const { answered, expected } = state.progress;
  return [
    step,
    state.country.toLowerCase(),
    state.withdrawn !== null ? "withdrawn" : state.exempt ? `${state.status}-exempt` : state.status,
    ...(state.obligated ? [] : ["voluntary"]),
    ...(state.dueOn === state.roundDueOn ? [] : ["extended"]),
    spoken === null ? "no-date" : dateRelation(spoken, now, state.timeZone),
    answered === 0 ? "empty" : answered >= expected ? "full" : "part",
    reader.audience,
    reader.language,
  ].join("_");
}
