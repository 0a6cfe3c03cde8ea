import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { later } from "#lib/later.tsx";
import type { Person } from "#lib/page-person.ts";
import { shelf } from "#lib/shelf.ts";
import { useUnsavedWork } from "#lib/unsaved-work.ts";
import { vault } from "#lib/vault.ts";

/** Mostly there is nothing to say. */
const KeptNotes = later(() => import("./kept-notes.tsx").then((m) => m.KeptNotes));

/** What this browser keeps of the person's work: shown after signing in, and wherever something is wrong with it. */
export function KeptWork({ person }: { readonly person: Person }) {
  const { items, aside, trouble, isHeld } = useUnsavedWork(person.id);
  const isLanding = useLocation({ select: ({ pathname }) => /\/(home|rounds)$/.test(pathname) });
  useEffect(() => {
    shelf.inspect(person.id);
    void vault.prepare(person.id);
  }, [person.id]);
  // The text is only in this page: the browser's own question before leaving is the last chance to keep it.
  useEffect(() => {
    if (!isHeld) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isHeld]);
  const isSaying = trouble !== null || aside.length > 0 || (isLanding && items.length > 0);
  return isSaying ? <KeptNotes items={items} aside={aside} trouble={trouble} isLanding={isLanding} /> : null;
}
