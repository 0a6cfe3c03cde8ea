import { listRecipients } from "@avances/db/queries/recipient-queries";
import { findUser } from "@avances/db/queries/user-queries";
import { type Actor, isCountryRole } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { localDate } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { FileReply } from "#http/handler.ts";
import { readHandover } from "./handover-facts.ts";
import { handoverTexts } from "./handover-texts.ts";
import { handoverDocument } from "./handover-words.ts";

type Need = Pick<Deps, "db" | "clock" | "catalogues" | "reference" | "config">;

interface ForWhom {
  readonly personId: string;
  /** If absent, the person's own. */
  readonly language?: Language | undefined;
}

/**
 * The handover brief for somebody of a country, as a PDF: by the Secretariat, or by those who report for that country. Another country's people answer
 * like missing ones, and so does whoever needs none: people of the region, mailboxes, accounts that are not open.
 */
export async function handoverFile(deps: Need, actor: Actor, which: ForWhom): Promise<FileReply> {
  allow(actor, "handover.make");
  return makeFile(deps, actor, which, (country) => allow(actor, "handover.make", { country }));
}

/** The own brief. */
export async function ownHandoverFile(deps: Need, actor: Actor, language?: Language): Promise<FileReply> {
  allow(actor, "handover.own");
  return makeFile(deps, actor, { personId: actor.userId, language }, () => undefined);
}

async function makeFile(
  deps: Need,
  actor: Actor,
  { personId, language: wanted }: ForWhom,
  may: (country: string) => void,
): Promise<FileReply> {
  // Of the Secretariat a country's people may read nothing themselves; who answers questions stands in every message to them.
  const reachable = await deps.db.authQuery((tx) => listRecipients(tx));
  const { country, language, facts } = await deps.db.asActor(actor, async (tx) => {
    const person = found(await findUser(tx, personId));
    const { role, countryCode } = person;
    const place = found(deps.reference.countries.find(({ alpha3 }) => alpha3 === countryCode));
    may(place.alpha3);
    const isOpen = person.endedAt === null && person.confirmedAt !== null && person.sectionId === null;
    if (!isCountryRole(role) || !isOpen || person.isShared) throw new DomainError("not-found");
    const facts = await readHandover(tx, deps, actor, { person, role, country: place, reachable });
    return { country: place, language: wanted ?? person.language, facts };
  });
  const document = handoverDocument(facts, language, deps.config.publicUrl);
  // Loaded when the first file is asked for, as for receipts.
  const { drawHandover } = await import("./draw-handover.ts");
  const bytes = await drawHandover(document, facts.now);
  const day = localDate(facts.now, country.timeZone);
  return new FileReply(bytes, `${country.alpha3}-${handoverTexts[language].file}-${day}.pdf`);
}
