import type { ProgressAsks as Asks, MeetingView, ProgressSide } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { instrumentCodes } from "@avances/domain/catalogue";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { useSession } from "#lib/session.ts";
import { useIsNarrow } from "#lib/use-is-narrow.ts";
import { Button } from "#ui/button.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { progressTexts } from "#ui/progress.texts.ts";
import { RecordTable, Row } from "#ui/record-table.tsx";
import styles from "../matter.module.css";
import { progressAsksTexts } from "./progress-asks.texts.ts";
import { progressAsksQuery } from "./progress-asks-query.ts";

const ProgressAskForm = later(() => import("./progress-ask-form.tsx").then((m) => m.ProgressAskForm));

interface ProgressAsksProps {
  readonly meeting: Pick<MeetingView, "id" | "timeZone">;
  readonly nameOf: (code: string) => string;
}

/** Who was asked for progress before a meeting, when, and what goes by itself next. Nothing for whoever is not told. */
export function ProgressAsks({ meeting, nameOf }: ProgressAsksProps) {
  const { data } = useQuery(progressAsksQuery(meeting.id));
  const { person } = useSession();
  if (data === undefined || person === null) return null;
  if (mayDo(person.role, "network.manage")) return <OfAll asks={data} meeting={meeting} nameOf={nameOf} />;
  const [own] = data.sides;
  return own === undefined ? null : <OfOwn side={own} timeZone={meeting.timeZone} />;
}

/** What a country reads of itself. */
function OfOwn({
  side: { requests, lastRequest, next },
  timeZone,
}: { readonly side: ProgressSide } & Pick<MeetingView, "timeZone">) {
  const t = useTexts(progressAsksTexts).own;
  const f = useFormat();
  const on = (at: string) => f.instant(at, timeZone);
  if (lastRequest === null && next === null) return null;
  return (
    <p className="quiet small">
      {lastRequest === null ? null : `${t.asked(requests, on(lastRequest.at))} `}
      {next === null ? null : lastRequest === null ? t.first(on(next.goesAt)) : t.next(on(next.goesAt))}
    </p>
  );
}

function OfAll({ asks, meeting, nameOf }: ProgressAsksProps & { readonly asks: Asks }) {
  const t = useTexts(progressAsksTexts);
  const o = useTexts(progressTexts);
  const f = useFormat();
  const [isAsking, setAsking] = useState(false);
  const isNarrow = useIsNarrow();
  const on = (at: string) => f.instant(at, meeting.timeZone);
  // Of a meeting for which nobody was asked and nobody is, there is nothing to follow.
  if (!asks.asks && (asks.messages ?? []).length === 0) return null;
  const awaited = asks.sides.filter((side) => side.awaited);
  // Of whom something is awaited first: they are what the page is opened for.
  const rows = [...asks.sides].sort(
    (one, other) =>
      Number(other.awaited) - Number(one.awaited) || f.compare(nameOf(one.participant), nameOf(other.participant)),
  );
  return (
    <section aria-labelledby="progress-asks" className={styles.narrow}>
      <h3 id="progress-asks">{t.title}</h3>
      <p>{asks.asks ? t.lead(awaited.length, asks.sides.length) : t.over}</p>
      {/* Eleven cards on a phone: who is awaited stands above, how often each was asked is opened. */}
      <Disclosure variant="ruled" summary={t.each} aside={f.number(rows.length)} open={!isNarrow}>
        <RecordTable
          caption={t.caption}
          captionHidden
          heads={[t.country, ...instrumentCodes.map((code) => o.protocols[code]), t.asked, t.next]}
        >
          <tbody>
            {rows.map((side) => (
              <Row key={side.participant}>
                <th scope="row">{nameOf(side.participant)}</th>
                {instrumentCodes.map((code) => (
                  <td key={code}>{t.standings[side.told[code]]}</td>
                ))}
                <td>
                  {side.requests === 0 ? t.notAsked : f.number(side.requests)}
                  {side.lastRequest === null ? null : (
                    <span className={styles.fine}>
                      {t.last(t.steps[side.lastRequest.step], on(side.lastRequest.at), side.lastRequest.byName)}
                    </span>
                  )}
                </td>
                <td>{nextWords(t, on, asks.asks, side)}</td>
              </Row>
            ))}
          </tbody>
        </RecordTable>
      </Disclosure>
      {asks.messages === null || asks.messages.length === 0 ? null : (
        <Messages messages={asks.messages} nameOf={nameOf} on={on} />
      )}
      {awaited.length === 0 ? null : isAsking ? (
        <ProgressAskForm meetingId={meeting.id} awaited={awaited} nameOf={nameOf} onDone={() => setAsking(false)} />
      ) : (
        <p>
          <Button onClick={() => setAsking(true)}>{t.ask.label}</Button>
        </p>
      )}
    </section>
  );
}

function nextWords(
  t: (typeof progressAsksTexts)["en"],
  on: (at: string) => string,
  isAsked: boolean,
  { next, awaited, people }: ProgressSide,
): string {
  if (next !== null) return t.earliest(t.steps[next.step], on(next.goesAt));
  if (!isAsked) return t.nothing;
  if (!awaited) return t.settled;
  return people === 0 ? t.nobody : t.nothing;
}

/** Every message and what became of it; the Secretariat looks after what does not arrive. */
function Messages({
  messages,
  nameOf,
  on,
}: Pick<ProgressAsksProps, "nameOf"> & {
  readonly messages: NonNullable<Asks["messages"]>;
  readonly on: (at: string) => string;
}) {
  const t = useTexts(progressAsksTexts);
  const n = useTexts(noticeTexts);
  const f = useFormat();
  return (
    <Disclosure variant="ruled" summary={t.messages.title} aside={f.number(messages.length)}>
      <RecordTable
        caption={t.messages.caption}
        captionHidden
        heads={[t.messages.recipient, t.messages.step, t.messages.at, t.messages.state]}
      >
        <tbody>
          {messages.map(({ participant, recipient, step, at, byName, state, settledAt, result }) => (
            <Row key={`${participant} ${recipient} ${step} ${at}`}>
              <th scope="row">
                {recipient}
                <span className={styles.fine}>{nameOf(participant)}</span>
              </th>
              <td>
                {n.step[step]}
                <span className={styles.fine}>{byName ?? t.messages.byItself}</span>
              </td>
              <td>{on(at)}</td>
              <td>
                {n.state[state]}
                {settledAt === null ? null : `, ${on(settledAt)}`}
                {result === null ? null : (
                  <span className={styles.fine}>{result.by === "portal" ? n.outcome[result.code] : result.answer}</span>
                )}
              </td>
            </Row>
          ))}
        </tbody>
      </RecordTable>
    </Disclosure>
  );
}
