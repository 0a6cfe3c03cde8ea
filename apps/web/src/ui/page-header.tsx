import { useMatch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { classNames } from "./class-names.ts";
import { PageHead, type PageHeadProps } from "./page-head.tsx";
import styles from "./page-header.module.css";
import { uiTexts } from "./ui.texts.ts";

/** The page on which the portal was opened: there the focus stays where the browser put it. */
let shownPath: string | null = null;

interface PageHeaderProps extends PageHeadProps {
  /** For a heading that is more than the title. */
  readonly heading?: ReactNode;
  /** One line over the heading: which round, which country. */
  readonly eyebrow?: ReactNode;
  /** Links to the pages above; the present page is added automatically. */
  readonly breadcrumbs?: ReactNode[] | undefined;
  /** The first sentence: the answer, not an introduction. */
  readonly lead?: ReactNode;
  /** Right of the heading on wide screens: status, due date. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  /** `public` is generous, `work` is dense, `question` leaves the first screen to the answer, `bar` is one line of a bar that stays in sight. */
  readonly variant?: "public" | "work" | "question" | "bar" | undefined;
}

/** Head of every page; each has exactly one. Fills the head of the document and takes the focus after a navigation, so that screen readers read it. */
export function PageHeader({
  title,
  description,
  heading,
  eyebrow,
  breadcrumbs,
  lead,
  aside,
  actions,
  variant = "public",
}: PageHeaderProps) {
  const t = useTexts(uiTexts);
  // The page's own address, not the window's: while the next page loads, the window already has that page's address.
  const path = useMatch({ strict: false, select: (match) => match.pathname });
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const firstPage = shownPath === null;
    const samePage = shownPath === path;
    shownPath = path;
    if (!firstPage && !samePage) ref.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <header className={classNames(styles.header, styles[variant])}>
      <PageHead title={title} description={description} />
      {breadcrumbs && breadcrumbs.length > 0 ? (
        <nav aria-label={t.breadcrumbs} className={styles.breadcrumbs}>
          <ol>
            {breadcrumbs.map((crumb, place) => (
              <li key={`crumb-${place + 1}`}>{crumb}</li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className={styles.top}>
        <div className={styles.words}>
          {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
          <h1 ref={ref} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead ? <div className={styles.lead}>{lead}</div> : null}
        </div>
        {aside || actions ? (
          <div className={styles.side}>
            {aside}
            {actions ? <div className={styles.actions}>{actions}</div> : null}
          </div>
        ) : null}
      </div>
    </header>
  );
}
