import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useSession } from "#lib/session.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { peopleTexts } from "./people.texts.ts";
import { type Person, usePersonAct } from "./people-queries.ts";

interface PersonActProps {
  readonly person: Person;
}

/** Second person of the Secretariat: whoever asked for the account cannot confirm it. The server decides; this only spares the attempt. */
export function ConfirmButton({ person }: PersonActProps) {
  const t = useTexts(peopleTexts).act;
  const { person: me } = useSession();
  const confirm = usePersonAct("confirm");
  if (me !== null && person.invitedByName === me.displayName) return <span className="quiet small">{t.yours}</span>;
  const isLate = confirm.error instanceof ApiProblem && confirm.error.code === "transition-refused";
  return (
    <>
      <Button
        size="small"
        busy={confirm.isPending}
        aria-label={`${t.confirm}: ${person.displayName}`}
        onClick={() => confirm.mutate(person.id, { onSuccess: () => announce(t.confirmed(person.displayName)) })}
      >
        {t.confirm}
      </Button>
      {isLate ? <LinkButton person={person} /> : null}
      <ProblemNote error={confirm.error} words={{ "not-allowed": t.notYours, "transition-refused": t.confirmLate }} />
    </>
  );
}

/** A fresh link to the stored address; for an account that still waits, a fresh request. */
export function LinkButton({ person }: PersonActProps) {
  const t = useTexts(peopleTexts).act;
  const sendLink = usePersonAct("sendLink");
  const label = person.invitation === "awaiting_second_person" ? t.askAgain : t.sendLink;
  if (sendLink.isSuccess) return <span className="small">{t.sent(person.displayName)}</span>;
  return (
    <>
      <Button
        size="small"
        busy={sendLink.isPending}
        aria-label={`${label}: ${person.displayName}`}
        onClick={() => sendLink.mutate(person.id, { onSuccess: () => announce(t.sent(person.displayName)) })}
      >
        {label}
      </Button>
      <ProblemNote error={sendLink.error} words={{ "transition-refused": t.linkRefused }} />
    </>
  );
}
