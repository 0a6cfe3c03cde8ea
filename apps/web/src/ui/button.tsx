import { createLink, type LinkComponent } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import styles from "./button.module.css";
import { classNames } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "alarm";

interface Look {
  /** One `primary` per view at most. `alarm` for what cannot be taken back. */
  readonly variant?: ButtonVariant | undefined;
  readonly size?: "medium" | "small" | undefined;
}

function look({ variant = "secondary", size = "medium" }: Look, className: string | undefined) {
  return classNames(styles.button, styles[variant], size === "small" && styles.small, className);
}

type ButtonProps = ComponentProps<"button"> &
  Look & {
    /** While the act is under way: keeps its size and focus, says so, ignores a second press. */
    readonly busy?: boolean | undefined;
  };

export function Button({
  variant,
  size,
  busy = false,
  className,
  type = "button",
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? "button" : type}
      className={look({ variant, size }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : null}
      {children}
    </button>
  );
}

function AnchorLook({ variant, size, className, ...rest }: ComponentProps<"a"> & Look) {
  return <a {...rest} className={look({ variant, size }, className)} />;
}

/** A link that looks like a button, because it leads to a page: `<LinkButton to="/$lang/home" params={{ lang }} variant="primary">`. */
export const LinkButton: LinkComponent<typeof AnchorLook> = createLink(AnchorLook);

/** The same look for a file or another address: `<DownloadLink href="/api/…/data.csv" download>CSV</DownloadLink>`. */
export function DownloadLink(props: ComponentProps<"a"> & Look) {
  return <AnchorLook {...props} />;
}
