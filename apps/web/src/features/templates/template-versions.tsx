import { isSameWording, type Wording, wordingFields } from "@avances/domain/wording";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import styles from "./templates.module.css";
import { templatesTexts } from "./templates.texts.ts";
import { type Template, useRestore, type Version, type Which } from "./templates-queries.ts";

interface TemplateVersionsProps {
  readonly which: Which;
  readonly template: Template;
}

/** Every version, who wrote it, when and what it changed; each can be put in force again. */
export function TemplateVersions({ which, template }: TemplateVersionsProps) {
  const t = useTexts(templatesTexts);
  const f = useFormat();
  const { versions, builtIn } = template;
  /** 0 = the built-in words. */
  const [restoring, setRestoring] = useState<number | null>(null);
  const wordsOf = ({ words }: Version) => words ?? builtIn;
  const before = (version: Version) => versions.find((one) => one.version === version.version - 1);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className={styles.heading}>
        {t.versions.title}
      </h2>
      {versions.length === 0 ? <p className="quiet">{t.versions.none}</p> : null}
      <ol className={styles.versions}>
        {versions.map((one) => {
          const earlier = before(one);
          return (
            <VersionLine
              key={one.version}
              title={t.versions.line(one.version)}
              notes={[
                ...(one.version === template.version ? [t.versions.inForce] : []),
                ...(one.words === null ? [t.versions.isBuiltIn] : []),
                ...(one.restores === null || one.restores === 0 ? [] : [t.versions.restores(one.restores)]),
                t.versions.changed(
                  changedFields(wordsOf(one), earlier === undefined ? builtIn : wordsOf(earlier))
                    .map((field) => t.fields[field])
                    .join(", "),
                ),
              ]}
              by={t.editedBy(one.byName, f.instant(one.at))}
              words={wordsOf(one)}
              language={which.language}
              onRestore={isSameWording(wordsOf(one), template.words) ? null : () => setRestoring(one.version)}
            />
          );
        })}
        <VersionLine
          title={t.versions.builtInLine}
          notes={template.isBuiltIn ? [t.versions.inForce] : []}
          by={null}
          words={builtIn}
          language={which.language}
          onRestore={template.isBuiltIn ? null : () => setRestoring(0)}
        />
      </ol>
      <Dialog
        open={restoring !== null}
        onClose={() => setRestoring(null)}
        title={t.versions.restoreTitle(restoring ?? 0)}
      >
        {restoring === null ? null : (
          <RestoreForm which={which} template={template} version={restoring} onDone={() => setRestoring(null)} />
        )}
      </Dialog>
    </section>
  );
}

const changedFields = (words: Wording, earlier: Wording) =>
  wordingFields.filter((field) => words[field] !== earlier[field]);

interface VersionLineProps {
  readonly title: string;
  readonly notes: readonly string[];
  readonly by: string | null;
  readonly words: Wording;
  readonly language: string;
  readonly onRestore: (() => void) | null;
}

function VersionLine({ title, notes, by, words, language, onRestore }: VersionLineProps) {
  const t = useTexts(templatesTexts);
  return (
    <li className={styles.version}>
      <p>
        <b>{[title, ...notes].join(" · ")}</b>
        {by === null ? null : <span className={styles.fine}>{by}</span>}
      </p>
      <Disclosure summary={t.versions.show}>
        <dl className={styles.words} lang={language}>
          {wordingFields
            .filter((field) => words[field] !== "")
            .map((field) => (
              <div key={field}>
                <dt>{t.fields[field]}</dt>
                <dd>{words[field]}</dd>
              </div>
            ))}
        </dl>
      </Disclosure>
      {onRestore === null ? null : (
        <Button size="small" onClick={onRestore} aria-label={`${t.versions.restore}: ${title}`}>
          {t.versions.restore}
        </Button>
      )}
    </li>
  );
}

interface RestoreFormProps extends TemplateVersionsProps {
  readonly version: number;
  readonly onDone: () => void;
}

function RestoreForm({ which, template, version, onDone }: RestoreFormProps) {
  const t = useTexts(templatesTexts);
  const restore = useRestore(which);
  const actKey = useActKey();
  return (
    <div className="stack">
      <p>{t.versions.restoreText}</p>
      <ProblemNote error={restore.error} words={{ "transition-refused": t.refusedState }} />
      <div className="row row-end">
        <Button onClick={onDone}>{t.versions.cancel}</Button>
        <Button
          variant="primary"
          busy={restore.isPending}
          onClick={() => {
            const act = { version, basedOn: template.version };
            restore.mutate(
              { ...act, idempotencyKey: actKey.keyFor(act) },
              {
                onSuccess: (reply) => {
                  announce(t.saved(reply.version));
                  onDone();
                },
              },
            );
          }}
        >
          {t.versions.restore}
        </Button>
      </div>
    </div>
  );
}
