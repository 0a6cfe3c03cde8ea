import type { Publication } from "@avances/contracts";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useActKey } from "#lib/act-key.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Dialog } from "#ui/dialog.tsx";
import type { ActDialogProps } from "./accept-dialog.tsx";
import { ActProblem } from "./act-problem.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import { usePublish } from "./review-queries.ts";

/** What becomes public, whether the country has had its five working days, and whether it was told about them. */
export function PublishDialog({ isOpen, decidedOn, version, onSeen, onClose, onDone }: ActDialogProps) {
  const t = useTexts(deskTexts);
  const f = useFormat();
  const { view, country } = useDesk();
  const lang = useLanguage();
  const { id } = view.submission;
  const { publication } = view;
  const publish = usePublish(id);
  const actKey = useActKey();
  const isEarly = publication?.isOpen === false;
  const close = () => {
    publish.reset();
    onClose();
  };
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      title={t.publish.title(country, roundWords[lang].round(roundOf(view.submission)))}
      actions={
        <>
          <Button onClick={close}>{t.cancel}</Button>
          <Button
            variant="primary"
            disabled={isEarly}
            busy={publish.isPending}
            onClick={() =>
              publish.mutate(
                { body: {}, revision: decidedOn, idempotencyKey: actKey.keyFor([id, decidedOn]) },
                { onSuccess: onDone },
              )
            }
          >
            {t.publish.submit}
          </Button>
        </>
      }
    >
      <div className="stack-s">
        {publication === null ? null : (
          <Callout tone={isEarly ? "caution" : "info"}>
            {t.publish.accepted(f.instant(publication.acceptedAt, view.timeZone))}{" "}
            {publication.consent !== null
              ? t.publish.agreed(publication.consent.byName, f.instant(publication.consent.at, view.timeZone))
              : isEarly
                ? t.publish.early(f.date(publication.from))
                : t.publish.inTime(f.date(publication.from))}{" "}
            <Link to="/$lang/reports/$submissionId/publication" params={{ lang, submissionId: id }}>
              {t.publish.preview}
            </Link>
          </Callout>
        )}
        {publication === null ? null : <Told publication={publication} />}
        <h3 className="eyebrow">{t.publish.public}</h3>
        <ul>
          {t.publish.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p>
          <b>{t.publish.final}</b>
        </p>
        <ActProblem
          error={publish.error}
          act="publish"
          version={version}
          onSeen={(revision) => {
            publish.reset();
            onSeen(revision);
          }}
        />
      </div>
    </Dialog>
  );
}

/** To whom the message about the acceptance was sent. If nobody was told, publishing is possible all the same, and this is said first. */
function Told({ publication: { told, consent } }: { readonly publication: Publication }) {
  const t = useTexts(deskTexts).publish;
  const f = useFormat();
  const lang = useLanguage();
  const { view } = useDesk();
  if (told.length > 0)
    return <p>{t.told(f.list(told.map(({ name, at }) => t.toldOne(name, f.instant(at, view.timeZone)))))}</p>;
  if (consent !== null) return <p>{t.untold}</p>;
  return (
    <Callout tone="caution" title={t.untold}>
      <p>
        {t.untoldWhy}{" "}
        <Link
          to="/$lang/rounds/$year/reminders"
          params={{ lang, year: String(view.submission.year) }}
          search={{ tab: "ledger" }}
        >
          {t.messages}
        </Link>
      </p>
    </Callout>
  );
}
