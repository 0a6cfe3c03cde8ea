import { useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { type Aside, shelf } from "#lib/shelf.ts";
import type { UnsavedWork } from "#lib/unsaved-work.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { TextArea } from "#ui/field.tsx";
import { UnsavedList } from "./unsaved-list.tsx";
import { unsavedWorkTexts } from "./unsaved-work.texts.ts";

/** On a page of its own there is nothing to close. */
const stayThere = () => undefined;

interface KeptNotesProps extends Pick<UnsavedWork, "items" | "aside" | "trouble"> {
  readonly isLanding: boolean;
}

/** What there is to say of it (`kept-work.tsx`). */
export function KeptNotes({ items, aside, trouble, isLanding }: KeptNotesProps) {
  const t = useTexts(unsavedWorkTexts);
  return (
    <>
      {trouble === null ? null : (
        <Callout tone="caution" live="status" title={t.trouble[trouble].title}>
          {t.trouble[trouble].text}
        </Callout>
      )}
      {isLanding && items.length > 0 ? (
        <Callout tone="caution" title={t.home.title}>
          <p>{t.home.text}</p>
          <UnsavedList work={{ items, aside: [] }} onFollow={stayThere} />
        </Callout>
      ) : null}
      {aside.length > 0 ? <SetAside entries={aside} /> : null}
    </>
  );
}

/** Entries that could not be used, with their raw text: nothing is lost, and nothing blocks a form. */
function SetAside({ entries }: { readonly entries: readonly Aside[] }) {
  const t = useTexts(unsavedWorkTexts).aside;
  return (
    <Callout tone="caution" title={t.title(entries.length)}>
      <p>{t.text}</p>
      <Disclosure summary={t.show}>
        <div className="stack">
          {entries.map((entry) => (
            <AsideText key={entry.key} entry={entry} />
          ))}
        </div>
      </Disclosure>
    </Callout>
  );
}

function AsideText({ entry }: { readonly entry: Aside }) {
  const t = useTexts(unsavedWorkTexts).aside;
  const [outcome, setOutcome] = useState<"copied" | "notCopied" | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  /** The old copy command: the clipboard API exists only under https, and an office may use a plain http name. */
  function copy() {
    field.current?.select();
    setOutcome(document.execCommand("copy") ? "copied" : "notCopied");
  }
  const name = /(TIP|SOM)-[A-Z]{3}-\d\d/.exec(entry.name)?.[0] ?? entry.name.slice(0, 60);
  return (
    <div className="stack-s">
      <TextArea ref={field} label={t.entry(name)} readOnly rows={4} value={entry.raw} spellCheck={false} />
      <div className="row">
        <Button size="small" onClick={copy}>
          {t.copy}
        </Button>
        <Button size="small" variant="quiet" onClick={() => shelf.dropAside(entry.key)}>
          {t.remove}
        </Button>
        <span role="status" className="small">
          {outcome === null ? null : t[outcome]}
        </span>
      </div>
    </div>
  );
}
