import {
  type BlockRows,
  cellRelations,
  computeCells,
  type FatedCell,
  type PasteRefusal,
  parseCount,
  pasteOutcome,
  readBlock,
} from "@avances/domain/answer";
import { type Catalogue, findCodeList, findIndicator, type Indicator } from "@avances/domain/catalogue";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { catalogueQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog, firstFocus } from "#ui/dialog.tsx";
import { barTexts } from "../form/bar.texts.ts";
import { faultTexts } from "../form/fault.texts.ts";
import { formTexts } from "../form/form.texts.ts";
import { gridStanding, gridSum } from "../form/grid-sum.ts";
import { quoted } from "../quoted.ts";
import { useReportFacts } from "../report-context.ts";
import { totalOnlyKey } from "../saving/answer-draft.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import { useCells } from "../sheet/answer-cells.ts";
import styles from "./paste.module.css";
import { pasteTexts } from "./paste.texts.ts";
import { placeName } from "./place-names.ts";

interface PreviewProps {
  readonly indicator: Indicator;
  readonly rows: BlockRows;
  /** The cell in which it was pasted. */
  readonly place: string;
  readonly onClose: () => void;
  /** The block is in the form. */
  readonly onTaken: (all: boolean) => void;
}

type NamedCell = FatedCell & { readonly group: string | null; readonly name: string };

