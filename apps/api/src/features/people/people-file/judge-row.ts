import type { BodyOf, importPeople } from "@avances/contracts";
import type { UserRow } from "@avances/db/queries/rows";
import {
  dayOfCell,
  fitsCountry,
  languageInFile,
  mailboxInFile,
  meaningOf,
  type PeopleColumn,
  type ProposedChange,
  plainWord,
  type Role,
  type RowFault,
  reachesFar,
  roleChangeFault,
  roleOfCell,
  seesAssignedOnly,
} from "@avances/domain/access";
import { type Language, languages, regionLanguage } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import {
  isMailAddress,
  isSingleLine,
  isTooLong,
  telephoneOf,
  textLength,
  textLimits,
  tidyLine,
} from "@avances/domain/text";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import { changedFields } from "#features/shared/changed-fields.ts";

export type RowOfFile = BodyOf<typeof importPeople>["rows"][number];

/** What rows are judged against. */
export interface Known {
  readonly actorId: string;
  /** Active accounts by address. */
  readonly active: ReadonlyMap<string, UserRow>;
  /** Accounts with a password. */
  readonly signsIn: ReadonlySet<string>;
  /** Accounts on which an act waits for a second person. */
  readonly waiting: ReadonlySet<string>;
  readonly countries: readonly Country[];
  readonly indicators: ReadonlySet<string>;
  /** How often each address stands in the file. */
  readonly times: ReadonlyMap<string, number>;
  readonly takesTwo: boolean;
}

type Fault = { readonly column: PeopleColumn; readonly fault: RowFault };

/** What describes a person, as a row says it. */
export interface Described {
  readonly displayName: string;
  readonly institution: string;
  readonly salutation: string | null;
  readonly language: Language;
  readonly phone: string | null;
  readonly isShared: boolean;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

export interface Judged {
  readonly line: number;
  readonly name: string;
  readonly address: string;
  readonly faults: readonly Fault[];
  /** Null = the address is new: the row invites. */
  readonly person: UserRow | null;
  readonly described: Described;
  /** What it changes of an account that is there. */
  readonly patch: Partial<UserRow>;
  /** The role of a new account, or the other one of an account that is there; null = it stays. */
  readonly role: Extract<ProposedChange, { role: Role }> | null;
  readonly acts: readonly ("invite" | "edit" | "role")[];
  readonly takesTwo: boolean;
}

export const addressOf = ({ address }: Pick<RowOfFile, "address">): string => normaliseAddress(tidyLine(address));

/** What a row would do, or why it cannot: every fault of it at once, each at its column. */
export function judgeRow(row: RowOfFile, known: Known): Judged {
  const faults: Fault[] = [];
  const fault = (column: PeopleColumn, what: RowFault) => void faults.push({ column, fault: what });
  const address = addressOf(row);
  const person = known.active.get(address) ?? null;
  if (!isMailAddress(tidyLine(row.address)) || !isMailAddress(address)) fault("address", "no_address");
  else if ((known.times.get(address) ?? 0) > 1) fault("address", "twice_in_file");

  const line = (column: "name" | "institution" | "salutation", limit: number, least: number): string => {
    const text = tidyLine(row[column]);
    if (!isSingleLine(text)) fault(column, "not_one_line");
    else if (isTooLong(text, limit)) fault(column, "too_long");
    else if (textLength(text) < least && (text !== "" || column === "name")) fault(column, "missing");
    return text;
  };
  const day = (column: "from" | "until"): string | null => {
    const read = dayOfCell(row[column]);
    if (read !== "no_day" && read !== "two_readings") return read;
    fault(column, read);
    return null;
  };
  const place = countryOf(row.country, known.countries);
  if (place === undefined) fault("country", "unknown");
  const country = place?.alpha3 ?? null;
  const phone = tidyLine(row.phone) === "" ? null : telephoneOf(tidyLine(row.phone));
  if (phone === null && tidyLine(row.phone) !== "") fault("phone", "no_number");
  const mailbox = tidyLine(row.mailbox) === "" ? "own" : meaningOf(row.mailbox, mailboxInFile);
  if (mailbox === undefined) fault("mailbox", "unknown");
  const language =
    tidyLine(row.language) === ""
      ? (person?.language ?? place?.workingLanguage ?? regionLanguage)
      : meaningOf(row.language, languageInFile);
  if (language === undefined) fault("language", "unknown");
  const described: Described = {
    displayName: line("name", textLimits.personName, 2),
    institution: line("institution", textLimits.institution, 0),
    salutation: line("salutation", textLimits.salutation, 2) || null,
    language: language ?? regionLanguage,
    phone,
    isShared: mailbox === "shared",
    validFrom: day("from"),
    validUntil: day("until"),
  };
  const { validFrom, validUntil, isShared } = described;
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) fault("until", "ends_before_it_begins");
  if (person !== null && isShared && known.signsIn.has(person.id)) fault("mailbox", "signs_in");

