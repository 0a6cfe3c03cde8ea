import type { getScheduler } from "@avances/contracts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { Callout } from "./callout.tsx";
import { classNames } from "./class-names.ts";
import styles from "./scheduler-note.module.css";
import { schedulerTexts } from "./scheduler-note.texts.ts";

const scheduler = operation<typeof getScheduler>("GET", "/scheduler");

/** Asked often enough that a clockwork that stopped is seen within three minutes (`domain/round/scheduler-pulse.ts`). */
export const schedulerQuery = queryOptions({
  queryKey: ["scheduler"],
  queryFn: ({ signal }) => call(scheduler, { signal }),
  refetchInterval: 30_000,
});

/** Tells the Secretariat when nothing is planned or sent. Nothing while it works, or while that is not known. */
export function SchedulerNote() {
  const t = useTexts(schedulerTexts);
  const f = useFormat();
  const { session } = useSession();
  // Only who may read the outgoing mail is told how it is sent.
  const { data } = useQuery({ ...schedulerQuery, enabled: session?.mailMode != null });
  if (data === undefined || data.state === "working") return null;
  return (
    <Callout tone="alarm" live="status" title={t.title}>
      {data.lastAt === null ? t.never : t.late(f.instant(data.lastAt))} {t.whenBack}
    </Callout>
  );
}

/** While it works, at the foot of a page of the Secretariat: when it last did. */
export function LastRun() {
  const t = useTexts(schedulerTexts);
  const f = useFormat();
  const { session } = useSession();
  const { data } = useQuery({ ...schedulerQuery, enabled: session?.mailMode != null });
  if (data?.state !== "working" || data.lastAt === null) return null;
  return <p className={classNames("quiet small", styles.foot)}>{t.lastRun(f.instant(data.lastAt))}</p>;
}
