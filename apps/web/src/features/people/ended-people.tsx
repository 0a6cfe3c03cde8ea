import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import type { Person } from "./people-queries.ts";
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
              {t.ended.on(f.shortDate((person.endedAt ?? "").slice(0, 10)))}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
