import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { peopleTexts } from "./people.texts.ts";
import { type Person, useEdit, usePersonAct } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";

interface PersonActProps {
  readonly person: Person;
}

/**
 * For an act that waits for a second person: another person confirms or refuses it; the one who requested it may take it back. The server
 * decides; this only hides what it would refuse.
 */
export function DecideButtons({ person }: PersonActProps) {
  const t = useTexts(peopleTexts).act;
  const taken = useTexts(personTexts).reopenTaken;
  const f = useFormat();
  const { person: me } = useSession();
  const confirm = usePersonAct("confirm");
  const withdraw = usePersonAct("withdraw");
  if (person.waiting === null) return null;
  const { act, askedBy, askedByName, lapsesAt } = person.waiting;
  const isMine = askedBy === me?.id;
  const refuse = isMine ? t.withdraw : t.refuse;
  return (
    <>
      <span className="quiet small">
        {t.until(askedByName, f.instant(lapsesAt))}
        {isMine ? ` · ${t.yours}` : null}
      </span>
      <span className="row">
        {isMine ? null : (
          <Button
            size="small"
            busy={confirm.isPending}
            aria-label={`${t.confirm}: ${person.displayName}`}
            onClick={() => confirm.mutate(person, { onSuccess: () => announce(t.done[act](person.displayName)) })}
          >
            {t.confirm}
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          busy={withdraw.isPending}
          aria-label={`${refuse}: ${person.displayName}`}
          onClick={() => withdraw.mutate(person, { onSuccess: () => announce(t.withdrawn(person.displayName)) })}
        >
          {refuse}
        </Button>
      </span>
      <ProblemNote
        error={confirm.error ?? withdraw.error}
        words={{ "not-allowed": t.notYours, "transition-refused": t.tooLate, "address-taken": taken }}
      />
    </>
  );
}

/** Sends a fresh link to the stored address; for an account that was never opened, makes a new request. */
export function LinkButton({ person }: PersonActProps) {
  const t = useTexts(peopleTexts).act;
  const sendLink = usePersonAct("sendLink");
  const label = person.invitation === "awaiting_second_person" ? t.askAgain : t.sendLink;
  const words = (after: Person) => (after.waiting === null ? t.sent : t.asked)(person.displayName);
  if (sendLink.isSuccess) return <span className="small">{words(sendLink.data)}</span>;
  return (
    <>
      <Button
        size="small"
        busy={sendLink.isPending}
        aria-label={`${label}: ${person.displayName}`}
        onClick={() => sendLink.mutate(person, { onSuccess: (after) => announce(words(after)) })}
      >
        {label}
      </Button>
      <ProblemNote error={sendLink.error} words={{ "transition-refused": t.linkRefused }} />
    </>
  );
}

/** The secretariat has asked: the person is still in charge. */
export function StillButton({ person }: PersonActProps) {
  const t = useTexts(personTexts);
  const edit = useEdit(person);
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        busy={edit.isPending}
        aria-label={`${t.right}: ${person.displayName}`}
        onClick={() => edit.mutate({ isRight: true }, { onSuccess: () => announce(t.saved(person.displayName)) })}
      >
        {t.right}
      </Button>
      <ProblemNote error={edit.error} words={{ "transition-refused": t.refused }} />
    </>
  );
}
