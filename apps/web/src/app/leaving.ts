import { useState } from "react";
import { useLanguage } from "#i18n/language.ts";
import { flush } from "#lib/flush.ts";
import type { Person } from "#lib/page-person.ts";
import { shelf } from "#lib/shelf.ts";
import { useSignOut } from "#lib/signing-in.ts";

/** The state of signing out, shared by the button in the account menu and the question beside the menu. */
export interface Leaving {
  readonly isBusy: boolean;
  readonly isAsking: boolean;
  readonly hasFailed: boolean;
  readonly begin: () => Promise<void>;
  readonly leave: (what: "keep" | "forget") => Promise<void>;
  readonly stay: () => void;
}

/** Signs out. What was typed is sent first; if something stays unsaved, it is listed, and the person decides what happens to it. */
export function useLeaving(person: Person): Leaving {
  const lang = useLanguage();
  const out = useSignOut();
  const [isSending, setSending] = useState(false);
  const [isAsking, setAsking] = useState(false);

  async function leave(what: "keep" | "forget") {
    try {
      await out.mutateAsync(what);
      // A full page load, so that nothing of the person stays in memory.
      location.assign(`/${lang}`);
    } catch {
      // Shown beside the button.
    }
  }
  async function begin() {
    setSending(true);
    await flush();
    setSending(false);
    const { places, aside } = shelf.stateOf(person.id);
    if (places.length > 0 || aside.length > 0) setAsking(true);
    else await leave("forget");
  }
  return {
    isBusy: isSending || out.isPending,
    isAsking,
    hasFailed: out.isError,
    begin,
    leave,
    stay: () => setAsking(false),
  };
}
