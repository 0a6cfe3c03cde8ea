import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { flush } from "#lib/flush.ts";
import type { Person } from "#lib/page-person.ts";
import { shelf } from "#lib/shelf.ts";
import { useSignOut } from "#lib/signing-in.ts";
import { useUnsavedWork } from "#lib/unsaved-work.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FieldError } from "#ui/field.tsx";
import { UnsavedList } from "./unsaved-list.tsx";
import { unsavedWorkTexts } from "./unsaved-work.texts.ts";

/** The state of signing out, shared by the button in the account menu and the question beside the menu. */
interface Leaving {
  readonly isBusy: boolean;
  readonly isAsking: boolean;
  readonly hasFailed: boolean;
  readonly begin: () => Promise<void>;
  readonly leave: (what: "keep" | "forget") => Promise<void>;
  readonly stay: () => void;
}

/** Signs out. What was typed is sent first; if something stays unsaved, it is listed, and the person decides what happens to it. */
export function useLeaving(person: Person): Leaving {
  const lang = useLanguage();
  const out = useSignOut();
  const [isSending, setSending] = useState(false);
  const [isAsking, setAsking] = useState(false);

  async function leave(what: "keep" | "forget") {
    try {
      await out.mutateAsync(what);
      // A full page load, so that nothing of the person stays in memory.
      location.assign(`/${lang}`);
    } catch {
      // Shown beside the button.
    }
  }
  async function begin() {
    setSending(true);
    await flush();
    setSending(false);
    const { places, aside } = shelf.stateOf(person.id);
    if (places.length > 0 || aside.length > 0) setAsking(true);
    else await leave("forget");
  }
  return {
    isBusy: isSending || out.isPending,
    isAsking,
    hasFailed: out.isError,
    begin,
    leave,
    stay: () => setAsking(false),
  };
}

export function SignOutKey({ leaving }: { readonly leaving: Leaving }) {
  const t = useTexts(unsavedWorkTexts).signOut;
  return (
    <>
      <Button size="small" busy={leaving.isBusy} onClick={leaving.begin}>
        {t.button}
      </Button>
      {leaving.hasFailed && !leaving.isAsking ? <Failure /> : null}
    </>
  );
}

function Failure() {
  const t = useTexts(unsavedWorkTexts).signOut;
  return (
    <div role="alert">
      <FieldError>{t.failed}</FieldError>
    </div>
  );
}

/** Not everything is saved: lists it and asks what should happen to it. */
export function SignOutQuestion({ person, leaving }: { readonly person: Person; readonly leaving: Leaving }) {
  const t = useTexts(unsavedWorkTexts).signOut;
  const work = useUnsavedWork(person.id);
  const { isAsking, isBusy, hasFailed, leave, stay } = leaving;
  const isAllSaved = work.items.length === 0 && work.aside.length === 0;
  return (
    <Dialog
      open={isAsking}
      onClose={stay}
      title={isAllSaved ? t.saved : t.title}
      actions={
        isAllSaved ? (
          <Button variant="primary" busy={isBusy} onClick={() => leave("forget")}>
            {t.button}
          </Button>
        ) : (
          <>
            <Button variant="alarm" busy={isBusy} onClick={() => leave("forget")}>
              {t.discard}
            </Button>
            {work.isHeld ? null : (
              <Button busy={isBusy} onClick={() => leave("keep")}>
                {t.keep}
              </Button>
            )}
            <Button variant="primary" onClick={stay}>
              {t.stay}
            </Button>
          </>
        )
      }
    >
      <div className="stack-s">
        {isAllSaved ? null : (
          <>
            <p>{t.text}</p>
            <UnsavedList work={work} onFollow={stay} />
            <p className="small">{work.isHeld ? t.held : t.keepHelp}</p>
          </>
        )}
        {hasFailed ? <Failure /> : null}
      </div>
    </Dialog>
  );
}