/** What a pasted block would change, before it changes anything: what is taken and where to, what is not and why, and what the sums say. */
export function PastePreview({ indicator, rows, place, onClose, onTaken }: PreviewProps) {
  const t = useTexts(pasteTexts);
  const words = useTexts(formTexts);
  const bar = useTexts(barTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue, view, country } = useReportFacts();
  // The form reads its catalogue in the language of the page, and a ministry's sheet may be in another.
  const { data } = useQuery(catalogueQuery);
  const whole: Catalogue = data ?? catalogue;
  const { store } = useEntry(indicator.code);
  const { typed, linked, fields } = useCells();
  const [written, setWritten] = useState<Readonly<Record<number, string>>>({});
  const block = useMemo(
    () =>
      readBlock({
        catalogue: whole,
        indicator: findIndicator(whole, indicator.code) ?? indicator,
        rows,
        at: place,
      }),
    [whole, indicator, rows, place],
  );
  const outcomeWith = (cells: typeof block.cells) =>
    pasteOutcome({ catalogue, indicator, cells, typed, linked }).map((cell): NamedCell => {
      const name = cell.place === null ? null : placeName(catalogue, indicator, cell.place, lang, words.value.total);
      return { ...cell, group: name?.group ?? null, name: name?.name ?? cell.label };
    });
  // A row stays in its list while somebody writes into it.
  const asPasted = outcomeWith(block.cells);
  const now = outcomeWith(
    block.cells.map((cell, index) => {
      const parsed = parseCount(written[index] ?? "");
      return parsed.kind === "number" ? { ...cell, figure: parsed.value, refusal: null } : cell;
    }),
  );
  const fits = ({ fate }: FatedCell) => fate.kind === "taken" || fate.kind === "checked";
  const fitting = now.filter(fits);
  const figures = fitting.flatMap((cell) => (cell.fate.kind === "taken" ? [{ cell, fate: cell.fate }] : []));
  const sums = fitting.filter(({ fate }) => fate.kind === "checked");
  const refused = asPasted.flatMap((cell, index) => (fits(cell) ? [] : [{ cell, index }]));
  const notTaken = now.length - fitting.length;
  /** Sums alone are compared, and nothing enters the form. */
  const isTaking = figures.length > 0;
  const take = () => {
    const changes = figures.filter(({ fate }) => fate.before !== fate.figure);
    if (changes.length > 0) {
      store.replace(indicator.code, "pasted", (draft) => {
        const { [totalOnlyKey]: isTotalOnly, ...others } = draft.fields;
        const isInCell = changes.some(({ cell }) => cell.place?.includes("/"));
        const kept = isTotalOnly !== undefined && !isInCell ? draft.fields : others;
        const taken = changes.map(({ cell, fate }) => [cell.place ?? "", f.number(fate.figure)]);
        return { ...draft, fields: { ...kept, ...Object.fromEntries(taken) } };
      });
      onTaken(notTaken === 0);
    }
    announce(t.done(fitting.length));
    onClose();
  };
  const count = (is: (fate: (typeof figures)[number]["fate"]) => boolean) =>
    figures.filter(({ fate }) => is(fate)).length;
  const [fresh, same] = [count(({ before }) => before === null), count(({ before, figure }) => before === figure)];
  const replaced = figures.length - fresh - same;
  const parts = [
    fresh > 0 ? t.fresh(fresh) : null,
    same > 0 ? t.same(same) : null,
    replaced > 0 ? t.replaced(replaced) : null,
  ];
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={isTaking || sums.length === 0 ? t.title(now.length, fitting.length, notTaken) : t.onlySums(now.length)}
      actions={
        <div className={styles.actions}>
          <p className={styles.after}>
            {notTaken > 0 && isTaking ? <span>{t.stay(notTaken)} </span> : null}
            {isTaking ? (
              <span>
                {t.afterwards} <b>{bar.undo}</b> <kbd>Ctrl Z</kbd> {t.undo}
              </span>
            ) : null}
          </p>
          <Button onClick={onClose} ref={isTaking ? undefined : firstFocus}>
            {!isTaking ? t.close : t.nothing} <kbd>Esc</kbd>
          </Button>
          {isTaking ? (
            <Button variant="primary" onClick={take} ref={firstFocus} data-take>
              {t.take(fitting.length)} <kbd>Enter</kbd>
            </Button>
          ) : null}
        </div>
      }
    >
      <p className={styles.for}>
        {t.for(indicator.code, indicator.name[lang], country, roundWords[lang].round(namedRound(view.round)))}
      </p>
      <p className={styles.lead}>{block.by === "label" ? t.byLabel : t.byPosition}</p>
      {refused.length > 0 ? (
        <section>
          <h3>{t.refused(notTaken)}</h3>
          <Refused
            cells={refused}
            written={written}
            write={(index, text) => setWritten((before) => ({ ...before, [index]: text }))}
          />
        </section>
      ) : null}
      {fitting.length > 0 ? (
        <section>
          <h3>
            {isTaking ? `${t.taken(figures.length)} ` : null}
            <span className={styles.count}>
              {[
                figures.length > 0
                  ? t.figures(
                      figures.length,
                      parts.filter((part) => part !== null),
                    )
                  : null,
                sums.length > 0 ? t.sums(sums.length) : null,
              ]
                .filter((part) => part !== null)
                .join(" · ")}
            </span>
          </h3>
          <Taken cells={figures.map(({ cell }) => cell)} />
          {sums.length > 0 ? (
            <p>
              <b>{t.checked}</b>{" "}
              {sums
                .map(
                  ({ name, group, figure }) => `${group === null ? "" : `${group}: `}${name} ${f.number(figure ?? 0)}`,
                )
                .join("; ")}
              . {t.agree(sums.length)}
            </p>
          ) : null}
          <Consequences
            indicator={indicator}
            cells={figures.map(({ cell }) => cell)}
            refused={now.filter((cell) => !fits(cell))}
            fields={fields}
            fitting={fitting.length}
          />
        </section>
      ) : null}
    </Dialog>
  );
}

