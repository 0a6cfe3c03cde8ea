import { isCountryRole, mayDo } from "@avances/domain/access";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button } from "#ui/button.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import { handoverTexts } from "./handover.texts.ts";
import { type OwnEntry, useOwnHandover } from "./own-entry-queries.ts";
import { type Person, useHandover } from "./people-queries.ts";

/** In the list of people: makes the brief for somebody of a country; nothing for whom there is none. */
export function HandoverButton({ person }: { readonly person: Person }) {
  const t = useTexts(handoverTexts);
  const make = useHandover();
  if (!isCountryRole(person.role) || person.isShared || person.invitation === "awaiting_second_person") return null;
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        busy={make.isPending}
        aria-label={t.forWhom(person.displayName)}
        onClick={() => make.mutate(person.id)}
      >
        {t.button}
      </Button>
      <ProblemNote error={make.error} words={{ "not-found": t.gone }} />
    </>
  );
}

/** On the own entry: the own brief, and those for colleagues. */
export function OwnHandover({ entry }: { readonly entry: OwnEntry }) {
  const t = useTexts(handoverTexts);
  const roleNames = useTexts(roleTexts).inList;
  const mine = useOwnHandover(useLanguage());
  const theirs = useHandover();
  if (!mayDo(entry.role, "handover.own")) return null;
  return (
    <section aria-labelledby="handover" className="stack">
      <h2 id="handover">{t.heading}</h2>
      <p>{t.what}</p>
      <div className="row">
        <Button busy={mine.isPending} onClick={() => mine.mutate()}>
          {t.mine}
        </Button>
      </div>
      {entry.handoverFor.length === 0 ? null : (
        <>
          <p id="handover-for">{t.others}</p>
          <ul aria-labelledby="handover-for" className="stack-s">
            {entry.handoverFor.map(({ id, displayName, role }) => (
              <li key={id} className="row">
                <span>
                  {displayName} <span className="quiet">({roleNames[role]})</span>
                </span>
                <Button
                  size="small"
                  busy={theirs.isPending && theirs.variables === id}
                  aria-label={t.forWhom(displayName)}
                  onClick={() => theirs.mutate(id)}
                >
                  {t.button}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <ProblemNote error={mine.error ?? theirs.error} words={{ "not-found": t.gone }} />
    </section>
  );
}
