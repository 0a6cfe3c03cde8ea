import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { groupsQuery } from "#lib/shared-queries.ts";
import { RecordTable, Row } from "#ui/record-table.tsx";
import styles from "./rounds.module.css";
import { roundsTexts } from "./rounds.texts.ts";
import type { Round } from "./rounds-queries.ts";
import { type ReadersDay, stateOfRound } from "./state-of-round.ts";

interface RoundListProps {
  readonly rounds: readonly Round[];
  readonly day: ReadersDay;
  readonly link: (round: Round) => ReactNode;
}

export function RoundList({ rounds, day, link }: RoundListProps) {
  const t = useTexts(roundsTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { data: groups } = useQuery(groupsQuery);
  return (
    <RecordTable
      caption={t.list.caption}
      captionHidden
      className={styles.list}
      heads={[t.list.round, t.list.state, t.list.due, t.list.opens, t.list.group]}
    >
      <tbody>
        {rounds.map((round) => (
          <Row key={round.year}>
            <th scope="row">{link(round)}</th>
            <td>{t.state[stateOfRound(round, day)]}</td>
            <td>{f.shortDate(round.dueOn)}</td>
            <td>{f.shortDate(round.opensOn)}</td>
            <td>
              {groups?.groups.find(({ code }) => code === round.obligatedGroup)?.name[lang] ?? round.obligatedGroup}
            </td>
          </Row>
        ))}
      </tbody>
    </RecordTable>
  );
}
