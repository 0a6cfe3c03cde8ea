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
  const written = new Set<string>();
  for (const world of worlds(step)) {
    const name = nameOf(world);
    if (written.has(name)) continue;
    written.add(name);
    keep(name, write(world));
  }
}
for (const { name, mail } of otherMails()) keep(name, mail);
writeFileSync(join(folder, "subjects.txt"), `${subjects.join("\n")}\n`);
for (const language of languages) {
  const lines = [...sentences[language]].map(([sentence, name]) => `${sentence}\t${name}`);
  writeFileSync(join(folder, `sentences-${language}.txt`), `${lines.join("\n")}\n`);
}
process.stdout.write(`${subjects.length} mails in ${folder}\n`);

function keep(name: string, stored: NewMailRow): void {
  const mail = { ...stored, ...filledBody(stored, someParts(stored)) };
  const head = [`To: ${mail.toAddress}`, `Reply-To: ${mail.replyTo ?? "–"}`, `Subject: ${mail.subject}`].join("\n");
  writeFileSync(join(folder, `${name}.txt`), `${head}\n\n${mail.bodyText}`);
  writeFileSync(join(folder, `${name}.html`), mail.bodyHtml);
  subjects.push(`${[...mail.subject].length} ${mail.subject} · ${name}`);
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
