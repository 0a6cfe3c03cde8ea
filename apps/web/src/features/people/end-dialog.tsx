import { contactRoles, mayDo, reachesFar } from "@avances/domain/access";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { ToldByMail } from "#ui/told-by-mail.tsx";
import { peopleTexts } from "./people.texts.ts";
import { type Person, type SecondPerson, usePersonAct } from "./people-queries.ts";
import type { Country } from "./task-list.tsx";

interface EndDialogProps {
  /** Null = closed. */
  readonly person: Person | null;
  /** Everybody with an active account. */
  readonly people: readonly Person[];
  readonly countries: readonly Country[];
  readonly secondPerson: SecondPerson;
  readonly onClose: () => void;
}

export function EndDialog({ person, people, countries, secondPerson, onClose }: EndDialogProps) {
  const t = useTexts(peopleTexts);
  const lang = useLanguage();
  const end = usePersonAct("end");
  const close = () => {
    end.reset();
    onClose();
  };
  const isUnopened = person?.invitation === "awaiting_second_person";
  const takesTwo = person !== null && secondPerson === "needed" && reachesFar(person) && !isUnopened;
  // Without this person the country would have nobody for the Secretariat to turn to first.
  const isLast =
    person !== null &&
    person.role === contactRoles[0] &&
    people.filter(({ role, country }) => role === person.role && country === person.country).length === 1;
  const isLastWhoReports =
    person?.country != null &&
    mayDo(person.role, "submission.submit") &&
    people.filter(({ role, country }) => country === person.country && mayDo(role, "submission.submit")).length === 1;
  const country = countries.find(({ alpha3 }) => alpha3 === person?.country)?.name[lang] ?? "";
  return (
    <Dialog
      open={person !== null}
      onClose={close}
      title={t.end.title(person?.displayName ?? "")}
      actions={
        <>
          <Button onClick={close}>{t.end.cancel}</Button>
          <Button
            variant="alarm"
            busy={end.isPending}
            onClick={() =>
              person !== null &&
              end.mutate(person, {
                onSuccess: (after) => {
                  if (after.waiting !== null) announce(t.act.asked(after.displayName));
                  close();
                },
              })
            }
          >
            {takesTwo ? t.end.ask : t.end.submit}
          </Button>
        </>
      }
    >
      <div className="stack-s">
        {takesTwo ? <p>{t.end.two}</p> : null}
        {isUnopened ? (
          <p>{t.end.unopened}</p>
        ) : (
          <p>
            {t.end.text} <ToldByMail words={t.end.mail} />
          </p>
        )}
        {isLast || isLastWhoReports ? (
          <Callout tone="caution">
            {[isLast ? t.end.last(country) : "", isLastWhoReports ? t.end.lastWhoReports(country) : ""]
              .join(" ")
              .trim()}
          </Callout>
        ) : null}
        <ProblemNote error={end.error} words={{ "transition-refused": t.act.endRefused }} />
      </div>
    </Dialog>
  );
}
