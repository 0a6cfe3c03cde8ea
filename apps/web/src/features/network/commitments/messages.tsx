import type { MatterMessageState } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { RecordTable, Row } from "#ui/record-table.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

interface MessagesProps {
  readonly messages: readonly MatterMessageState[];
  readonly nameOf: (code: string) => string;
}

/** Every message about it and what became of it; the Secretariat looks after what does not arrive. */
export function Messages({ messages, nameOf }: MessagesProps) {
  const t = useTexts(commitmentsTexts);
  const n = useTexts(noticeTexts);
  const f = useFormat();
  return (
    <Disclosure variant="ruled" summary={t.messages.title} aside={f.number(messages.length)}>
      <RecordTable
        caption={t.messages.caption}
        captionHidden
        align="top"
        heads={[t.messages.recipient, t.messages.step, t.messages.at, t.messages.state]}
      >
        <tbody>
          {messages.map(({ participant, recipient, step, at, state, settledAt, result }) => (
            <Row key={`${recipient} ${step} ${at}`}>
              <th scope="row">
                {recipient}
                <span className={styles.fine}>{nameOf(participant)}</span>
              </th>
              <td>{n.step[step]}</td>
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
