import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { type Person, pagePerson } from "#lib/page-person.ts";
import { cameByLink } from "#lib/person-rights.ts";
import { usePagePerson } from "#lib/session.ts";
import { useGoOn } from "#lib/signing-in.ts";
import { useUnsavedWork } from "#lib/unsaved-work.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { sessionLayerTexts } from "./session-layer.texts.ts";
import { SignInAgain } from "./sign-in-again.tsx";
import { UnsavedList } from "./unsaved-list.tsx";

/**
 * When the browser's session no longer belongs to the person the page shows: a line that says so, and a dialog over the page that asks
 * how to continue. Neither touches what was typed.
 */
export function SessionLayer() {
  const { person, standing, isAsking } = usePagePerson();
  if (person === null || standing.kind === "same") return null;
  if (standing.kind === "signed-out") return <SignedOut person={person} isAsking={isAsking} />;
  return <OtherPerson person={person} other={standing.person} isAsking={isAsking} />;
}

function SignedOut({ person, isAsking }: { readonly person: Person; readonly isAsking: boolean }) {
  const t = useTexts(sessionLayerTexts).out;
  const { items } = useUnsavedWork(person.id);
  const held = items.some(({ what }) => what === "answer") ? "answers" : items.length > 0 ? "texts" : "nothing";
  const words = cameByLink(person)
    ? { ...t.byLink, banner: t.byLink.title }
    : { ...t, text: t.text(person.displayName, held) };
  return (
    <>
      <Callout
        tone="alarm"
        live="alert"
        title={words.banner}
        actions={
          <Button size="small" onClick={pagePerson.ask}>
            {words.reopen}
          </Button>
        }
      >
        {words.text}
      </Callout>
      <Dialog open={isAsking} onClose={pagePerson.putOff} title={words.title}>
        <SignInAgain
          person={person}
          text={`${words.banner}. ${words.text}`}
          saves={held === "answers"}
          onLater={pagePerson.putOff}
        />
      </Dialog>
    </>
  );
}

interface OtherPersonProps {
  readonly person: Person;
  /** Null until the server has said who it is. */
  readonly other: Person | null;
  readonly isAsking: boolean;
}

function OtherPerson({ person, other, isAsking }: OtherPersonProps) {
  const t = useTexts(sessionLayerTexts).other;
  const lang = useLanguage();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const work = useUnsavedWork(person.id);
  const [isSigningIn, setSigningIn] = useState(false);
  const [first, second] = [person.displayName, other?.displayName ?? t.somebody];
  const words = t.text(first, second);
  /** This layer and its callbacks are gone as soon as the page has its new person. */
  async function goOnAsOther() {
    try {
      await goOn.mutateAsync();
      await navigate({ to: "/$lang/home", params: { lang } });
    } catch {
      // The dialog shows the error.
    }
  }
  const close = () => {
    setSigningIn(false);
    pagePerson.putOff();
  };
  return (
    <>
      <Callout
        tone="alarm"
        live="alert"
        title={t.title}
        actions={
          <Button size="small" onClick={pagePerson.ask}>
            {t.reopen}
          </Button>
        }
      >
        {words}
      </Callout>
      <Dialog
        open={isAsking}
        onClose={close}
        title={t.title}
        actions={
          isSigningIn ? undefined : (
            <>
              <Button busy={goOn.isPending} onClick={goOnAsOther}>
                {t.goOn(second)}
              </Button>
              <Button variant="primary" onClick={() => setSigningIn(true)}>
                {t.signIn(first)}
              </Button>
            </>
          )
        }
      >
        {isSigningIn ? (
          <SignInAgain
            person={person}
            text={t.signInText(second)}
            saves={work.items.some(({ what }) => what === "answer")}
            onLater={() => setSigningIn(false)}
          />
        ) : (
          <div className="stack-s">
            <p>{words}</p>
            <p>{t.kept(first)}</p>
            <UnsavedList work={work} onFollow={null} />
            <ProblemNote error={goOn.error} />
          </div>
        )}
      </Dialog>
    </>
  );
}
