import type { MeetingSummary } from "@avances/contracts";
import { hasBegun } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { progressQuery } from "#lib/progress-query.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { LinkButton } from "./button.tsx";
import styles from "./next-meeting.module.css";
import { progressTexts } from "./progress.texts.ts";
import { progressDue } from "./progress-due.ts";

interface OwnProgressProps {
  readonly meeting: Pick<MeetingSummary, "id" | "heldOn" | "timeZone">;
  readonly nameOf: (code: string) => string;
  /** Where the page says of no meeting: its days, to say for which it is. */
  readonly days?: string;
}

/** What the reader's country has left to tell of its progress for a meeting, each with its key. Nothing for everybody else, and when nothing is left. */
export function OwnProgress({ meeting, nameOf, days }: OwnProgressProps) {
  const t = useTexts(progressTexts);
  const lang = useLanguage();
  const f = useFormat();
  const now = useServerNow();
  const { data } = useQuery(progressQuery(meeting.id));
  if (data === undefined || data.side === null || data.left.length === 0) return null;
  return (
    <div className={styles.own}>
      <p>
        <strong>{days === undefined ? `${t.title}.` : t.forMeeting(days)}</strong>{" "}
        {t.own(nameOf(data.side), f.list(data.left.map((code) => t.protocols[code])))}{" "}
        {progressDue(t, f, data, now, hasBegun(meeting, now))}
      </p>
      <p className="row">
        {data.left.map((instrument) => (
          <LinkButton
            key={instrument}
            to="/$lang/network/$"
            params={{ lang, _splat: "narratives/new" }}
            search={{ meeting: meeting.id, protocol: instrument } as never}
          >
            {t.new(t.protocols[instrument])}
          </LinkButton>
        ))}
      </p>
    </div>
  );
}
