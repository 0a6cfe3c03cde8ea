import { lastPage } from "@avances/domain/network";
import { type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "./button.tsx";
import { pagedListTexts } from "./paged-list.texts.ts";

interface PagedListProps {
  readonly page: number;
  /** On all pages. */
  readonly total: number;
  readonly onTurn: (page: string) => void;
  /** The rows of this page. */
  readonly children: ReactNode;
}

/**
 * A page of a list that has several, with the way to the next and the one before. Once the rows of another page are there, the list begins at its head
 * again: it is scrolled there, and has the focus, so that its page is read aloud and the next key goes on from its first row.
 */
export function PagedList({ page, total, onTurn, children }: PagedListProps) {
  const t = useTexts(pagedListTexts);
  const f = useFormat();
  const list = useRef<HTMLDivElement>(null);
  const turnedTo = useRef<number>(undefined);
  useEffect(() => {
    if (turnedTo.current !== page) return;
    turnedTo.current = undefined;
    list.current?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: "start" });
  }, [page]);
  const last = lastPage(total);
  if (last < 2) return children;
  const words = t.pages(f.number(page), f.number(last));
  const turn = (to: number) => {
    turnedTo.current = to;
    onTurn(String(to));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: nothing of it is filled in */}
      <div ref={list} role="group" aria-label={words} tabIndex={-1}>
        {children}
      </div>
      <nav className="row" aria-label={words}>
        <span>{words}</span>
        {page > 1 ? <Button onClick={() => turn(page - 1)}>{t.before}</Button> : null}
        {page < last ? <Button onClick={() => turn(page + 1)}>{t.next}</Button> : null}
      </nav>
    </>
  );
}
