import { type Language, languages } from "@avances/domain/catalogue";
import { matterNewsSteps } from "@avances/domain/network";
import { expect, test } from "vitest";
import { formFaults } from "../../testing/form.ts";
import { type NewsWorld, newsWorlds } from "../../testing/news-worlds.ts";
import { unmarked } from "./letter.ts";
import { matterNews } from "./matter-news.ts";
import { newMail } from "./new-mail.ts";

/* Every message with news of the Network, read back: a claim stands exactly where it is so. */

const isView = ({ step }: NewsWorld) => step.startsWith("view");
const one = ({ views, documents }: NewsWorld) => views.length + documents.length === 1;
const view = (world: NewsWorld) => (one(world) ? world.views[0] : undefined);
const isGiven = ({ step }: NewsWorld) => step === "view_given";

/** A claim in each language, and of which messages it is true. */
const claims: readonly (readonly [en: RegExp, es: RegExp, isSo: (world: NewsWorld) => boolean])[] = [
  [
    /before others read it: besides IOM/,
    /antes de que otros la lean: fuera de la OIM/,
    (w) => isGiven(w) && one(w) && w.left >= 0,
  ],
  [/; 14 days remain\./, /; faltan 14 días\./, (w) => isGiven(w) && one(w) && w.left === 14],
  [/; 1 day remains\./, /; falta 1 día\./, (w) => isGiven(w) && one(w) && w.left === 1],
  [/until today, /, /haya pasado el día de hoy, /, (w) => isGiven(w) && one(w) && w.left === 0],
  [/ended on .* 1 day ago\./, /terminaron el .* hace 1 día\./, (w) => isGiven(w) && one(w) && w.left === -1],
  [/ended on .* 13 days ago\./, /terminaron el .* hace 13 días\./, (w) => isGiven(w) && one(w) && w.left === -13],
  [
    /Whoever IOM chose can read it now/,
    /Quienes la OIM eligió ya pueden leerla/,
    (w) => isGiven(w) && one(w) && w.left < 0 && w.views[0]?.isOpen === true,
  ],
  [
    /Nobody else reads it yet, which can/,
    /Nadie más la lee todavía, lo que puede/,
    (w) => isGiven(w) && one(w) && w.left < 0 && w.views[0]?.isOpen === false,
  ],
  [/can still answer/, /aún puede responder/, (w) => isGiven(w) && one(w) && w.left < 0],
  [
    /not even the Technical Secretariat, reads a view until your country has answered it or its days have passed/,
    /ni siquiera la Secretaría Técnica, lee una visión hasta que su país le haya respondido o hayan pasado sus días/,
    (w) => isGiven(w) && !one(w),
  ],
  [
    /“No comment” is an answer too/,
    /«Sin comentarios» también es una respuesta/,
    (w) => isGiven(w) && (!one(w) || w.left >= 0),
  ],
  [
    /takes the place of the one of 3 November 2026/,
    /Ocupa el lugar de la del 3 de noviembre de 2026/,
    (w) => isGiven(w) && typeof view(w)?.othersFiledAt === "object" && view(w)?.othersFiledAt !== null,
  ],
  [
    /On the same step the view of IOM of 3 November 2026 stands\./,
    /queda en pie la visión de la OIM del 3 de noviembre de 2026\./,
    (w) => w.step === "view_withdrawn" && w.views.some(({ othersFiledAt }) => othersFiledAt !== null),
  ],
  [
    /On the same step no other view of IOM stands\./,
    /Sobre el mismo paso no hay otra visión de la OIM en pie\./,
    (w) => w.step === "view_withdrawn" && w.views.some(({ othersFiledAt }) => othersFiledAt === null),
  ],
  [/(It|They) cannot be answered any more/, /Ya no se (le|les) puede responder/, (w) => w.step === "view_withdrawn"],
  [
    /It was never open to others/,
    /Nunca se abrió a otros/,
    (w) => w.step === "view_withdrawn" && view(w)?.isOpen === false,
  ],
  [
    /and the Technical Secretariat still read it/,
    /y la Secretaría Técnica la siguen leyendo/,
    (w) => w.step === "view_withdrawn" && view(w)?.isOpen === true,
  ],
  [
    /no version of (it|them) stands in (its|their) place/,
    /ninguna versión ocupa su lugar/,
    (w) => w.step === "document_withdrawn",
  ],
  [/takes the place of the one that was sent/, /ocupa el lugar de la enviada/, (w) => w.step === "document_revised"],
  [
    /the Technical Secretariat sent Costa Rica/,
    /la Secretaría Técnica (envió|había enviado) a Costa Rica/,
    (w) => !isView(w) && w.country?.countryCode === "CRI",
  ],
  [
    /the Technical Secretariat sent your organisation/,
    /la Secretaría Técnica (envió|había enviado) a su organización/,
    (w) => w.country === null,
  ],
  [
    /of the meeting of the Liaison Officer Network of 20 January 2027/,
    /de la reunión de la Red de Funcionarios de Enlace del 20 de enero de 2027/,
    (w) => w.documents.some(({ meeting }) => meeting !== null),
  ],
  [/\(point 3b\)/, /\(punto 3b\)/, (w) => w.documents.some(({ point }) => point !== "")],
  [
    /in the United States|sent the United States/,
    /en los Estados Unidos|a los Estados Unidos/,
    (w) => w.country?.countryCode === "USA",
  ],
  [/Nothing is asked of you\./, /No se le pide nada\./, (w) => !isGiven(w)],
  [/because you are focal point of/, /figura como punto focal de/, (w) => w.role === "focal_point"],
  [
    /because you read in the portal for your organisation/,
    /lee en nombre de su organización/,
    (w) => w.country === null,
  ],
];

