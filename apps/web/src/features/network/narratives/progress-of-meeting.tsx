import type { MeetingView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { type InstrumentCode, instrumentCodes } from "@avances/domain/catalogue";
import { hasBegun } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { progressQuery } from "#lib/progress-query.ts";
import { useSession } from "#lib/session.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { progressTexts } from "#ui/progress.texts.ts";
import { progressDue } from "#ui/progress-due.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { Title } from "#ui/translated-words.tsx";
import { VisibilityMark } from "#ui/visibility-mark.tsx";
import styles from "../matter.module.css";
import { putTexts } from "../put.texts.ts";
import { narrativesTexts } from "./narratives.texts.ts";
import { notToRead, type Shared } from "./not-to-read.ts";

/** For the Secretariat and the country itself. */
const ProgressAsks = later(() => import("./progress-asks.tsx").then((m) => m.ProgressAsks));

interface ProgressProps {
  readonly meeting: MeetingView;
  readonly nameOf: (code: string) => string;
}

/** Who has shared its progress for a meeting, and what there is to read; what is left to the reader's own country stands at the head of the page. */
export function ProgressOfMeeting({ meeting, nameOf }: ProgressProps) {
  const t = useTexts(narrativesTexts);
  const o = useTexts(progressTexts);
  const p = useTexts(putTexts);
  const lang = useLanguage();
  const f = useFormat();
  const now = useServerNow();
  const { data, error } = useQuery(progressQuery(meeting.id));
  if (data === undefined && error !== null) throw error;
  const { person } = useSession();
  const isDesk = person !== null && mayDo(person.role, "network.manage");
  // Of a meeting for which nobody is invited, and nobody has told anything, nothing is said; the Secretariat may have asked for it.
  const isNothing = data !== undefined && data.narratives.length === 0 && data.shared.length === 0;
  if (isNothing && !data.isOpen && !(isDesk && data.isAsked)) return null;
  const byName = (codes: readonly string[]) => codes.toSorted((one, other) => f.compare(nameOf(one), nameOf(other)));
  const protocolsOf = (codes: readonly InstrumentCode[]) =>
    f.list(instrumentCodes.filter((code) => codes.includes(code)).map((code) => o.protocols[code]));
  const countries = (shared: readonly Shared[]) =>
    f.list(
      shared
        .toSorted((one, other) => f.compare(nameOf(one.participant), nameOf(other.participant)))
        .map(({ participant, instruments }) => t.ofMeeting.with(nameOf(participant), protocolsOf(instruments))),
    );
  const missing = data?.members.filter((code) => !data.shared.some(({ participant }) => participant === code)) ?? [];
  const unread = data === undefined ? [] : notToRead(data.shared, data.narratives);
  return (
    <section className="section" aria-labelledby="progress">
      <h2 id="progress">{o.title}</h2>
      {data === undefined ? (
        <Skeleton shape="table" rows={2} />
      ) : (
        <div className={styles.narrow}>
          {data.isAsked ? (
            <>
              {/* Whoever has something left to tell reads it above. */}
              {!data.isOpen || data.left.length > 0 ? null : (
                <p>{progressDue(o, f, data, now, hasBegun(meeting, now))}</p>
              )}
              <p>
                {data.shared.length === 0 ? t.ofMeeting.none : t.ofMeeting.shared(countries(data.shared))}{" "}
                {data.shared.length === 0
                  ? null
                  : missing.length === 0
                    ? t.ofMeeting.all
                    : t.ofMeeting.missing(f.list(byName(missing).map(nameOf)))}
              </p>
            </>
          ) : null}
          {data.isAsked ? <ProgressAsks meeting={meeting} nameOf={nameOf} /> : null}
          {data.narratives.length === 0 ? (
            // Where nobody has shared anything, the line above has said so.
            data.isAsked && data.shared.length === 0 ? null : (
              <p className="quiet small">{t.ofMeeting.noneToRead}</p>
            )
          ) : (
            <>
              {/* What is for members alone counts as shared, and stands in no list of those who are not. */}
              {unread.length === 0 ? null : <p className="quiet small">{t.ofMeeting.unread(countries(unread))}</p>}
              <ul className={styles.versions} aria-label={t.ofMeeting.read}>
                {data.narratives.map((one) => (
                  <li key={one.id}>
                    <Link to="/$lang/network/$" params={{ lang, _splat: `narratives/${one.id}` }}>
                      <Title words={one.words} />
                    </Link>
                    <div className="quiet small">
                      {t.ofMeeting.one(nameOf(one.author), o.protocols[one.instrument])} ·{" "}
                      {one.filedAt === null ? null : `${p.filed(f.instant(one.filedAt, meeting.timeZone))} · `}
                      <VisibilityMark visibility={one.visibility} state={one.state} />
                      {one.invented ? ` · ${p.invented}` : null}
                    </div>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}
