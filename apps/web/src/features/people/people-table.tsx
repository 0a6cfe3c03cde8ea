import type { Role } from "@avances/domain/access";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { Button } from "#ui/button.tsx";
import { PhoneLink } from "#ui/phone-link.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import { HandoverButton } from "./handover.tsx";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import type { Person } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";
import { PersonMarks } from "./person-marks.tsx";

/** What can be done from the list of people. */
export interface ActsOfTable {
  readonly onEdit: (person: Person) => void;
  readonly onEnd: (person: Person) => void;
  readonly onInvite: (country: string) => void;
}

interface PeopleTableProps extends Pick<ActsOfTable, "onEdit" | "onEnd"> {
  /** Whose people they are. */
  readonly place: string;
  readonly people: readonly Person[];
}

/** Order of the roles: those who report come first; with the same number, by name. */
const placeOf: Readonly<Record<Role, number>> = {
  focal_point: 0,
  alternate: 1,
  approver: 2,
  liaison_officer: 3,
  contributor: 4,
  secretariat: 5,
  rcgm_delegate: 5,
  presidency: 5,
  observer: 5,
  civil_society: 5,
  coalition: 5,
};

/** The accounts of one place, those who report first. */
export function PeopleTable({ place, people, onEdit, onEnd }: PeopleTableProps) {
  const t = useTexts(peopleTexts);
  const f = useFormat();
  const sorted = [...people].sort(
    (one, other) => placeOf[one.role] - placeOf[other.role] || f.compare(one.displayName, other.displayName),
  );
  const heads = ["name", "role", "invitation", "signedIn", "address", "language", "acts"] as const;
  return (
    <RecordTable caption={place} captionHidden dense heads={heads.map((head) => t.column[head])}>
      <tbody>
        {sorted.map((person) => (
          <PersonRow key={person.id} person={person} onEdit={() => onEdit(person)} onEnd={() => onEnd(person)} />
        ))}
      </tbody>
    </RecordTable>
  );
}

/** An address that is too long for its column breaks before its domain, not within a word. */
function breakable(address: string) {
  const at = address.lastIndexOf("@");
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}

interface PersonRowProps {
  readonly person: Person;
  readonly onEdit: () => void;
  readonly onEnd: () => void;
}

function PersonRow({ person, onEdit, onEnd }: PersonRowProps) {
  const t = useTexts(peopleTexts);
  const edit = useTexts(personTexts).open;
  const roleNames = useTexts(roleTexts).inList;
  const f = useFormat();
  const { person: me } = useSession();
  const { displayName, institution, salutation, role, assignedIndicators, invitation, invitedAt, invitedByName } =
    person;
  return (
    <Row>
      <th scope="row" className={styles.name}>
        {displayName}
        {institution === "" ? null : <span className={styles.fine}>{institution}</span>}
        {salutation === null ? null : <span className={styles.fine}>{t.greeted(salutation)}</span>}
      </th>
      <td>
        {roleNames[role]}
        {assignedIndicators === null ? null : (
          <span className={styles.fine}>{t.indicators(assignedIndicators.length)}</span>
        )}
      </td>
      <td>
        <span className={invitation === "used" || invitation === "not_needed" ? undefined : styles.waiting}>
          {t.invitation[invitation]}
        </span>
        {person.openedAlone ? <span className={styles.fine}>{t.openedAlone}</span> : null}
        {invitation === "used" || invitation === "not_needed" || invitedAt === null ? null : (
          <span className={styles.fine}>{t.invited(f.shortDay(invitedAt), invitedByName ?? "")}</span>
        )}
      </td>
      <td>
        {person.lastSignedInAt === null ? <span className="quiet">{t.never}</span> : f.instant(person.lastSignedInAt)}
      </td>
      <td className={styles.address}>
        {breakable(person.address)}
        {person.phone === null ? null : (
          <span className={styles.fine}>
            <PhoneLink name={displayName} phone={person.phone} />
          </span>
        )}
        <PersonMarks person={person} />
      </td>
      <td>{t.languages[person.language]}</td>
      <td className={styles.acts}>
        <Button variant="quiet" size="small" aria-label={`${edit}: ${displayName}`} onClick={onEdit}>
          {edit}
        </Button>
        <HandoverButton person={person} />
        {me?.id === person.id || person.waiting !== null ? null : (
          <Button variant="quiet" size="small" aria-label={`${t.act.end}: ${displayName}`} onClick={onEnd}>
            {t.act.end}
          </Button>
        )}
      </td>
    </Row>
  );
}
