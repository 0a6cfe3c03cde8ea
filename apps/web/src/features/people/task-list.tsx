import type { Language, Text } from "@avances/domain/catalogue";
import { localDate } from "@avances/domain/round";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { Button } from "#ui/button.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { roleTexts } from "#ui/role.texts.ts";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import type { Person } from "./people-queries.ts";
import type { PeopleTask, TaskOfPerson } from "./people-tasks.ts";
import { personTexts } from "./person.texts.ts";
import { DecideButtons, LinkButton, StillButton } from "./person-acts.tsx";
import { standingTexts } from "./standing.texts.ts";

export interface Country {
  readonly alpha3: string;
  readonly name: Text;
  readonly workingLanguage: Language;
  readonly timeZone: string;
}

interface TaskListProps {
  readonly tasks: readonly PeopleTask[];
  readonly countries: readonly Country[];
  readonly onInvite: (country: string) => void;
  readonly onEdit: (person: Person) => void;
}

/** So many stand in sight, the most urgent; the list of countries is to begin on the first screen. */
const mostShown = 3;

/** What is missing, each with one button to fix it. */
export function TaskList({ tasks, countries, onInvite, onEdit }: TaskListProps) {
  const t = useTexts(peopleTexts);
  const { more } = useTexts(standingTexts).tasks;
  const steps = useTexts(noticeTexts).step;
  const roleNames = useTexts(roleTexts).inList;
  const f = useFormat();
  const lang = useLanguage();
  const participants = useQuery(participantsQuery);
  if (tasks.length === 0) return null;
  const partyOf = namesOf(participants.data?.participants ?? [], lang);
  const nameOf = (code: string | null) => countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? t.tasks.region;
  const wordsOf = (kind: TaskOfPerson["kind"], person: Person): string => {
    const { displayName, waiting, refused, leftAt, validUntil } = person;
    const country = nameOf(person.country);
    const day = (instant: string | null | undefined) => (instant ? f.shortDay(instant) : "");
    if (waiting !== null) {
      const { address = null, role = null, organisation = null } = waiting.wanted ?? {};
      const asRole = role === null ? "" : roleNames[role];
      // Whoever confirms reads for whom the account would speak.
      const wanted = organisation === null ? asRole : `${asRole} (${partyOf(organisation)})`;
      const place = person.organisation === null ? country : partyOf(person.organisation);
      return t.tasks.to_confirm[waiting.act](displayName, place, address ?? wanted);
    }
    switch (kind) {
      case "refused":
        return t.tasks.refused(displayName, country, day(refused?.at), refused?.answer ?? "");
      case "left":
        return t.tasks.left(displayName, country, day(leftAt));
      case "over":
        return t.tasks.over(displayName, country, validUntil === null ? "" : f.shortDate(validUntil));
      case "to_confirm":
      case "lapsed":
        return t.tasks.lapsed(displayName, country);
      case "expired":
      case "not_used":
        return t.tasks[kind](displayName, country);
      default:
        return kind satisfies never;
    }
  };
  const words = (task: PeopleTask): string => {
    if (task.person !== undefined) return wordsOf(task.kind, task.person);
    if (task.kind !== "role_missing") return t.tasks[task.kind](nameOf(task.country));
    const day = f.shortDate(localDate(new Date(task.at), task.timeZone));
    return t.tasks.role_missing(roleNames[task.role], nameOf(task.country), steps[task.step], day);
  };
  const line = (task: PeopleTask) => (
    <li key={keyOf(task)}>
      <span>{words(task)}</span>
      {task.person === undefined ? (
        <Button size="small" onClick={() => onInvite(task.country)}>
          {t.inviteFor(nameOf(task.country))}
        </Button>
      ) : (
        <PersonTask kind={task.kind} person={task.person} onEdit={onEdit} />
      )}
    </li>
  );
  // One more is no longer than what would open it.
  const shown = tasks.length > mostShown + 1 ? mostShown : tasks.length;
  const [first, rest] = [tasks.slice(0, shown), tasks.slice(shown)];
  return (
    <section aria-labelledby="tasks" className={styles.tasks}>
      <h2 id="tasks">{t.tasks.heading}</h2>
      <ul>{first.map(line)}</ul>
      {rest.length === 0 ? null : (
        <Disclosure summary={more(rest.length)}>
          <ul>{rest.map(line)}</ul>
        </Disclosure>
      )}
    </section>
  );
}

function keyOf(task: PeopleTask): string {
  return `${task.kind}${task.country}${task.person?.id}${task.kind === "role_missing" ? task.role : ""}`;
}

interface PersonTaskProps extends Pick<TaskOfPerson, "kind" | "person"> {
  readonly onEdit: (person: Person) => void;
}

/** What solves it: a second person's word, a fresh link, or the entry itself. */
function PersonTask({ kind, person, onEdit }: PersonTaskProps) {
  const t = useTexts(personTexts);
  switch (kind) {
    case "to_confirm":
      return <DecideButtons person={person} />;
    case "refused":
    case "left":
    case "over":
      return (
        <span className="row">
          {kind === "left" ? <StillButton person={person} /> : null}
          <Button size="small" aria-label={`${t.open}: ${person.displayName}`} onClick={() => onEdit(person)}>
            {t.open}
          </Button>
        </span>
      );
    case "lapsed":
    case "expired":
    case "not_used":
      return <LinkButton person={person} />;
    default:
      return kind satisfies never;
  }
}
