import type { HeldFile } from "@avances/contracts";
import { languageLabel, languages } from "@avances/domain/catalogue";
import { type AnnounceFault, type FileRefusal, fileLimits, fileTypes } from "@avances/domain/network";
import { useEffect, useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "./announcer.tsx";
import { Button } from "./button.tsx";
import { FieldError, Select } from "./field.tsx";
import styles from "./file-field.module.css";
import { fileFieldTexts } from "./file-field.texts.ts";
import { type Upload, useUploads } from "./use-uploads.ts";

interface FileFieldProps {
  readonly value: readonly HeldFile[];
  /** Gets what changes the list, because files may arrive while something else is typed. */
  readonly onChange: (change: (files: readonly HeldFile[]) => readonly HeldFile[]) => void;
  /** Told how many files are on their way or failed: as long as there are any, the form is not sent. */
  readonly onUnderWay: (count: number) => void;
  readonly max?: number;
  readonly error?: string | undefined;
}

/** Chooses and sends files. Each is sent at once, with its progress; it can be called off, and sent again when it failed. */
export function FileField({ value, onChange, onUnderWay, max = fileLimits.perMatter, error }: FileFieldProps) {
  const t = useTexts(fileFieldTexts);
  const f = useFormat();
  const lang = useLanguage();
  const id = useId();
  const { uploads, add, retry, cancel } = useUploads((file) => {
    onChange((files) => [...files, file]);
    announce(t.arrived(file.name));
  });
  const underWay = uploads.length;
  useEffect(() => onUnderWay(underWay), [underWay, onUnderWay]);
  const isFull = value.length + uploads.length >= max;
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{t.label}</legend>
      <p id={`${id}-help`} className={styles.help}>
        {t.help(f.number(max), f.bytes(fileLimits.bytes))}
      </p>
      {value.length + uploads.length === 0 ? null : (
        <ul className={styles.list}>
          {value.map((file) => (
            <li key={file.id}>
              <span className={styles.name}>
                {file.name} <span className="quiet small">{f.bytes(file.bytes)}</span>
              </span>
              <Select
                label={t.language(file.name)}
                hideLabel
                value={file.language ?? ""}
                onChange={({ target }) => {
                  const language = languages.find((one) => one === target.value) ?? null;
                  onChange((files) => files.map((one) => (one.id === file.id ? { ...one, language } : one)));
                }}
              >
                <option value="">{t.noLanguage}</option>
                {languages.map((language) => (
                  <option key={language} value={language}>
                    {languageLabel(language, lang)}
                  </option>
                ))}
              </Select>
              <Button
                size="small"
                variant="quiet"
                onClick={() => {
                  onChange((files) => files.filter((one) => one.id !== file.id));
                  announce(t.removed(file.name));
                }}
              >
                {t.remove(file.name)}
              </Button>
            </li>
          ))}
          {uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} onRetry={retry} onCancel={cancel} />
          ))}
        </ul>
      )}
      {isFull ? (
        <p className={styles.help}>{t.many(f.number(max))}</p>
      ) : (
        <label className={styles.choose}>
          <span>{t.choose}</span>
          <input
            type="file"
            multiple
            accept={fileTypes.map((type) => `.${type}`).join(",")}
            aria-describedby={`${id}-help`}
            onChange={({ currentTarget }) => {
              const chosen = [...(currentTarget.files ?? [])];
              // The same file can be chosen once more.
              currentTarget.value = "";
              add(chosen.slice(0, max - value.length - uploads.length));
            }}
          />
        </label>
      )}
      {error === undefined ? null : <FieldError>{error}</FieldError>}
    </fieldset>
  );
}

interface UploadLineProps {
  readonly upload: Upload;
  readonly onRetry: (upload: Upload) => void;
  readonly onCancel: (upload: Upload) => void;
}

/** One file that is not stored yet: how far it has come, or why it was not taken. */
function UploadLine({ upload, onRetry, onCancel }: UploadLineProps) {
  const t = useTexts(fileFieldTexts);
  const f = useFormat();
  const { state, share, error, sending } = upload;
  const { name, size } = sending.file;
  const id = useId();
  const isFailed = state === "failed";
  const words =
    state === "waiting"
      ? t.waiting
      : share < 1
        ? t.sending(f.percent(Math.floor(share * 100) / 100), f.bytes(size))
        : t.looking;
  return (
    <li>
      <span id={id} className={styles.name}>
        {name} <span className="quiet small">{f.bytes(size)}</span>
      </span>
      {isFailed ? (
        <div role="alert">
          <FieldError>{whyNot(error, t, f)}</FieldError>
        </div>
      ) : (
        <span className={styles.progress}>
          <progress aria-labelledby={id} max={1} value={state === "waiting" ? 0 : share} />
          <span className="small">{words}</span>
        </span>
      )}
      <span className="row">
        {isFailed && mayRetry(error) ? (
          <Button size="small" onClick={() => onRetry(upload)}>
            {t.retry(name)}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" onClick={() => onCancel(upload)}>
          {isFailed ? t.dismiss(name) : t.cancel(name)}
        </Button>
      </span>
    </li>
  );
}

type Texts = (typeof fileFieldTexts)["en"];
type Why = AnnounceFault | FileRefusal;

const refusalOf = (error: unknown): Why | null =>
  error instanceof ApiProblem && error.code === "file-refused"
    ? ((error.problem?.details?.why as Why | undefined) ?? null)
    : null;

/** What its name, its size or its content forbid stays forbidden: another file must be chosen. */
const mayRetry = (error: unknown) =>
  refusalOf(error) === null && !(error instanceof ApiProblem && error.code === "quota-exceeded");

function whyNot(error: unknown, t: Texts, f: ReturnType<typeof useFormat>): string {
  const why = refusalOf(error);
  if (why !== null) return t.refusals[why];
  if (!(error instanceof ApiProblem)) return t.other;
  if (error.code === "quota-exceeded") return t.quota(f.bytes(fileLimits.bytesInYear));
  if (error.code === "scanner-away") return t.scanner;
  if (error.code === "disk-full") return t.full;
  if (error.code === "store-away") return t.storeAway;
  if (error.status === 401) return t.signedOut;
  return error.status === 0 ? t.failed : t.other;
}
