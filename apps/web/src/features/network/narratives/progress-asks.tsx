import type { ProgressAsks as Asks, ProgressSide } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { instrumentCodes } from "@avances/domain/catalogue";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { useSession } from "#lib/session.ts";
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
  readonly meetingId: string;
  readonly nameOf: (code: string) => string;
}

/** Who was asked for progress before a meeting, when, and what goes by itself next. Nothing for whoever is not told. */
export function ProgressAsks({ meetingId, nameOf }: ProgressAsksProps) {
  const { data } = useQuery(progressAsksQuery(meetingId));
  const { person } = useSession();
  if (data === undefined || person === null) return null;
  if (mayDo(person.role, "network.manage")) return <OfAll asks={data} meetingId={meetingId} nameOf={nameOf} />;
  const [own] = data.sides;
  return own === undefined ? null : <OfOwn side={own} />;
}

/** What a country reads of itself. */
function OfOwn({ side: { requests, lastRequest, next } }: { readonly side: ProgressSide }) {
  const t = useTexts(progressAsksTexts).own;
  const f = useFormat();
  if (lastRequest === null && next === null) return null;
  return (
    <p className="quiet small">
      {lastRequest === null ? null : `${t.asked(requests, f.instant(lastRequest.at))} `}
      {next === null ? null : lastRequest === null ? t.first(f.instant(next.goesAt)) : t.next(f.instant(next.goesAt))}
    </p>
  );
}

function OfAll({ asks, meetingId, nameOf }: ProgressAsksProps & { readonly asks: Asks }) {
  const t = useTexts(progressAsksTexts);
  const o = useTexts(progressTexts);
  const f = useFormat();
  const [isAsking, setAsking] = useState(false);
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
                    {t.last(t.steps[side.lastRequest.step], f.instant(side.lastRequest.at), side.lastRequest.byName)}
                  </span>
                )}
              </td>
              <td>{nextWords(t, f, asks.asks, side)}</td>
            </Row>
          ))}
        </tbody>
      </RecordTable>
      {asks.messages === null || asks.messages.length === 0 ? null : (
        <Messages messages={asks.messages} nameOf={nameOf} />
      )}
      {awaited.length === 0 ? null : isAsking ? (
        <ProgressAskForm meetingId={meetingId} awaited={awaited} nameOf={nameOf} onDone={() => setAsking(false)} />
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
  f: ReturnType<typeof useFormat>,
  isAsked: boolean,
  { next, awaited, people }: ProgressSide,
): string {
  if (next !== null) return t.earliest(t.steps[next.step], f.instant(next.goesAt));
  if (!isAsked) return t.nothing;
  if (!awaited) return t.settled;
  return people === 0 ? t.nobody : t.nothing;
}

/** Every message and what became of it; the Secretariat looks after what does not arrive. */
function Messages({
  messages,
  nameOf,
}: Pick<ProgressAsksProps, "nameOf"> & { readonly messages: NonNullable<Asks["messages"]> }) {
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
              <td>{f.instant(at)}</td>
              <td>
                {n.state[state]}
                {settledAt === null ? null : `, ${f.instant(settledAt)}`}
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
