import type { CountryStatus } from "@avances/contracts";
import { classNames } from "#ui/class-names.ts";
import type { BoardPart } from "./board-parts.ts";
import { type BoardRowProps, CountryHandle } from "./board-row.tsx";
import { HistoryMarks } from "./history-marks.tsx";
import { moveByKey } from "./move-by-key.ts";
import styles from "./rounds.module.css";
import { StateFacts } from "./state-facts.tsx";

interface BoardCardsProps {
  readonly parts: readonly (BoardPart & { readonly heading: string })[];
  readonly propsOf: (row: CountryStatus) => BoardRowProps;
}

/** The board on a phone: a card for each country with its state and what it needs; asks and next step are in the dialog of the country. */
export function BoardCards({ parts, propsOf }: BoardCardsProps) {
  return parts.map(({ key, heading, rows }) => (
    <section key={key} className={styles.cards} aria-labelledby={`cards-${key}`}>
      <h2 id={`cards-${key}`}>{heading}</h2>
      <ul onKeyDown={moveByKey}>
        {rows.map((row) => {
          const props = propsOf(row);
          return (
            <li key={row.country} className={classNames(props.isSelected && styles.isSelected)}>
              <CountryHandle {...props} />
              <div>
                <StateFacts row={row} now={props.now} isDesk city={props.city} />
              </div>
              <HistoryMarks history={row.history} />
            </li>
          );
        })}
      </ul>
    </section>
  ));
}
