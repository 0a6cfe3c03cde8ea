import { languageLabel } from "@avances/domain/catalogue";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { indicatorListQuery } from "#lib/published-queries.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Dialog, firstFocus } from "#ui/dialog.tsx";
import { Checkbox, TextInput } from "#ui/field.tsx";
import { askedWords, type Found, type FoundGroup, find } from "./find.ts";
import { partsOf } from "./plain-words.ts";
import styles from "./search.module.css";
import { searchTexts } from "./search.texts.ts";
import { type SearchEntry, searchEntries } from "./search-entries.ts";

interface SearchDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What was typed before the field was there; empty when it is asked for again. */
  readonly takeBegun: () => string;
  /** Does the key `/` open it? */
  readonly byKey: boolean;
  readonly onByKey: (byKey: boolean) => void;
}

/** Finds indicators, countries, objectives, dimensions and articles by name or code. All of it happens in the browser: no query leaves it. */
export function SearchDialog({ open, onClose, takeBegun, byKey, onByKey }: SearchDialogProps) {
  const t = useTexts(searchTexts);
  return (
    <Dialog open={open} onClose={onClose} title={t.title} wide>
      <Search takeBegun={takeBegun} onClose={onClose} />
      <div className={styles.key}>
        <Checkbox label={t.key} checked={byKey} onChange={({ target }) => onByKey(target.checked)} />
      </div>
    </Dialog>
  );
}

function Search({ takeBegun, onClose }: Pick<SearchDialogProps, "takeBegun" | "onClose">) {
  const t = useTexts(searchTexts);
  const lang = useLanguage();
  const list = useQuery(indicatorListQuery);
  const countries = useQuery(countriesQuery);
  const entries = useMemo(
    () => (list.data && countries.data ? searchEntries(list.data, countries.data.countries, lang) : null),
    [list.data, countries.data, lang],
  );
  if (list.isError || countries.isError) {
    return (
      <Callout tone="alarm" live="alert" title={t.failed}>
        <Button
          onClick={() => {
            void list.refetch();
            void countries.refetch();
          }}
        >
          {t.retry}
        </Button>
      </Callout>
    );
  }
  return <Finder entries={entries} takeBegun={takeBegun} onClose={onClose} />;
}

/** `entries` null: still loading; what is typed meanwhile is kept. */
function Finder({
  entries,
  takeBegun,
  onClose,
}: {
  readonly entries: readonly SearchEntry[] | null;
  readonly takeBegun: () => string;
  readonly onClose: () => void;
}) {
  const t = useTexts(searchTexts);
  const lang = useLanguage();
  const id = useId();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const go = useGoing(onClose);
  const asked = useMemo(() => askedWords(query), [query]);
  const groups = useMemo(() => find(entries ?? [], asked, lang), [entries, asked, lang]);
  const all = groups.flatMap(({ found }) => found);
  const current = all[chosen];
  const optionId = (one: Found) => `${id}-${one.entry.kind}-${one.entry.id}`;
  const currentId = current && optionId(current);
  useEffect(() => {
    if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: "nearest" });
  }, [currentId]);

  function onKeyDown(event: KeyboardEvent) {
    // Of a letter that is still being composed, Enter and the arrows belong to the keyboard.
    if (all.length === 0 || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((chosen + step + all.length) % all.length);
    }
    if (event.key === "Enter" && current !== undefined) {
      event.preventDefault();
      go(current.entry);
    }
  }

  return (
    <>
      <TextInput
        onFocus={() => {
          const begun = takeBegun();
          if (begun !== "") setQuery((before) => before + begun);
        }}
        ref={firstFocus}
        label={t.field}
        help={t.hint}
        type="text"
        className={styles.field}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={all.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={currentId}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className={styles.count}>
        {asked.length === 0
          ? ""
          : entries === null
            ? t.loading
            : all.length === 0
              ? t.none(query.trim())
              : t.found(all.length)}
      </p>
      <div className={styles.results}>
        {asked.length > 0 && entries !== null && all.length === 0 ? <p className="quiet">{t.noneMore}</p> : null}
        <div id={`${id}-list`} role="listbox" aria-label={t.title} className={styles.list} hidden={all.length === 0}>
          {groups.map((group) => (
            <Group
              key={group.kind}
              group={group}
              asked={asked}
              optionId={optionId}
              currentId={currentId}
              onClose={onClose}
            />
          ))}
        </div>
      </div>
    </>
  );
}

/** Leads to a result and closes the dialog. The new page takes the focus; where only its filters change, it goes to the content. */
function useGoing(onClose: () => void): (entry: SearchEntry) => void {
  const navigate = useNavigate();
  const router = useRouter();
  const lang = useLanguage();
  return (entry) => {
    const before = router.state.location.pathname;
    onClose();
    void navigate(entry.link(lang)).then(() => {
      if (router.state.location.pathname === before) document.getElementById("content")?.focus();
    });
  };
}

function Group({
  group: { kind, found },
  asked,
  optionId,
  currentId,
  onClose,
}: {
  readonly group: FoundGroup;
  readonly asked: readonly string[];
  readonly optionId: (one: Found) => string;
  readonly currentId: string | undefined;
  readonly onClose: () => void;
}) {
  const t = useTexts(searchTexts);
  const lang = useLanguage();
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: options of a list are in a group; a fieldset would announce a form.
    <div role="group" aria-labelledby={id} className={styles.group}>
      <p id={id} role="presentation" className={styles.kind}>
        {t.kinds[kind]}
      </p>
      {found.map((one) => (
        <Link
          key={one.entry.id}
          {...one.entry.link(lang)}
          id={optionId(one)}
          role="option"
          aria-selected={optionId(one) === currentId}
          tabIndex={-1}
          className={styles.option}
          onClick={onClose}
        >
          {one.entry.code === null ? null : <Marked text={one.entry.code} asked={asked} className={styles.code} />}
          <Marked text={one.entry.name[lang]} asked={one.language === lang ? asked : []} />
          {one.language === lang ? null : <InOther found={one} asked={asked} language={one.language} />}
        </Link>
      ))}
    </div>
  );
}

/** The words that fit, where they are not the reader's. */
function InOther({
  found,
  asked,
  language,
}: {
  readonly found: Found;
  readonly asked: readonly string[];
  readonly language: Language;
}) {
  const lang = useLanguage();
  return (
    <span className={styles.other}>
      {languageLabel(language, lang)}: <Marked text={found.entry.name[language]} asked={asked} lang={language} />
    </span>
  );
}

function Marked({
  text,
  asked,
  ...native
}: {
  readonly text: string;
  readonly asked: readonly string[];
  readonly className?: string | undefined;
  readonly lang?: Language;
}) {
  return (
    <span {...native}>
      {partsOf(text, asked).map(({ text: part, hit }, place) =>
        hit ? <mark key={`${place + 1}`}>{part}</mark> : <span key={`${place + 1}`}>{part}</span>,
      )}
    </span>
  );
}