function Refused({
  cells,
  written,
  write,
}: {
  readonly cells: readonly { readonly cell: NamedCell; readonly index: number }[];
  readonly written: Readonly<Record<number, string>>;
  readonly write: (index: number, text: string) => void;
}) {
  const t = useTexts(pasteTexts);
  const f = useFormat();
  const { figure } = useCells();
  const whyOf = useWhy();
  return (
    <div className={styles.scroll}>
      <table className={styles.refused}>
        <thead>
          <tr>
            <th scope="col">{t.column.row}</th>
            <th scope="col">{t.column.label}</th>
            <th scope="col">{t.column.pasted}</th>
            <th scope="col">{t.column.why}</th>
            <th scope="col" className={styles.number}>
              {t.column.inCell}
            </th>
            <th scope="col">{t.column.now}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ cell, index }) => {
            const text = written[index] ?? "";
            const parsed = parseCount(text);
            const isWritten = parsed.kind === "number";
            const here = cell.place === null ? null : figure(cell.place);
            const label = cell.place === null ? cell.label : cell.name;
            const canWrite = cell.place !== null && cell.fate.kind === "refused";
            return (
              <tr key={`${cell.row}/${cell.column}`} className={isWritten ? styles.mended : undefined}>
                <td>{cell.row}</td>
                <td>
                  {label === "" ? t.noLabel : label}
                  {cell.group === null ? null : <small className={styles.group}>{cell.group}</small>}
                </td>
                <td>
                  <code>{cell.text}</code>
                </td>
                <td>{isWritten ? t.nowTaken(f.number(parsed.value)) : whyOf(cell)}</td>
                <td className={styles.number}>
                  {cell.place === null ? (
                    ""
                  ) : here === null ? (
                    <span className={styles.quiet}>{t.empty}</span>
                  ) : (
                    f.number(here)
                  )}
                </td>
                <td>
                  {canWrite ? (
                    <input
                      type="text"
                      inputMode="numeric"
                      autoComplete="off"
                      spellCheck={false}
                      className={styles.input}
                      aria-label={t.writeFor(label)}
                      aria-invalid={(!isWritten && text.trim() !== "") || undefined}
                      value={text}
                      onChange={(event) => write(index, event.target.value)}
                      onKeyDown={(event) => {
                        if (event.key !== "Enter") return;
                        event.preventDefault();
                        focusAfter(event.currentTarget);
                      }}
                    />
                  ) : (
                    <span className={styles.quiet}>{t.noNeed}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Enter leads to the next field, and from the last one to the main button. */
function focusAfter(input: HTMLInputElement): void {
  const dialog = input.closest("dialog");
  const inputs = [...(dialog?.querySelectorAll<HTMLInputElement>("td input") ?? [])];
  const next = inputs[inputs.indexOf(input) + 1];
  (next ?? dialog?.querySelector<HTMLElement>("[data-take]"))?.focus();
}

/** Why a cell is not taken, in words that say what to do. */
function useWhy() {
  const t = useTexts(pasteTexts);
  const faults = useTexts(faultTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue } = useReportFacts();
  const refusalWords = (refusal: PasteRefusal, text: string): string => {
    switch (refusal.kind) {
      case "bound":
        return t.why.bound(text);
      case "ambiguous":
        return t.why.ambiguous(refusal.readings.map((reading) => f.number(reading)));
      case "rounded":
        return t.why.rounded(text, f.number(refusal.holds));
      case "two-lists":
        return t.why["two-lists"](
          refusal.lists.map((list) => quoted(findCodeList(catalogue, list)?.name[lang] ?? list, lang)),
        );
      case "unreadable":
        return refusal.reason === "not-whole" ? t.why["not-whole"](text) : faults[refusal.reason];
      case "sign":
      case "no-such-label":
      case "no-label":
      case "several-figures":
      case "repeated":
      case "beyond":
        return t.why[refusal.kind];
    }
  };
  return ({ fate, text }: FatedCell): string => {
    if (fate.kind === "refused") return refusalWords(fate.refusal, text);
    return fate.kind === "differs" ? t.why.differs(f.number(fate.gives), f.number(fate.figure)) : "";
  };
}

function Taken({ cells }: { readonly cells: readonly NamedCell[] }) {
  const t = useTexts(pasteTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { before, beforeYear, indicator } = useCells();
  const { entry } = useEntry(indicator.code);
  const { person } = useSession();
  const { savedBy, savedAt, saved } = entry.queue;
  const groups = [...new Set(cells.map(({ group }) => group))];
  const round = beforeYear === null ? null : roundWords[lang].name({ roundYear: beforeYear });
  const isOthers = savedBy !== null && savedAt !== null && saved.value !== null && savedBy !== person?.displayName;
  const replacing = (figure: number) =>
    isOthers ? t.replacesOf(f.number(figure), savedBy, f.instant(savedAt)) : t.replaces(f.number(figure));
  return (
    <div className={styles.columns}>
      {groups.map((group) => (
        <table key={group ?? ""} className={styles.taken}>
          <caption>{group ?? t.wholeOf}</caption>
          <thead>
            <tr>
              <th scope="col">{t.column.row}</th>
              <th scope="col">{t.column.goesTo}</th>
              <th scope="col" className={styles.number}>
                {t.column.takes}
              </th>
              <th scope="col" className={styles.number}>
                {t.column.inCell}
              </th>
              {round === null ? null : (
                <th scope="col" className={styles.number}>
                  {round}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {cells
              .filter((cell) => cell.group === group)
              .map((cell) => {
                if (cell.fate.kind !== "taken") return null;
                const { figure, before: here } = cell.fate;
                const old = cell.place === null ? null : before(cell.place);
                const isReplaced = here !== null && here !== figure;
                return (
                  <tr key={`${cell.row}/${cell.column}`}>
                    <td>{cell.row}</td>
                    <td>
                      {cell.name}
                      {isReplaced ? <small className={styles.group}>{replacing(here)}</small> : null}
                    </td>
                    <td className={styles.number}>
                      <b>{f.number(figure)}</b>
                    </td>
                    <td className={styles.number}>
                      {here === null ? (
                        <span className={styles.quiet}>{t.empty}</span>
                      ) : isReplaced ? (
                        <s>{f.number(here)}</s>
                      ) : (
                        f.number(here)
                      )}
                    </td>
                    {round === null ? null : (
                      <td className={`${styles.number} ${styles.quiet}`}>{old === null ? "" : f.number(old)}</td>
                    )}
                  </tr>
                );
              })}
          </tbody>
        </table>
      ))}
    </div>
  );
}

/** What the block leaves open or makes too many, breakdown by breakdown. */
function Consequences({
  indicator,
  cells,
  refused,
  fields,
  fitting,
}: {
  readonly indicator: Indicator;
  readonly cells: readonly NamedCell[];
  readonly refused: readonly NamedCell[];
  readonly fields: Readonly<Record<string, string>>;
  readonly fitting: number;
}) {
  const t = useTexts(pasteTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue } = useReportFacts();
  const { typed, linked } = useCells();
  const known = new Map(typed);
  for (const { place, fate } of cells) if (place !== null && fate.kind === "taken") known.set(place, fate.figure);
  const computed = computeCells({ catalogue, indicator, typed: known, linked });
  const figure = (place: string) => known.get(place) ?? computed.get(place)?.figure ?? null;
  const said = cellRelations(catalogue, indicator).flatMap(({ kind, whole, parts }) => {
    if (kind === "margin") return [];
    if (!cells.some(({ place }) => place !== null && parts.includes(place))) return [];
    const standing = gridStanding({
      ...gridSum(parts, figure, fields),
      total: figure(whole),
      exclusive: true,
      computed: [],
    });
    const group = cells.find(({ place }) => place !== null && parts.includes(place))?.group ?? "";
    if (standing.kind === "missing")
      return [t.missing(quoted(group, lang), f.number(standing.total - standing.sum), f.number(standing.total))];
    if (standing.kind === "above")
      return [t.above(quoted(group, lang), f.number(standing.sum - standing.total), f.number(standing.total))];
    return [];
  });
  // A cell of the block that is not taken may follow from those that are.
  const follows = refused.flatMap(({ place, name }) => {
    const cell = place === null ? undefined : computed.get(place);
    return cell === undefined ? [] : [t.followsAs(quoted(name, lang), f.number(cell.figure))];
  });
  return (
    <>
      {said.length === 0 ? null : (
        <p className={styles.consequences}>
          {t.after(fitting)} {said.join("; ")}.
        </p>
      )}
      {follows.length === 0 ? null : <p className={styles.consequences}>{t.follows(follows)}</p>}
    </>
  );
}
