import { catalogueChanges, type WholeCatalogue } from "@avances/domain/catalogue";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { catalogueQuery } from "#lib/shared-queries.ts";
import { Checkbox, FieldError } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { versionQuery } from "./preparation-queries.ts";
import styles from "./prepare.module.css";
import { prepareTexts } from "./prepare.texts.ts";
import { errorOf, type StepProps } from "./step-props.ts";

/** The indicator set in force, and what is different in it since the round that is copied. */
export function StepIndicators({ preparing: { plan, view, change }, rounds, ...props }: StepProps) {
  const t = useTexts(prepareTexts).indicators;
  const { version } = view.facts.catalogue;
  const before = rounds.find(({ year }) => year === plan.copiedFrom)?.catalogueVersion ?? null;
  const now = useQuery(catalogueQuery);
  const then = useQuery({ ...versionQuery(before ?? version), enabled: before !== null && before !== version });
  const untranslated = errorOf(props, "catalogue-untranslated");
  const error = now.error ?? then.error;
  if (error !== null) return <ProblemNote error={error} />;
  if (now.data === undefined || (before !== null && before !== version && then.data === undefined))
    return <Skeleton shape="table" />;
  const count = now.data.indicators.length;
  return (
    <div className="stack">
      {untranslated === undefined ? null : <FieldError>{untranslated}</FieldError>}
      {before === null || then.data === undefined || before === version ? (
        <p className="lead">{before === version ? t.same(version, count) : t.first(version, count)}</p>
      ) : (
        <Changes before={then.data} after={now.data} />
      )}
      <Checkbox
        label={t.seen}
        error={errorOf(props, "catalogue-unseen")}
        checked={plan.catalogueSeen === version}
        onChange={(event) => change({ catalogueSeen: event.target.checked ? version : null })}
      />
      <p className="quiet small">{t.where}</p>
    </div>
  );
}

function Changes({ before, after }: { readonly before: WholeCatalogue; readonly after: WholeCatalogue }) {
  const t = useTexts(prepareTexts).indicators;
  const lang = useLanguage();
  const { added, retired, changed, same, rules } = catalogueChanges(before, after);
  const nameIn = (catalogue: WholeCatalogue, code: string) =>
    catalogue.indicators.find((one) => one.code === code)?.name[lang] ?? code;
  return (
    <div className="stack">
      <h3>{t.between(before.version, after.version)}</h3>
      <p className="lead">
        {[
          ...(added.length > 0 ? [t.added(added.length)] : []),
          ...(retired.length > 0 ? [t.retired(retired.length)] : []),
          ...(changed.length > 0 ? [t.changed(changed.length)] : []),
          ...(same > 0 ? [t.unchanged(same)] : []),
          ...(rules > 0 ? [t.rules(rules)] : []),
        ].join(" · ")}
      </p>
      <List
        title={t.added(added.length)}
        items={added.map((code) => ({ code, name: nameIn(after, code), note: "" }))}
      />
      <List
        title={t.retired(retired.length)}
        items={retired.map((code) => ({ code, name: nameIn(before, code), note: "" }))}
      />
      <List
        title={t.changed(changed.length)}
        items={changed.map(({ code, parts }) => ({
          code,
          name: nameIn(after, code),
          note: parts.map((part) => t.part[part]).join(", "),
        }))}
      />
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly items: readonly { readonly code: string; readonly name: string; readonly note: string }[];
}

function List({ title, items }: ListProps) {
  if (items.length === 0) return null;
  return (
    <section>
      <h4>{title}</h4>
      <ul className={styles.changes}>
        {items.map(({ code, name, note }) => (
          <li key={code}>
            <span className="quiet small">{code}</span> {name}
            {note === "" ? null : <span className="quiet small"> · {note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
