import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { Callout } from "#ui/callout.tsx";
import { CaptureNote } from "#ui/capture-note.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { SchedulerNote } from "#ui/scheduler-note.tsx";
import { DeadLetters } from "./dead-letters.tsx";
import { mailTexts } from "./mail.texts.ts";
import { MailCheck } from "./mail-check.tsx";
import { MailList } from "./mail-list.tsx";
import { MailMessage } from "./mail-message.tsx";
import { mailsQuery } from "./notices-queries.ts";

/** When a message has waited this long, the mail server is the problem, not the queue. */
const alarmAfterMinutes = 30;

/** The mails the portal has written, and what became of them. Undelivered ones first. */
export function OutgoingMailPage() {
  const t = useTexts(mailTexts);
  const f = useFormat();
  const { session } = useSession();
  const { message } = useSearch({ from: "/$lang/signed-in/mail" });
  const navigate = useNavigate({ from: "/$lang/mail" });
  const { data } = useSuspenseQuery(mailsQuery(undefined));
  const { dead, oldestUnsentAt } = data;
  const now = new Date(session?.now ?? Date.now());
  const waiting = oldestUnsentAt === null ? 0 : Math.round((now.getTime() - Date.parse(oldestUnsentAt)) / 60_000);
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title}
        lead={
          dead > 0
            ? t.lead.dead(dead)
            : oldestUnsentAt === null
              ? t.lead.well
              : t.lead.waiting(t.lead.minutes(Math.max(0, waiting)))
        }
      />
      <div className="stack">
        <SchedulerNote />
        <CaptureNote />
        {oldestUnsentAt !== null && waiting >= alarmAfterMinutes ? (
          <Callout tone="alarm" title={t.alarm.title}>
            {t.alarm.text(f.instant(oldestUnsentAt))}
          </Callout>
        ) : null}
        {dead > 0 ? <DeadLetters /> : null}
        <MailCheck />
        <MailList />
      </div>
      <MailMessage
        mailId={message}
        onClose={() => navigate({ search: ({ message: _, ...rest }) => rest, replace: true, resetScroll: false })}
      />
    </>
  );
}
