import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useActKey } from "#lib/act-key.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { ToldByMail } from "#ui/told-by-mail.tsx";
import { ActProblem } from "./act-problem.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import { useAccept } from "./review-queries.ts";

export interface ActDialogProps {
  readonly isOpen: boolean;
  /** Revision of the report when the dialog was opened: the decision is about this one. */
  readonly decidedOn: number;
  /** Version shown when the dialog was opened: a later one has not been read. */
  readonly version: number;
  readonly onSeen: (revision: number) => void;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function AcceptDialog({ isOpen, decidedOn, version, onSeen, onClose, onDone }: ActDialogProps) {
  const t = useTexts(deskTexts);
  const lang = useLanguage();
  const { view, country, answers, notes } = useDesk();
  const { id } = view.submission;
  const accept = useAccept(id);
  const actKey = useActKey();
  const declared = answers.filter(
    ({ now, indicator }) => now?.state === "not_applicable" && !view.confirmedNotApplicable.includes(indicator.code),
  );
  const before = new Map(view.confirmedBefore.map((one) => [one.indicatorCode, one.version]));
  const agreed = declared.filter(({ indicator }) => notes.confirmed.has(indicator.code));
  const unconfirmed = declared.filter((one) => !agreed.includes(one));
  const agreedBefore = unconfirmed.filter(({ indicator }) => before.has(indicator.code));
  const body = { confirmNotApplicable: agreed.map(({ indicator }) => indicator.code) };
  const close = () => {
    accept.reset();
    onClose();
  };
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      title={t.accept.title(country, String(version))}
      actions={
        <>
          <Button onClick={close}>{t.cancel}</Button>
          <Button
            variant="primary"
            busy={accept.isPending}
            onClick={() =>
              accept.mutate(
                { body, revision: decidedOn, idempotencyKey: actKey.keyFor([decidedOn, body]) },
                { onSuccess: onDone },
              )
            }
          >
            {t.accept.submit}
          </Button>
        </>
      }
    >
      <div className="stack-s">
        <p>
          {t.accept.text} <ToldByMail words={t.accept.mail} />
        </p>
        {agreed.length > 0 ? (
          <div>
            <p>{t.accept.agreed}</p>
            <ul>
              {agreed.map(({ indicator }) => (
                <li key={indicator.code}>{indicator.name[lang]}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {unconfirmed.length > 0 ? <p>{t.accept.notAgreed(unconfirmed.length)}</p> : null}
        {agreedBefore.length > 0 ? (
          <Callout tone="caution">
            <p>{t.accept.agreedBefore}</p>
            <ul>
              {agreedBefore.map(({ indicator }) => (
                <li key={indicator.code}>
                  {indicator.name[lang]} ({t.accept.ofVersion(String(before.get(indicator.code)))})
                </li>
              ))}
            </ul>
          </Callout>
        ) : null}
        {notes.questions.size > 0 ? <Callout tone="caution">{t.accept.questions(notes.questions.size)}</Callout> : null}
        <ActProblem
          error={accept.error}
          act="accept"
          version={version}
          onSeen={(revision) => {
            accept.reset();
            onSeen(revision);
          }}
        />
      </div>
    </Dialog>
  );
}
