import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import { type Person, usePersonAct } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";
import type { Country } from "./task-list.tsx";

/** Ended accounts stay in the record. */
export function EndedPeople({
  people,
  countries,
}: {
  readonly people: readonly Person[];
  readonly countries: readonly Country[];
}) {
  const t = useTexts(peopleTexts);
  const roleNames = useTexts(roleTexts).inList;
  const lang = useLanguage();
  const f = useFormat();
  const ended = people.filter(({ endedAt }) => endedAt !== null);
  if (ended.length === 0) return null;
  return (
    <div className={styles.ended}>
      <Disclosure summary={t.ended.heading(ended.length)}>
        <ul className="small">
          {ended.map((person) => (
            <li key={person.id}>
              <b>{person.displayName}</b>, {roleNames[person.role]}
              {person.country === null
                ? null
                : `, ${countries.find(({ alpha3 }) => alpha3 === person.country)?.name[lang] ?? person.country}`}
              {": "}
              {t.ended.on(person.endedAt === null ? "" : f.shortDay(person.endedAt))} <WayBack person={person} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

/** Whoever comes back has the same account: asked for here, confirmed by a second person among the things to do. */
function WayBack({ person }: { readonly person: Person }) {
  const t = useTexts(personTexts);
  const reopen = usePersonAct("reopen");
  if (person.waiting !== null) return <span className="quiet">{t.reopenAsked(person.displayName)}</span>;
  // Of an account that was never opened there is nothing to come back to.
  if (person.invitation === "awaiting_second_person") return null;
  return (
    <span className={styles.back}>
      <Button
        size="small"
        variant="quiet"
        busy={reopen.isPending}
        aria-label={`${t.reopen}: ${person.displayName}`}
        onClick={() =>
          reopen.mutate(person, {
            onSuccess: ({ displayName, waiting }) =>
              announce((waiting === null ? t.reopened : t.reopenAsked)(displayName)),
          })
        }
      >
        {t.reopen}
      </Button>
      <ProblemNote
        error={reopen.error}
        words={{ "transition-refused": t.reopenRefused, "address-taken": t.reopenTaken }}
      />
    </span>
  );
}
