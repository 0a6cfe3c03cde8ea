import {
  Children,
  type ComponentProps,
  cloneElement,
  createContext,
  type HTMLAttributes,
  isValidElement,
  type ReactElement,
  useContext,
} from "react";
import { useIsNarrow } from "#lib/use-is-narrow.ts";
import { classNames } from "./class-names.ts";
import { DataTable, NumberHeader } from "./data-table.tsx";
import styles from "./record-table.module.css";

/** The head of a column: what it says; with `isNumber`, over figures. */
export type Head =
  | string
  | { readonly label: string; readonly isNumber?: true; readonly className?: string | undefined };

interface RecordTableProps extends Omit<ComponentProps<typeof DataTable>, "fits" | "role"> {
  readonly heads: readonly Head[];
}

/** Written out, because the look of a card takes from the elements what they are. */
const roles = { row: { role: "row" }, rowHeader: { role: "rowheader" } } as const;

const Heads = createContext<readonly Head[]>([]);
const labelOf = (head: Head | undefined) => (typeof head === "object" ? head.label : head);

/**
 * A table in which each row tells of one thing: a person, a message, a letter. On a phone each row is a card, in which every value stands beside the
 * head of its column, so that nothing is beside the screen; for assistive technology it stays a table. Its rows are `Row`, the headings of their
 * groups `GroupRow`. What is read along rows and columns alike (answers by age and sex) is a `DataTable`, which scrolls.
 */
export function RecordTable({ heads, className, children, ...rest }: RecordTableProps) {
  return (
    <DataTable {...rest} className={classNames(styles.cards, className)} fits={useIsNarrow()} role="table">
      <thead>
        <Row>
          {heads.map((head) => {
            const { isNumber, className: own } = typeof head === "object" ? head : {};
            const label = labelOf(head);
            const Cell = isNumber ? NumberHeader : "th";
            return (
              <Cell key={label} scope="col" className={own}>
                {label}
              </Cell>
            );
          })}
        </Row>
      </thead>
      <Heads value={heads}>{children}</Heads>
    </DataTable>
  );
}

type Cell = ReactElement<HTMLAttributes<HTMLElement> & { readonly scope?: string; readonly colSpan?: number }>;
const columnsOf = ({ props }: Cell) => props.colSpan ?? 1;

/**
 * A row: its cells are its children themselves, as many as there are heads. The head of the row (`<th scope="row">`) is the title of the card. Where a
 * heading spans several rows, the later ones have a cell less. A cell that stands for several columns is of none of them and has no label.
 */
export function Row({ children, ...rest }: ComponentProps<"tr">) {
  const heads = useContext(Heads);
  const cells = Children.toArray(children).filter((child): child is Cell => isValidElement(child));
  const missing = heads.length - cells.reduce((sum, cell) => sum + columnsOf(cell), 0);
  const isAllDashes = cells.every((cell) => cell.type === "th" || isDash(cell));
  return (
    <tr {...roles.row} {...rest}>
      {cells.map((cell, at) => {
        const { scope } = cell.props;
        const column = missing + cells.slice(0, at).reduce((sum, before) => sum + columnsOf(before), 0);
        const role = scope === "col" ? "columnheader" : cell.type === "th" ? "rowheader" : "cell";
        return cloneElement(cell, {
          role,
          ...(role === "cell" && columnsOf(cell) === 1 && { "data-label": labelOf(heads[column]) }),
          // A card says nothing of what is not; all of a row that says nothing but dashes stays, or its title would stand alone.
          ...(role === "cell" && isDash(cell) && !isAllDashes && { "data-nothing": "" }),
        } as object);
      })}
    </tr>
  );
}

const isDash = (cell: Cell) => cell.props.children === "–";

/** The heading of a group of rows, as wide as the table. */
export function GroupRow({ children, ...rest }: Omit<ComponentProps<"th">, "scope" | "colSpan">) {
  const heads = useContext(Heads);
  return (
    <tr {...roles.row}>
      <th {...rest} {...roles.rowHeader} scope="rowgroup" colSpan={heads.length}>
        <span>{children}</span>
      </th>
    </tr>
  );
}
