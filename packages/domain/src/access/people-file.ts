import { byLanguage, type Language, languages } from "../catalogue/language.ts";
import { type Role, roles } from "./role.ts";
import { roleNames } from "./role-names.ts";

type Words = Readonly<Record<Language, string>>;

/** The columns of the file of people, in their order: the same file is written and read. */
export const peopleColumns = [
  "name",
  "institution",
  "salutation",
  "address",
  "role",
  "country",
  "language",
  "phone",
  "mailbox",
  "from",
  "until",
  "indicators",
] as const;
export type PeopleColumn = (typeof peopleColumns)[number];
/** Without these a file says of nobody who they are. */
export const neededColumns = ["name", "address", "role"] as const satisfies readonly PeopleColumn[];

/** What stands above each column. */
export const peopleHeads: Readonly<Record<PeopleColumn, Words>> = {
  name: { en: "Name", es: "Nombre" },
  institution: { en: "Institution", es: "Institución" },
  salutation: { en: "Salutation", es: "Saludo" },
  address: { en: "Mail address", es: "Dirección de correo" },
  role: { en: "Role", es: "Función" },
  country: { en: "Country", es: "País" },
  language: { en: "Language", es: "Idioma" },
  phone: { en: "Telephone", es: "Teléfono" },
  mailbox: { en: "Mailbox", es: "Buzón" },
  from: { en: "In charge from", es: "A cargo desde" },
  until: { en: "In charge until", es: "A cargo hasta" },
  indicators: { en: "Indicators", es: "Indicadores" },
};

/** How a cell names a role. */
export const roleInFile = Object.fromEntries(
  roles.map((role) => [role, byLanguage((language) => roleNames[language].inList[role])]),
) as Readonly<Record<Role, Words>>;
/** Words with which earlier files named some roles: files that were downloaded then are still read. */
const formerRoleWords: Readonly<Partial<Record<Role, readonly string[]>>> = {
  contributor: ["Colaborador"],
  approver: ["Aprobador"],
  rcgm_delegate: ["Delegado del GRCM"],
  observer: ["Observador"],
};
export const mailboxInFile: Readonly<Record<"own" | "shared", Words>> = {
  own: { en: "Personal", es: "Personal" },
  shared: { en: "Shared", es: "Compartido" },
};
export const languageInFile: Readonly<Record<Language, Words>> = {
  en: { en: "English", es: "Inglés" },
  es: { en: "Spanish", es: "Español" },
};

/** Compared without capitals, accents and blanks around. */
export function plainWord(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}

/** What a cell means: its code, or its word in any language. Undefined = it is none of them. */
export function meaningOf<Code extends string>(cell: string, words: Readonly<Record<Code, Words>>): Code | undefined {
  const wanted = plainWord(cell);
  return (Object.keys(words) as Code[]).find((code) =>
    [code, ...languages.map((language) => words[code][language])].some((one) => plainWord(one) === wanted),
  );
}

/** Which role a cell names: by its code, or as the portal calls it (or once called it) in any language. */
export function roleOfCell(cell: string): Role | undefined {
  const wanted = plainWord(cell);
  return roles.find((role) =>
    [
      role,
      ...languages.flatMap((language) => [roleNames[language].inList[role], roleNames[language].name[role]]),
      ...(formerRoleWords[role] ?? []),
    ].some((one) => plainWord(one) === wanted),
  );
}

/** Which column each cell of a head is; null = one that the file of people does not have. */
export function columnsOf(head: readonly string[]): readonly (PeopleColumn | null)[] {
  return head.map((cell) => meaningOf(cell, peopleHeads) ?? null);
}

/** One row as it stands in a file: a text in each column, empty where the file has none. */
export type PeopleRow = Readonly<Record<PeopleColumn, string>>;

/** Why a row cannot be entered, at the column where it is. */
export const rowFaults = [
  "missing",
  "too_long",
  "not_one_line",
  "no_address",
  "twice_in_file",
  "unknown",
  "does_not_fit_role",
  "another_country",
  "of_secretariat",
  "own_account",
  "no_number",
  "no_day",
  "two_readings",
  "ends_before_it_begins",
  "signs_in",
  "act_waits",
] as const;
export type RowFault = (typeof rowFaults)[number];

/**
 * A day as a cell has it: `2027-03-31`, or as spreadsheets of the region write it, `31/3/2027`, where only one reading is possible. Null = none,
 * `two_readings` = day and month could be either.
 */
export function dayOfCell(cell: string): string | null | "no_day" | "two_readings" {
  const text = cell.trim();
  if (text === "") return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return validDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const other = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!other) return "no_day";
  const [first, second, year] = [Number(other[1]), Number(other[2]), Number(other[3])];
  if (first <= 12 && second <= 12 && first !== second) return "two_readings";
  return first > 12 ? validDay(year, second, first) : validDay(year, first, second);
}

function validDay(year: number, month: number, day: number): string | "no_day" {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1900 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : "no_day";
}