  const role = roleOf(row, country, known, fault);
  const patch = person === null ? {} : changedFields(person, described);
  const other = person !== null && role !== null && isOther(person, role) ? role : null;
  if (person !== null && other !== null) {
    const wrong = roleChangeFault({ role: person.role, country: person.countryCode }, other);
    if (wrong !== null) fault(wrong === "of_secretariat" ? "role" : "country", wrong);
    else if (person.id === known.actorId) fault("role", "own_account");
    else if (known.waiting.has(person.id) || person.confirmedAt === null) fault("role", "act_waits");
  }
  const isSound = faults.length === 0;
  const acts: Judged["acts"] = !isSound
    ? []
    : person === null
      ? ["invite"]
      : [...(Object.keys(patch).length > 0 ? (["edit"] as const) : []), ...(other === null ? [] : (["role"] as const))];
  const isFar = (of: { readonly role: Role; readonly country: string | null } | null) => of !== null && reachesFar(of);
  const changed = person === null ? role : other;
  const before = person === null || other === null ? null : { role: person.role, country: person.countryCode };
  return {
    ...{ line: row.line, name: described.displayName, address, faults, person, described, patch, acts },
    role: changed,
    takesTwo: known.takesTwo && isSound && (isFar(changed) || isFar(before)),
  };
}

function roleOf(
  row: RowOfFile,
  country: string | null,
  known: Known,
  fault: (column: PeopleColumn, what: RowFault) => void,
): Judged["role"] {
  const role = tidyLine(row.role) === "" ? undefined : roleOfCell(row.role);
  const codes = [
    ...new Set(
      tidyLine(row.indicators)
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ].sort();
  if (role === undefined) {
    fault("role", tidyLine(row.role) === "" ? "missing" : "unknown");
    return null;
  }
  if (!fitsCountry(role, country)) fault("country", country === null ? "missing" : "does_not_fit_role");
  if (!codes.every((code) => known.indicators.has(code))) fault("indicators", "unknown");
  else if (seesAssignedOnly(role) !== codes.length > 0)
    fault("indicators", codes.length === 0 ? "missing" : "does_not_fit_role");
  return { role, country, indicators: seesAssignedOnly(role) ? codes : null };
}

function isOther(person: UserRow, { role, country, indicators }: NonNullable<Judged["role"]>): boolean {
  const own = JSON.stringify([person.role, person.countryCode, person.assignedIndicators?.toSorted() ?? null]);
  return own !== JSON.stringify([role, country, indicators]);
}

/** Null = the cell is empty; undefined = it names no country. */
function countryOf(cell: string, countries: readonly Country[]): Country | null | undefined {
  const wanted = plainWord(cell);
  if (wanted === "") return null;
  return countries.find(
    ({ alpha3, name }) =>
      plainWord(alpha3) === wanted || languages.some((language) => plainWord(name[language]) === wanted),
  );
}
