import { createLink } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";
import styles from "./tabs.module.css";

/** Views of one page, each with its own address: a row of links, not of buttons. `<TabLinks label="View"><TabLink to="." search={…}>…` */
export function TabLinks({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={label} className={styles.tabs} data-print="no">
      {children}
    </nav>
  );
}

function TabAnchor(props: ComponentProps<"a">) {
  return <a {...props} className={styles.tab} />;
}

/** Marks itself as current when its address is. For views that differ only by search, give `activeOptions={{ includeSearch: true }}`. */
export const TabLink = createLink(TabAnchor);

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly name: string;
  /** `quiet` when the choice is a side matter. */
  readonly variant?: "block" | "quiet" | undefined;
  /** Where it stands in no `AddressForm`. */
  readonly needs?: "script" | undefined;
}

/** A small choice in place, as one block of radio buttons: instrument, chart or table. */
export function Segmented<V extends string>({
  label,
  hideLabel = true,
  options,
  value,
  onChange,
  name,
  variant = "block",
  needs,
}: SegmentedProps<V>) {
  return (
    <fieldset className={styles.segmentedSet} data-print="no" data-needs={needs}>
      <legend className={hideLabel ? "sr-only" : styles.legend}>{label}</legend>
      <div className={variant === "quiet" ? styles.quiet : styles.segmented}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
