import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLanguage } from "#i18n/language.ts";
import { flush } from "#lib/flush.ts";
import type { Person } from "#lib/page-person.ts";
import { shelf } from "#lib/shelf.ts";
import { signOut } from "#lib/signing-out.ts";

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
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [isAsking, setAsking] = useState(false);

  async function leave(what: "keep" | "forget") {
    setBusy(true);
    setFailed(false);
    try {
      await signOut(client, what);
      // A full page load, so that nothing of the person stays in memory.
      location.assign(`/${lang}`);
    } catch {
      setFailed(true);
    }
    setBusy(false);
  }
  async function begin() {
    setBusy(true);
    await flush();
    setBusy(false);
    const { places, aside } = shelf.stateOf(person.id);
    if (places.length > 0 || aside.length > 0) setAsking(true);
    else await leave("forget");
  }
  return {
    isBusy,
    isAsking,
    hasFailed,
    begin,
    leave,
    stay: () => setAsking(false),
  };
}
