import type { AccountAct } from "@avances/domain/access";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import styles from "./people.module.css";
import { type EventOfPerson, type Person, useHistory } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";

/** What was done to an account, newest first: who, when and what, as the audit record knows it. Values are in no record. */
export function PersonHistory({ person }: { readonly person: Person }) {
  const t = useTexts(personTexts).history;
  const f = useFormat();
  const { data, error } = useHistory(person);
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Skeleton shape="lines" rows={4} />;
  if (data.events.length === 0) return <p className="quiet">{t.none}</p>;
  const what = ({ action, act, fields }: EventOfPerson): string => {
    if (action === "user.edited") return t.edited(f.list(fields.map((field) => t.fields[field] ?? field)));
    if (action === "user.confirmed" && act !== null && act in t.confirmed) return t.confirmed[act as AccountAct];
    if (action === "user.request-withdrawn") return t.withdrawn;
    return t.actions[action] ?? t.other(action);
  };
  const by = ({ isOwn, byName }: EventOfPerson) => (isOwn ? t.own : byName === null ? t.portal : t.by(byName));
  return (
    <ol className={styles.history}>
      {data.events.map((event) => (
        <li key={`${event.at} ${event.action}`}>
          <span>{what(event)}</span>
          <span className={styles.fine}>
            {f.instant(event.at)}, {by(event)}
          </span>
        </li>
      ))}
    </ol>
  );
}
