import { mayDo } from "@avances/domain/access";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { Person } from "#lib/page-person.ts";
import { cameByLink } from "#lib/person-rights.ts";
import { useUnsavedWork } from "#lib/unsaved-work.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FieldError } from "#ui/field.tsx";
import type { Leaving } from "./leaving.ts";
import { UnsavedList } from "./unsaved-list.tsx";
import { unsavedWorkTexts } from "./unsaved-work.texts.ts";

/** At the end of the account menu: what is the person's own (the entry only for who has no page with everybody's), and the way out. */
export function SignOutKey({ leaving, person }: { readonly leaving: Leaving; readonly person: Person }) {
  const t = useTexts(unsavedWorkTexts).signOut;
  const lang = useLanguage();
  const isByLink = cameByLink(person);
  return (
    <>
      {isByLink ? null : (
        <Link to="/$lang/home" params={{ lang }} hash="account">
          {t.account}
        </Link>
      )}
      {isByLink || mayDo(person.role, "users.read") ? null : (
        <Link to="/$lang/people" params={{ lang }}>
          {t.own}
        </Link>
      )}
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
