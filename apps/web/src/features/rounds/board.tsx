import type { CountryStatus } from "@avances/contracts";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { useIsNarrow } from "#lib/use-is-narrow.ts";
import { DataTable } from "#ui/data-table.tsx";
import { GroupRow, RecordTable } from "#ui/record-table.tsx";
import { BoardCards } from "./board-cards.tsx";
import { boardParts } from "./board-parts.ts";
import { BoardRow } from "./board-row.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import { moveByKey } from "./move-by-key.ts";
import styles from "./rounds.module.css";
import type { Round } from "./rounds-queries.ts";

export interface BoardProps {
  readonly rows: readonly CountryStatus[];
  readonly round: Round;
  /** The round's group in words. */
  readonly group: string;
  readonly now: Date;
  readonly isDesk: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onAct: (country: string) => void;
}

/** The board: a table, or on a narrow page a list of cards with what matters first. */
export function Board({ rows, round, group, now, isDesk, selected, onSelect, onAct }: BoardProps) {
  const t = useTexts(monitorTexts);
  const lang = useLanguage();
  const f = useFormat();
  const isNarrow = useIsNarrow();
  const { data: reference } = useQuery(countriesQuery);
  const parts = boardParts(rows, now, isDesk, (one, other) => f.compare(one.name[lang], other.name[lang]));
  const isSplit = parts.some(({ key }) => key === "needing");
  const headings = {
    needing: t.needingHeading,
    obligated: isSplit ? t.obligatedOthers(group) : t.obligated(group),
    voluntary: isSplit ? t.voluntaryOthers : t.voluntary,
  };
  const capitals = new Map(reference?.countries.map(({ alpha3, capital }) => [alpha3, capital[lang]]));
  const propsOf = (row: CountryStatus) => ({
    ...{ row, now, isDesk, opensOn: round.opensOn },
    city: capitals.get(row.country) ?? row.timeZone,
    isSelected: selected.has(row.country),
    onSelect: (isOn: boolean) => onSelect(withOrWithout(selected, row.country, isOn)),
    onAct: () => onAct(row.country),
  });
  const named = parts.map((part) => ({ ...part, heading: headings[part.key] }));
  if (isNarrow && isDesk) return <BoardCards parts={named} propsOf={propsOf} />;
  const caption = { caption: roundWords[lang].heading(namedRound(round)), captionHidden: true, dense: true } as const;
  const lines = (part: (typeof named)[number]) =>
    part.rows.map((row) => <BoardRow key={row.country} {...propsOf(row)} />);
  if (!isDesk) {
    const heads = (["country", "thisRound", "due", "received", "history"] as const).map((head) => t.column[head]);
    return (
      <div className={styles.board}>
        <RecordTable {...caption} heads={heads}>
          {named.map((part) => (
            <tbody key={part.key}>
              <GroupRow>{part.heading}</GroupRow>
              {lines(part)}
            </tbody>
          ))}
        </RecordTable>
      </div>
    );
  }
  const heads = ["countryDesk", "thisRoundDesk", "life", "asks", "other", "next", "history"] as const;
  return (
    // The keys move between controls that work without them.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the controls inside.
    <div onKeyDown={moveByKey} className={styles.board}>
      <DataTable {...caption}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {t.column[head]}
              </th>
            ))}
          </tr>
        </thead>
        {named.map((part) => (
          <tbody key={part.key}>
            <tr>
              <th scope="rowgroup" colSpan={heads.length}>
                <span>{part.heading}</span>
              </th>
            </tr>
            {lines(part)}
          </tbody>
        ))}
      </DataTable>
    </div>
  );
}

function withOrWithout(set: ReadonlySet<string>, one: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(one);
  else next.delete(one);
  return next;
}
