import type { CountryStatus } from "@avances/contracts";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { groupsQuery } from "#lib/shared-queries.ts";
import { DataTable } from "#ui/data-table.tsx";
import { BoardRow } from "./board-row.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import type { Round } from "./rounds-queries.ts";

export interface BoardProps {
  readonly rows: readonly CountryStatus[];
  readonly round: Round;
  readonly now: Date;
  readonly isDesk: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onAct: (country: string) => void;
}

/** The board: expected countries first, the others separately; alphabetical, never by lateness. The most important columns come first. */
export function Board({ rows, round, now, isDesk, selected, onSelect, onAct }: BoardProps) {
  const t = useTexts(monitorTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { data: groups } = useQuery(groupsQuery);
  const group = groups?.groups.find(({ code }) => code === round.obligatedGroup)?.name[lang] ?? round.obligatedGroup;
  const sorted = [...rows].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const parts = [
    { key: "obligated", heading: t.obligated(group), rows: sorted.filter(({ obligated }) => obligated) },
    { key: "voluntary", heading: t.voluntary, rows: sorted.filter(({ obligated }) => !obligated) },
  ].filter((part) => part.rows.length > 0);
  const heads = isDesk
    ? (["country", "thisRound", "asks", "next", "contact", "life", "history"] as const)
    : (["country", "thisRound", "due", "received", "history"] as const);
  return (
    <DataTable caption={roundWords[lang].heading(namedRound(round))} captionHidden dense>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {t.column[head]}
            </th>
          ))}
        </tr>
      </thead>
      {parts.map((part) => (
        <tbody key={part.key}>
          <tr>
            <th scope="rowgroup" colSpan={heads.length}>
              <span>{part.heading}</span>
            </th>
          </tr>
          {part.rows.map((row) => (
            <BoardRow
              key={row.country}
              row={row}
              now={now}
              isDesk={isDesk}
              isSelected={selected.has(row.country)}
              onSelect={(isOn) => onSelect(withOrWithout(selected, row.country, isOn))}
              onAct={() => onAct(row.country)}
            />
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}

function withOrWithout(set: ReadonlySet<string>, one: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(one);
  else next.delete(one);
  return next;
}
