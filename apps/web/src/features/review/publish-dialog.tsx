import { localDate } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Dialog } from "#ui/dialog.tsx";
import type { ActDialogProps } from "./accept-dialog.tsx";
import { ActProblem } from "./act-problem.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import { publicationDay } from "./publication-day.ts";
import { usePublish } from "./review-queries.ts";

/** What becomes public, and whether the country has had its five working days. */
export function PublishDialog({ isOpen, decidedOn, onSeen, onClose, onDone }: ActDialogProps) {
  const t = useTexts(deskTexts);
  const f = useFormat();
  const { view, country } = useDesk();
  const { session } = useSession();
  const { id, version, year, acceptedAt } = view.submission;
  const publish = usePublish(id);
  const actKey = useActKey();
  const today = localDate(new Date(session?.now ?? Date.now()), view.timeZone);
  const from = acceptedAt === null ? today : publicationDay(acceptedAt, view.timeZone);
  const isEarly = today < from;
  const close = () => {
    publish.reset();
    onClose();
  };
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      title={t.publish.title(country, String(year))}
      actions={
        <>
          <Button onClick={close}>{t.cancel}</Button>
          <Button
            variant={isEarly ? "alarm" : "primary"}
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
        {acceptedAt === null ? null : (
          <Callout tone={isEarly ? "alarm" : "info"}>
            {t.publish.accepted(f.instant(acceptedAt, view.timeZone))}{" "}
            {isEarly ? t.publish.early(f.date(from)) : t.publish.inTime(f.date(from))}
          </Callout>
        )}
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
