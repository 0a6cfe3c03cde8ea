import type { listMatterAsks, MatterAsk, ProgressAsk } from "@avances/contracts";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import { PagedList } from "#ui/paged-list.tsx";
import styles from "./asks.module.css";
import { matterAsksTexts } from "./matter-asks.texts.ts";

const list = operation<typeof listMatterAsks>("GET", "/asks/:country/matters");

/** Which page of each of the two lists. */
interface Pages {
  readonly page: number | undefined;
  readonly progressPage: number | undefined;
}

/** As a request may name it. */
const asPage = (page: number | undefined) => String(Math.min(Math.max(page ?? 1, 1), 9_999));

const matterAsksQuery = (country: string, { page, progressPage }: Pages) =>
  queryOptions({
    queryKey: ["asks", country, "matters", asPage(page), asPage(progressPage)],
    queryFn: ({ signal }) =>
      call(list, {
        ...{ params: { country }, signal },
        query: { page: asPage(page), progressPage: asPage(progressPage) },
      }),
    placeholderData: keepPreviousData,
  });

interface MatterAsksProps extends Pages {
  readonly country: string;
  readonly timeZone: string;
  readonly onTurn: (pages: { readonly [Name in keyof Pages]?: number }) => void;
}

/** Messages about commitments of the Network and requests for progress before its meetings: ledgers of their own, each commitment and meeting counted for itself. Nothing stands here where there are none. */
export function MatterAsks({ country, timeZone, onTurn, ...pages }: MatterAsksProps) {
  const t = useTexts(matterAsksTexts);
  const { data } = useQuery(matterAsksQuery(country, pages));
  const bodies = useTexts(meetingTexts).bodies;
  const f = useFormat();
  if (data === undefined) return null;
  const meetingOf = ({ body, heldOn }: NonNullable<MatterAsk["meeting"]>) => `${bodies[body]}, ${f.date(heldOn)}`;
  const { progress } = data;
  return (
    <>
      {data.total === 0 ? null : (
        <section aria-labelledby="matter-asks" className={styles.round}>
          <h2 id="matter-asks" className={styles.heading}>
            {t.title}
          </h2>
          <p className="quiet small">{t.note}</p>
          <PagedList page={data.page} total={data.total} onTurn={(page) => onTurn({ page: Number(page) })}>
            <ol className={styles.entries}>
              {data.asks.map((ask) => {
                const of = ask.meeting === null ? t.ofNoMeeting : meetingOf(ask.meeting);
                return (
                  <AskLine
                    key={`${ask.matterId} ${ask.nth}`}
                    ask={ask}
                    timeZone={timeZone}
                    nth={t.nth(f.number(ask.nth))}
                    room={`commitments/${ask.matterId}`}
                    about={ask.point === "" ? of : `${of}, ${t.point(ask.point)}`}
                  />
                );
              })}
            </ol>
          </PagedList>
        </section>
      )}
      {progress.total === 0 ? null : (
        <section aria-labelledby="progress-asks" className={styles.round}>
          <h2 id="progress-asks" className={styles.heading}>
            {t.progress.title}
          </h2>
          <p className="quiet small">{t.progress.note}</p>
          <PagedList
            page={progress.page}
            total={progress.total}
            onTurn={(page) => onTurn({ progressPage: Number(page) })}
          >
            <ol className={styles.entries}>
              {progress.asks.map((ask) => (
                <AskLine
                  key={`${ask.meetingId} ${ask.nth}`}
                  ask={ask}
                  timeZone={timeZone}
                  nth={t.progress.nth(f.number(ask.nth))}
                  room={`meetings/${ask.meetingId}`}
                  about={meetingOf(ask.meeting)}
                />
              ))}
            </ol>
          </PagedList>
        </section>
      )}
    </>
  );
}

interface AskLineProps {
  readonly ask: Pick<MatterAsk, "nth" | "at" | "recipients"> & {
    readonly step: MatterAsk["step"] | ProgressAsk["step"];
  };
  readonly timeZone: string;
  /** Which one it is, in words. */
  readonly nth: string;
  /** Where what it is about stands, and how that is called. */
  readonly room: string;
  readonly about: string;
}

function AskLine({ ask, timeZone, nth: ordinal, room, about }: AskLineProps) {
  const n = useTexts(noticeTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { step, nth, at, recipients } = ask;
  return (
    <li className={styles.entry}>
      <span className={styles.nth}>
        <span className="sr-only">{ordinal}</span>
        <span aria-hidden="true">{f.number(nth)}</span>
      </span>
      <p className={styles.when}>
        <b>{f.instant(at, timeZone)}</b>
      </p>
      <p className={styles.what}>
        <b>{n.step[step]}</b>
        <Link to="/$lang/network/$" params={{ lang, _splat: room }} className={styles.fine}>
          {about}
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
