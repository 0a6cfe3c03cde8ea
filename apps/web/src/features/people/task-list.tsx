import type { Language, Text } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button } from "#ui/button.tsx";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import type { Person } from "./people-queries.ts";
import type { PeopleTask, TaskOfPerson } from "./people-tasks.ts";
import { DecideButtons, LinkButton } from "./person-acts.tsx";

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
}

/** What is missing, each with one button to fix it. */
export function TaskList({ tasks, countries, onInvite }: TaskListProps) {
  const t = useTexts(peopleTexts);
  const lang = useLanguage();
  if (tasks.length === 0) return null;
  const nameOf = (code: string | null) => countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? t.tasks.region;
  const wordsOf = (kind: TaskOfPerson["kind"], { waiting }: Person) =>
    waiting === null ? t.tasks[kind as Exclude<typeof kind, "to_confirm">] : t.tasks.to_confirm[waiting.act];
  return (
    <section aria-labelledby="tasks" className={styles.tasks}>
      <h2 id="tasks">{t.tasks.heading}</h2>
      <ul>
        {tasks.map(({ kind, country, person }) => (
          <li key={`${kind}${country}${person?.id}`}>
            <span>
              {person === undefined
                ? t.tasks[kind](nameOf(country))
                : wordsOf(kind, person)(person.displayName, nameOf(country))}
            </span>
            {person === undefined ? (
              <Button size="small" onClick={() => onInvite(country ?? "")}>
                {t.inviteFor(nameOf(country))}
              </Button>
            ) : kind === "to_confirm" ? (
              <DecideButtons person={person} />
            ) : (
              <LinkButton person={person} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
