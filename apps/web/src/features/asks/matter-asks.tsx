import type { listMatterAsks, MatterAsk } from "@avances/contracts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import styles from "./asks.module.css";
import { matterAsksTexts } from "./matter-asks.texts.ts";

const list = operation<typeof listMatterAsks>("GET", "/asks/:country/matters");
const matterAsksQuery = (country: string) =>
  queryOptions({
    queryKey: ["asks", country, "matters"],
    queryFn: ({ signal }) => call(list, { params: { country }, signal }),
  });

/** Messages about commitments of the Network: a ledger of their own, each commitment counted for itself. Nothing stands here where there are none. */
export function MatterAsks({ country, timeZone }: { readonly country: string; readonly timeZone: string }) {
  const t = useTexts(matterAsksTexts);
  const { data } = useQuery(matterAsksQuery(country));
  if (data === undefined || data.asks.length === 0) return null;
  return (
    <section aria-labelledby="matter-asks" className={styles.round}>
      <h2 id="matter-asks" className={styles.heading}>
        {t.title}
      </h2>
      <p className="quiet small">{t.note}</p>
      <ol className={styles.entries}>
        {data.asks.map((ask) => (
          <AskLine key={`${ask.matterId} ${ask.nth}`} ask={ask} timeZone={timeZone} />
        ))}
      </ol>
    </section>
  );
}

function AskLine({ ask, timeZone }: { readonly ask: MatterAsk; readonly timeZone: string }) {
  const t = useTexts(matterAsksTexts);
  const n = useTexts(noticeTexts);
  const bodies = useTexts(meetingTexts).bodies;
  const lang = useLanguage();
  const f = useFormat();
  const { matterId, meeting, point, step, nth, at, recipients } = ask;
  const of = meeting === null ? t.ofNoMeeting : `${bodies[meeting.body]}, ${f.date(meeting.heldOn)}`;
  return (
    <li className={styles.entry}>
      <span className={styles.nth}>
        <span className="sr-only">{t.nth(f.number(nth))}</span>
        <span aria-hidden="true">{f.number(nth)}</span>
      </span>
      <p className={styles.when}>
        <b>{f.instant(at, timeZone)}</b>
      </p>
      <p className={styles.what}>
        <b>{n.step[step]}</b>
        <Link to="/$lang/network/$" params={{ lang, _splat: `commitments/${matterId}` }} className={styles.fine}>
          {point === "" ? of : `${of}, ${t.point(point)}`}
        </Link>
      </p>
      <div className={styles.known}>
        <p>{f.list(recipients.map(({ name }) => name))}</p>
        {recipients.every(({ state }) => state === null) ? null : (
          <p className={styles.fine}>
            {[...new Set(recipients.flatMap(({ state }) => (state === null ? [] : [n.state[state]])))].join("; ")}
          </p>
        )}
      </div>
    </li>
  );
}