const mailOf = (world: NewsWorld, language: Language) => {
  const user = { id: "1", email: "ana@example.org", displayName: "Ana Mora", language, countryCode: "CRI" };
  const rest = {
    id: "2",
    kind: world.step,
    user,
    now: world.now,
    demonstration: false,
    mailFrom: "Avances <a@example.org>",
  };
  return newMail({ ...rest, ...matterNews[world.step][language](world) });
};

test("every message with news says what is so, and no more than one may know without the portal", () => {
  const seen = new Map(claims.map(([claim]) => [claim, new Set<boolean>()]));
  let count = 0;
  for (const world of newsWorlds())
    for (const language of languages) {
      count += 1;
      const mail = mailOf(world, language);
      expect([world.file, formFaults(mail)]).toEqual([world.file, []]);
      const text = unmarked(mail.bodyText);
      for (const [en, es, isSo] of claims) {
        expect([world.file, language, String(en), (language === "en" ? en : es).test(text)]).toEqual([
          world.file,
          language,
          String(en),
          isSo(world),
        ]);
        seen.get(en)?.add(isSo(world));
      }
      // Each thing has its page, and there is nothing else to open.
      const links = [...text.matchAll(/https:\S+/g)].map(([link]) => link);
      expect(links).toEqual([...world.views, ...world.documents].map(({ link }) => link));
    }
  // None of the claims is of all messages, or of none.
  for (const [claim, said] of seen) expect([String(claim), said.size]).toEqual([String(claim), 2]);
  expect(count).toBeGreaterThan(120);
});

test("its subject says what happened, and of a view how long there is", () => {
  const subjects = new Map<string, string>();
  for (const world of newsWorlds())
    for (const language of languages) subjects.set(`${world.file} ${language}`, mailOf(world, language).subject);
  expect(subjects.get("view_given_CRI_14_alone_first en")).toBe(
    "For your answer, 14 days left (24 February 2027): view of IOM on the Regional Guidelines in Costa Rica",
  );
  expect(subjects.get("view_given_USA_-1_alone_open es")).toBe(
    "Para su respuesta: visión de la OIM sobre los Lineamientos Regionales en los Estados Unidos",
  );
  // Of two the one whose days are over counts no more.
  expect(subjects.get("view_given_CRI_-1_two es")).toBe(
    "Para su respuesta, falta 1 día (26 de febrero de 2027): visiones de la OIM sobre los Lineamientos Regionales en Costa Rica",
  );
  expect(subjects.get("document_withdrawn_organisation_13_two en")).toBe(
    "Withdrawn: 2 documents that were sent to your organisation",
  );
  expect(subjects.get("document_revised_USA_13_meeting_3b es")).toBe(
    "Nueva versión: un documento enviado a los Estados Unidos",
  );
  expect(new Set([...subjects.keys()].map((key) => matterNewsSteps.find((step) => key.startsWith(step)))).size).toBe(4);
});
