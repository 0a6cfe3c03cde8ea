import { type ComponentProps, type ReactNode, useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { classNames } from "./class-names.ts";
import styles from "./data-table.module.css";
import { uiTexts } from "./ui.texts.ts";

interface DataTableProps {
  /** Says what the table holds; every table has one. */
  readonly caption: ReactNode;
  readonly captionHidden?: boolean | undefined;
  /** Tight rows for the working pages. */
  readonly dense?: boolean | undefined;
  /** The first column stays while the rest scrolls. Default true. */
  readonly stickyFirst?: boolean | undefined;
  /** The head stays too: the table then scrolls inside three quarters of the window. */
  readonly tall?: boolean | undefined;
  /** Vertical position of cells: `top` for text, `middle` for marks. */
  readonly align?: "top" | "middle" | undefined;
  /** For a table with a look of its own. */
  readonly className?: string | undefined;
  /** Nothing in it is beside the frame, so nobody needs to scroll it. */
  readonly fits?: boolean | undefined;
  /** `table`, where the look takes from the element what it is. */
  readonly role?: "table" | undefined;
  /** Head and body: `<thead><tr><th scope="col">…`, `<tbody><tr><th scope="row">…`. */
  readonly children: ReactNode;
}

/** The frame of every table. It scrolls inside itself, so that the page never scrolls sideways, and takes focus so that keys can scroll it. */
export function DataTable({
  caption,
  captionHidden,
  dense,
  stickyFirst = true,
  tall,
  align = "top",
  className,
  fits,
  role,
  children,
}: DataTableProps) {
  const t = useTexts(uiTexts);
  const id = useId();
  // A region that scrolls needs a role and a name (a section per table would crowd the landmarks), and without focus the keyboard cannot scroll it.
  const frame = { role: "group", "aria-labelledby": id, "aria-roledescription": t.scrollHint, tabIndex: 0 };
  return (
    <div {...(fits ? null : frame)} className={classNames(!fits && styles.scroll, tall && !fits && styles.tall)}>
      <table
        role={role}
        className={classNames(
          styles.table,
          dense && styles.dense,
          stickyFirst && styles.sticky,
          align === "middle" && styles.middle,
          className,
        )}
      >
        <caption className={captionHidden ? "sr-only" : styles.caption}>
          <span id={id}>{caption}</span>
        </caption>
        {children}
      </table>
    </div>
  );
}

/** Head of a column of numbers. */
export function NumberHeader({ className, ...rest }: ComponentProps<"th">) {
  return <th scope="col" {...rest} className={classNames(styles.number, className)} />;
}

/** A cell of figures, aligned to the right so that digits line up. */
export function NumberCell({ className, ...rest }: ComponentProps<"td">) {
  return <td {...rest} className={classNames(styles.number, className)} />;
}
