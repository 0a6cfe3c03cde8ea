import { peopleHeads } from "@avances/domain/access";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FieldError, TextInput } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { fileTexts } from "./file.texts.ts";
import styles from "./people.module.css";
import { fileBytesAtMost, type ReadFile, rowsOf, textOf } from "./people-file.ts";
import { type JudgedFile, type RowOfFile, useImport, usePeopleFile } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";

/** Everybody as a file, and a file of people: its rows are judged, shown with what each would do, and entered when that is confirmed. */
export function PeopleFile() {
  const t = useTexts(fileTexts);
  const lang = useLanguage();
  const file = usePeopleFile(lang);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.file}>
      <Button size="small" busy={file.isPending} onClick={() => file.mutate()}>
        {t.download}
      </Button>
      <Button size="small" onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      {file.isError ? (
        <div role="alert">
          <FieldError>{t.downloadFailed}</FieldError>
        </div>
      ) : null}
      <Dialog open={isOpen} onClose={() => setOpen(false)} wide title={t.title}>
        {isOpen ? <Import onClose={() => setOpen(false)} /> : null}
      </Dialog>
    </div>
  );
}

type Refused = Exclude<ReadFile, { readonly kind: "rows" }> | { readonly kind: "unreadable" };

function Import({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(fileTexts);
  const lang = useLanguage();
  const f = useFormat();
  const judge = useImport();
  const enter = useImport();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [read, setRead] = useState<Extract<ReadFile, { readonly kind: "rows" }> | null>(null);
  const wasChanged = enter.error instanceof ApiProblem && enter.error.problem?.details?.reason === "changed_meanwhile";

  async function choose(file: File | undefined) {
    judge.reset();
    enter.reset();
    setRead(null);
    setRefused(null);
    if (file === undefined) return;
    if (file.size > fileBytesAtMost) return setRefused({ kind: "too_large" });
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return setRefused({ kind: "unreadable" });
    const found = rowsOf(textOf(bytes));
    if (found.kind !== "rows") return setRefused(found);
    setRead(found);
    judge.mutate({ rows: [...found.rows], fingerprint: null });
  }
  function confirm(rows: readonly RowOfFile[], fingerprint: string) {
    enter.mutate(
      { rows: [...rows], fingerprint },
      {
        onSuccess: (done) => announce(t.done(soundIn(done))),
        // What the rows do now is shown, so that it can be confirmed in the knowledge of it.
        onError: () => judge.mutate({ rows: [...rows], fingerprint: null }),
      },
    );
  }

  const error =
    refused === null
      ? undefined
      : refused.kind === "heads"
        ? t.heads(f.list(refused.missing.map((column) => peopleHeads[column][lang])))
        : t[refused.kind];
  const shown = enter.data ?? judge.data;
  const sound = shown === undefined ? 0 : soundIn(shown);
  return (
    <div className="stack">
      <p>{t.lead}</p>
      <TextInput
        type="file"
        accept=".csv,text/csv,text/plain"
        label={t.choose}
        help={t.chooseHelp}
        error={error}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {judge.isPending ? <p role="status">{t.judging}</p> : null}
      {wasChanged ? <Callout tone="caution">{t.changed}</Callout> : null}
      <ProblemNote error={judge.error ?? (wasChanged ? null : enter.error)} />
      {shown === undefined || read === null ? null : (
        <>
          {shown.isDone ? (
            <Callout tone="done" live="status">
              {t.done(sound)}
            </Callout>
          ) : (
            <p role="status">
              {t.sum(
                sound,
                shown.rows.filter(({ faults }) => faults.length > 0).length,
                shown.rows.filter(({ faults, acts }) => faults.length === 0 && acts.length === 0).length,
              )}
            </p>
          )}
          {shown.rows.some(({ takesTwo }) => takesTwo) ? (
            <p className="small">{t.second(shown.rows.filter(({ takesTwo }) => takesTwo).length)}</p>
          ) : null}
          {read.unread.length === 0 ? null : <p className="quiet small">{t.unread(f.list(read.unread))}</p>}
          <Rows rows={shown.rows} />
          <div className="row row-end">
            <Button onClick={onClose}>{t.close}</Button>
            {shown.isDone || sound === 0 ? null : (
              <Button variant="primary" busy={enter.isPending} onClick={() => confirm(read.rows, shown.fingerprint)}>
                {t.enter(sound)}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function soundIn({ rows }: JudgedFile): number {
  return rows.filter(({ acts }) => acts.length > 0).length;
}

function Rows({ rows }: Pick<JudgedFile, "rows">) {
  const t = useTexts(fileTexts);
  const fieldNames = useTexts(personTexts).history.fields;
  const lang = useLanguage();
  const f = useFormat();
  const actsOf = ({ acts, fields, faults }: JudgedFile["rows"][number]) => {
    if (faults.length > 0) return t.notEntered;
    if (acts.length === 0) return t.same;
    const changed = t.acts.edit(f.list(fields.map((field) => fieldNames[field] ?? field)));
    return f.list(acts.map((act) => (act === "edit" ? changed : t.acts[act])));
  };
  return (
    <RecordTable
      caption={t.title}
      captionHidden
      dense
      heads={[t.column.line, t.column.who, t.column.what, t.column.why]}
    >
      <tbody>
        {rows.map((row) => (
          <Row key={row.line}>
            <td>{row.line}</td>
            <th scope="row" className={styles.name}>
              {row.name}
              <span className={styles.fine}>{row.address}</span>
            </th>
            <td>
              {actsOf(row)}
              {row.takesTwo ? <span className={styles.fine}>{t.takesTwo}</span> : null}
            </td>
            <td>
              {row.faults.map(({ column, fault }) => (
                <span key={`${column} ${fault}`} className={styles.alarm}>
                  {t.fault(peopleHeads[column][lang], t.faults[fault])}
                </span>
              ))}
            </td>
          </Row>
        ))}
      </tbody>
    </RecordTable>
  );
}
