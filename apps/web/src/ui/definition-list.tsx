import type { ReactNode } from "react";
import styles from "./definition-list.module.css";

interface DefinitionListProps {
  readonly items: readonly { readonly term: ReactNode; readonly value: ReactNode; readonly key?: string }[];
  /** `rows`: term left, value right, with lines between. `columns`: side by side, for the head of a page. */
  readonly layout?: "rows" | "columns" | undefined;
}

export function DefinitionList({ items, layout = "rows" }: DefinitionListProps) {
  return (
    <dl className={styles[layout]}>
      {items.map((item, place) => (
        <div key={item.key ?? `item-${place + 1}`}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
