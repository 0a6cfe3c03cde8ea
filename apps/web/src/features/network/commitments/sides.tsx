import type { CommitmentView, DispatchView } from "@avances/contracts";
import { isUnderWay } from "@avances/domain/network";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { RecordTable, Row } from "#ui/record-table.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

interface SidesProps {
  readonly commitment: CommitmentView;
  readonly nameOf: (code: string) => string;
}

/** What was sent, and of each side to which it was sent, or that owes it: whether it has seen it, answered, and was asked. */
export function Sides({ commitment, nameOf }: SidesProps) {
  const t = useTexts(commitmentsTexts);
  const f = useFormat();
  const { dispatches, sides } = commitment;
  // Those who are awaited first: they are what the page is opened for.
  const rows = [...sides].sort(
    (one, other) =>
      Number(isAnswered(one)) - Number(isAnswered(other)) ||
      f.compare(nameOf(one.participant), nameOf(other.participant)),
  );
  const isTold = rows.some(({ requests }) => requests !== null);
  // Before anything was sent or answered there is nothing to tell of a side, but to those who ask it.
  const isEmpty = !isTold && rows.every(({ sentAt, replyId }) => sentAt === null && replyId === null);
  const day = (instant: string) => f.instant(instant);
  return (
    <section className="section" aria-labelledby="sent">
      <h2 id="sent">{t.sent.title}</h2>
      {dispatches.length === 0 ? <p>{t.sent.none}</p> : null}
      <ul className={styles.plain}>
        {dispatches.map((one) => (
          <li key={one.id}>
            {t.sent.by(day(one.at), one.byName)}: {f.list(one.to.map(nameOf).sort(f.compare))};{" "}
            <Documents documents={one.documents} />
          </li>
        ))}
      </ul>
      {isEmpty ? null : (
        <>
          <h3 className={styles.sides}>{t.sides.title}</h3>
          <RecordTable
            caption={t.sides.caption}
            captionHidden
            align="top"
            heads={[
              ...[t.sides.participant, t.sides.sentAt, t.sides.answer],
              ...(isTold ? [t.sides.seen, t.sides.asked, t.sides.next] : []),
            ]}
          >
            <tbody>
              {rows.map((side) => {
                const { participant, sentAt, seenAt, requests, lastRequest, next } = side;
                const reply = commitment.replies.find(({ id }) => id === side.replyId);
                const shown =
                  seenAt !== null ? day(seenAt) : sawWith(commitment, reply?.at) ? t.sides.seenThen : t.sides.notSeen;
                const asked =
                  requests === null ? null : (
                    <>
                      {f.number(requests)}
                      {lastRequest === null ? null : (
                        <span className={styles.fine}>
                          {t.sides.last(t.steps[lastRequest.step], day(lastRequest.at))}
                        </span>
                      )}
                    </>
                  );
                return (
                  <Row key={participant}>
                    <th scope="row">{nameOf(participant)}</th>
                    <td>{sentAt === null ? t.sides.notSent : day(sentAt)}</td>
                    <td>
                      {reply !== undefined
                        ? `${t.replies.said[reply.said]}, ${day(reply.at)}`
                        : !side.mayAnswer
                          ? t.sides.readsOnly
                          : sentAt === null || !isUnderWay(commitment.stage)
                            ? t.sides.none
                            : t.sides.awaited}
                    </td>
                    {isTold ? <td>{requests === null ? null : shown}</td> : null}
                    {isTold ? <td>{asked}</td> : null}
                    {isTold ? (
                      <td>
                        {requests === null
                          ? null
                          : next === null
                            ? t.sides.nothing
                            : t.sides.earliest(t.steps[next.step], day(next.goesAt))}
                      </td>
                    ) : null}
                  </Row>
                );
              })}
            </tbody>
          </RecordTable>
        </>
      )}
    </section>
  );
}

/** Whoever answers what is in force has read it, whether or not this page was open for it. */
function sawWith({ versions }: CommitmentView, answeredAt: string | undefined): boolean {
  return answeredAt !== undefined && answeredAt >= (versions.at(-1)?.at ?? "");
}

const isAnswered = ({ replyId, mayAnswer, sentAt }: CommitmentView["sides"][number]) =>
  replyId !== null || !mayAnswer || sentAt === null;

function Documents({ documents }: Pick<DispatchView, "documents">) {
  const t = useTexts(commitmentsTexts).sent;
  const lang = useLanguage();
  if (documents.length === 0) return t.noDocuments;
  return documents.map(({ matterId, version, title, isWithdrawn }, place) => (
    <span key={matterId}>
      {place === 0 ? null : "; "}
      {title === null ? (
        t.hidden
      ) : (
        <>
          <Link to="/$lang/network/$" params={{ lang, _splat: `library/${matterId}` }}>
            <span lang={title.language}>{title.subject}</span>
          </Link>
          , {t.version(version)}
          {isWithdrawn ? `, ${t.withdrawn}` : null}
        </>
      )}
    </span>
  ));
}
