import { randomUUIDv7 } from "node:crypto";
import type { Actor, Role } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";

/** The password of everybody on a demonstration instance. Never used on another one. */
export const demonstrationPassword = "avances demonstration";
export const demonstrationDomain = "demo.avances.example";

export interface DemonstrationPerson {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly institution: string;
  /** How mails greet the person, without the colon; null = by the name. */
  readonly salutation: string | null;
  /** E.164, or null. */
  readonly phone: string | null;
  readonly role: Role;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly assignedIndicators: readonly string[] | null;
  readonly language: Language;
  /** False = the invitation was sent and never used. */
  readonly hasSignedIn: boolean;
}

/** Invented names, so that no real official is shown. */
const focalPoints: Readonly<Record<string, readonly [focalPoint: string, alternate: string]>> = {
  BLZ: ["Marva Castillo", "Delroy Usher"],
  CAN: ["Claire Tremblay", "Andrew McKay"],
  CRI: ["Ana Lucía Solano", "Esteban Quirós"],
  DOM: ["Yolanda Peralta", "Rafael Tejada"],
  SLV: ["Carmen Menjívar", "Óscar Alfaro"],
  GTM: ["Otto Xicará", "Lesbia Morales"],
  HND: ["Suyapa Zelaya", "Nelson Orellana"],
  MEX: ["Fernanda Ibarra", "Joaquín Lozano"],
  NIC: ["Martha Urbina", "Denis Cuadra"],
  PAN: ["Itzel Barría", "Rubén Samudio"],
  USA: ["Rachel Whitman", "Marcus Greene"],
};

/** Those whose title is known; the others are greeted by their name. */
const salutations: Readonly<Record<string, string>> = {
  "Ana Lucía Solano": "Estimada señora Solano",
  "Otto Xicará": "Estimado Lic. Xicará",
  "Claire Tremblay": "Dear Ms. Tremblay",
  "Gabriela Chaves": "Estimada Dra. Chaves",
};

/** Numbers that nobody has; of the others none is known. */
const phones: Readonly<Record<string, string>> = {
  "Ana Lucía Solano": "+50625550101",
  "Otto Xicará": "+50225550102",
  "Martha Urbina": "+50525550103",
  "Claire Tremblay": "+16135550104",
};

/** The indicators whose figures the police has. */
const policeIndicators = [
  "TIP-JUS-01",
  "TIP-JUS-02",
  "TIP-JUS-05",
  "TIP-JUS-06",
  "SOM-JUS-01",
  "SOM-JUS-04",
  "SOM-JUS-05",
];

/** The accounts of the demonstration region: one of every role, a focal point and an alternate for every country. */
export function demonstrationPeople(countries: readonly Country[]): readonly DemonstrationPerson[] {
  const person = (
    name: string,
    displayName: string,
    role: Role,
    more: Partial<
      Pick<
        DemonstrationPerson,
        "institution" | "country" | "organisation" | "assignedIndicators" | "language" | "hasSignedIn"
      >
    > = {},
  ): DemonstrationPerson => ({
    id: randomUUIDv7(),
    email: `${name}@${demonstrationDomain}`,
    displayName,
    institution: "",
    salutation: salutations[displayName] ?? null,
    phone: phones[displayName] ?? null,
    role,
    country: null,
    organisation: null,
    assignedIndicators: null,
    language: "es",
    hasSignedIn: true,
    ...more,
  });
  const teams = countries.flatMap(({ alpha3, workingLanguage: language }) => {
    const [focalPoint, alternate] = focalPoints[alpha3] ?? [`Focal point ${alpha3}`, `Alternate ${alpha3}`];
    const code = alpha3.toLowerCase();
    return [
      person(`focal.${code}`, focalPoint, "focal_point", { country: alpha3, language }),
      // Nicaragua's alternate never used the invitation, so the monitor has a case of the first cause of silence.
      person(`alternate.${code}`, alternate, "alternate", { country: alpha3, language, hasSignedIn: alpha3 !== "NIC" }),
    ];
  });
  const costaRica = { country: "CRI", language: "es" } as const;
  return [
    person("ts", "Paula Rivas", "secretariat", { institution: "RCM" }),
    person("ts2", "Daniel Grant", "secretariat", { institution: "RCM", language: "en" }),
    ...teams,
    person("contributor.cri", "Policía · Laura Mesén", "contributor", {
      ...costaRica,
      assignedIndicators: policeIndicators,
    }),
    person("approver.cri", "Gabriela Chaves", "approver", costaRica),
    person("liaison.cri", "Mauricio Vargas", "liaison_officer", costaRica),
    person("liaison.gtm", "Rosa Tzoc", "liaison_officer", { country: "GTM", language: "es" }),
    person("rcgm", "RCGM delegate", "rcgm_delegate", { language: "en" }),
    person("ppt", "Presidencia Pro Témpore", "presidency"),
    person("iom", "IOM observer", "observer", { institution: "IOM", organisation: "IOM", language: "en" }),
    person("rncom", "RROCM", "civil_society", { institution: "RNCOM", organisation: "RNCOM" }),
    person("coalition", "Coalición Regional", "coalition", { institution: "CORETT", organisation: "COALITION" }),
  ];
}

/** The actor for a person of the story. There is no session: the story runs before anybody can sign in. */
export function actorOf(person: DemonstrationPerson): Actor {
  const { id, role, country, organisation, assignedIndicators, displayName } = person;
  return {
    userId: id,
    role,
    country,
    organisation,
    assignedIndicators,
    displayName,
    sessionId: "00000000-0000-4000-8000-000000000000",
  };
}
