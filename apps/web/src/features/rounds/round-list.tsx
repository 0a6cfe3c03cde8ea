import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { groupsQuery } from "#lib/shared-queries.ts";
import { DataTable } from "#ui/data-table.tsx";
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
    <DataTable caption={t.list.caption} captionHidden className={styles.list}>
      <thead>
        <tr>
          <th scope="col">{t.list.round}</th>
          <th scope="col">{t.list.state}</th>
          <th scope="col">{t.list.due}</th>
          <th scope="col">{t.list.opens}</th>
          <th scope="col">{t.list.group}</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <tr key={round.year}>
            <th scope="row">{link(round)}</th>
            <td>{t.state[stateOfRound(round, day)]}</td>
            <td>{f.shortDate(round.dueOn)}</td>
            <td>{f.shortDate(round.opensOn)}</td>
            <td>
              {groups?.groups.find(({ code }) => code === round.obligatedGroup)?.name[lang] ?? round.obligatedGroup}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
