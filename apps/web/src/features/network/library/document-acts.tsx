import type { DocumentView } from "@avances/contracts";
import { languageFacts, languages } from "@avances/domain/catalogue";
import { mayShowTo, type VisibilityChoice, visibilityChoices } from "@avances/domain/network";
import { isActReason, shortestActReason, textLimits } from "@avances/domain/text";
import { type ReactNode, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { RadioGroup, TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { DocumentRefused } from "./document-refused.tsx";
import styles from "./library.module.css";
import { libraryTexts } from "./library.texts.ts";
import { useDocumentAct } from "./library-queries.ts";
import { TranslateForm } from "./translate-form.tsx";

interface DocumentActsProps {
  readonly document: DocumentView;
  readonly isOwn: boolean;
  readonly mayTranslate: boolean;
}
type Act = "file" | "show" | "withdraw" | "translate";

/** What the Secretariat may do to this document now. */
export function DocumentActs({ document, isOwn, mayTranslate }: DocumentActsProps) {
  const t = useTexts(libraryTexts);
  const lang = useLanguage();
  const [open, setOpen] = useState<Act | null>(null);
  const props = { document, onDone: () => setOpen(null) };
  const isDraft = document.state === "draft";
  const other = languages.find((one) => one !== document.words.language) ?? lang;
  const forms: Readonly<Record<Act, ReactNode>> = {
    file: <FileForm {...props} />,
    show: <ShowForm {...props} />,
    withdraw: <WithdrawForm {...props} />,
    translate: <TranslateForm {...props} language={other} />,
  };
  const labels: Readonly<Record<Act, string>> = {
    file: t.acts.file,
    show: t.acts.show,
    withdraw: isDraft ? t.acts.discard : t.acts.withdraw,
    translate: t.acts.translate(languageFacts[other].name),
  };
  const offered: readonly Act[] = [
    ...(isOwn && isDraft ? (["file"] as const) : []),
    // Of a draft the translation is written with its words.
    ...(mayTranslate && !isDraft ? (["translate"] as const) : []),
    ...(isOwn && !isDraft ? (["show"] as const) : []),
    ...(isOwn ? (["withdraw"] as const) : []),
  ];
  return (
    <>
      {isOwn ? (
        <LinkButton to="/$lang/network/$" params={{ lang, _splat: `library/${document.id}/edit` }}>
          {isDraft ? t.edit : t.revise}
        </LinkButton>
      ) : null}
      {offered.map((name) => (
        <Button key={name} onClick={() => setOpen(name)}>
          {labels[name]}
        </Button>
      ))}
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open === null ? "" : labels[open]}
        wide={open === "translate"}
      >
        {open === null ? null : forms[open]}
      </Dialog>
    </>
  );
}

interface FormProps {
  readonly document: DocumentView;
  readonly onDone: () => void;
}

const unkept = { send: async <R,>(send: () => Promise<R>, done?: (result: R) => void) => done?.(await send()) };

/** Files the draft. */
function FileForm({ document, onDone }: FormProps) {
  const t = useTexts(libraryTexts);
  const levels = useTexts(matterTexts).levels;
  const act = useDocumentAct(document.id, "file");
  const { attempt } = useSending(unkept, act);
  const [decidedOn, setDecidedOn] = useState(document.revision);
  return (
    <div className={styles.narrow}>
      <p>{t.file.text(levels[document.visibility])}</p>
      <DocumentRefused
        error={act.error}
        onSeen={(revision) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.close}</Button>
        <Button
          variant="primary"
          busy={act.isPending}
          onClick={() =>
            attempt({ body: undefined, revision: decidedOn }, () => {
              announce(t.file.done);
              onDone();
            })
          }
        >
          {t.file.submit}
        </Button>
      </div>
    </div>
  );
}

/** Changes who reads it: to more people, or to fewer while nobody else has had it on screen. */
function ShowForm({ document, onDone }: FormProps) {
  const t = useTexts(libraryTexts);
  const m = useTexts(matterTexts);
  const act = useDocumentAct(document.id, "show");
  const { isTried, attempt } = useSending(unkept, act);
  const [decidedOn, setDecidedOn] = useState(document.revision);
  const isSeen = (document.seen ?? []).length > 0;
  const possible = visibilityChoices.filter((one) => mayShowTo(document, one, isSeen));
  const [chosen, setChosen] = useState<VisibilityChoice | null>(
    visibilityChoices.find((one) => one === document.visibility) ?? null,
  );
  return (
    <form
      className={styles.narrow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isOther = chosen !== null && chosen !== document.visibility;
        attempt(isOther ? { body: { visibility: chosen }, revision: decidedOn } : null, () => {
          announce(t.show.done);
          onDone();
        });
      }}
    >
      <RadioGroup
        name="shown"
        label={t.show.choose}
        help={isSeen ? t.show.wider : t.show.narrow}
        choices={possible.map((value) => ({ value, label: m.levels[value] }))}
        value={chosen}
        error={isTried && chosen === document.visibility ? m.faults.same : undefined}
        onChange={setChosen}
      />
      <DocumentRefused
        error={act.error}
        onSeen={(revision) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.close}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.show.submit}
        </Button>
      </div>
    </form>
  );
}

/** Withdraws it, with the reason. */
function WithdrawForm({ document, onDone }: FormProps) {
  const t = useTexts(libraryTexts).withdraw;
  const close = useTexts(libraryTexts).close;
  const act = useDocumentAct(document.id, "withdraw");
  const form = useKeptForm({
    ...{ form: "document", of: [document.id, "withdraw"], empty: { reason: "" }, guard: isShape({ reason: isText }) },
  });
  const { reason } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const [decidedOn, setDecidedOn] = useState(document.revision);
  return (
    <form
      className={styles.narrow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(isActReason(reason) ? { body: { reason }, revision: decidedOn } : null, () => {
          announce(t.done);
          onDone();
        });
      }}
    >
      <KeptNote form={form} />
      <p>{document.state === "draft" ? t.draftText : t.text}</p>
      <TextArea
        label={t.why}
        rows={3}
        limit={textLimits.actReason}
        value={reason}
        error={isTried && reason.trim().length < shortestActReason ? t.tooShort : undefined}
        onChange={({ target }) => form.change({ reason: target.value })}
      />
      <DocumentRefused
        error={act.error}
        onSeen={(revision) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{close}</Button>
        <Button type="submit" variant="alarm" busy={act.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
