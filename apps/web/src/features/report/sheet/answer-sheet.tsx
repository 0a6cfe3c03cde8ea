import type { BlockRows } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { useTexts } from "#i18n/i18n.ts";
import { announce } from "#ui/announcer.tsx";
import { FieldError } from "#ui/field.tsx";
import { useWayOn } from "../form/way-on.ts";
import { clipboardRows } from "../paste/clipboard-rows.ts";
import type { PastePreview } from "../paste/paste-preview.tsx";
import { UndoLine } from "../saving/undo-line.tsx";
import { useEntry } from "../saving/use-answer-store.ts";
import { CellsContext, useAnswerCells } from "./answer-cells.ts";
import { figureRoom } from "./figure-room.ts";
import styles from "./sheet.module.css";
import { sheetTexts } from "./sheet.texts.ts";
import {
  askedBeside,
  type Block,
  blockBetween,
  blockText,
  type Direction,
  edge,
  firstBlank,
  focusPlace,
  isCell,
  isWhole,
  neighbour,
  selectCell,
} from "./sheet-moves.ts";

interface Pasted {
  readonly rows: BlockRows;
  readonly place: string;
  /** The preview comes with the first block that is pasted. */
  readonly Preview: typeof PastePreview;
}

/** What the other figures of an answer are parts of. */
const wholes = ["total", "numerator", "denominator"] as const;

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** All figures of one answer as one sheet: keys, copying and pasting of blocks. */
export function AnswerSheet({ indicator, children }: { readonly indicator: Indicator; readonly children: ReactNode }) {
  const t = useTexts(sheetTexts);
  const { code } = indicator;
  const cells = useAnswerCells(indicator);
  const { store, entry } = useEntry(code);
  const wayOn = useWayOn();
  const root = useRef<HTMLDivElement>(null);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  /** Nothing was pasted: the preview could not be loaded, or would hold more than anybody looks through. */
  const [refusal, setRefusal] = useState<"unseen" | "tooLarge" | null>(null);
  const block = useBlock(root);
  /** The fields as the last pasted block left them: only then does Ctrl+Z undo the block. */
  const afterPaste = useRef<Readonly<Record<string, string>> | null>(null);
  // An open dialog holds the focus, so it goes back once the dialog is gone.
  const backTo = useRef<string | null>(null);
  /** Every pasted cell was taken: what the block leaves blank is next, and where it leaves nothing, the next answer. */
  const isAllTaken = useRef(false);
  const goOn = useEffectEvent((place: string) => {
    const here = root.current;
    const isDone = isAllTaken.current && here !== null;
    isAllTaken.current = false;
    const blank = isDone ? firstBlank(here) : null;
    if (blank !== null) return selectCell(blank);
    focusPlace(code, place);
    if (isDone) wayOn?.next(code);
  });
  useEffect(() => {
    if (pasted !== null || backTo.current === null) return;
    goOn(backTo.current);
    backTo.current = null;
  }, [pasted]);
  /** Undoes the last pasted block, also one that was pasted into an empty answer. False when something was written since, or done elsewhere. */
  const undoPaste = (): boolean => {
    const here = store.entries().get(code);
    const last = store.lastAct();
    if (here === undefined || last?.act !== "pasted" || !last.forms.has(code)) return false;
    if (!isAsThen(afterPaste.current, here.draft.fields)) return false;
    if (here.replaced?.act === "pasted") store.undo(code);
    else store.undoLast();
    announce(t.undone);
    return true;
  };

  const move = (event: KeyboardEvent, cell: HTMLInputElement | null) => {
    event.preventDefault();
    block.clear();
    if (cell !== null) selectCell(cell);
  };
  const onEnter = (event: KeyboardEvent, from: HTMLInputElement, here: HTMLElement) => {
    event.preventDefault();
    const hadFault = entry.faults[from.dataset.cell ?? ""] !== undefined;
    store.commit(code);
    // What cannot be read is said first; a second Enter goes on.
    const fault = store.entries().get(code)?.faults[from.dataset.cell ?? ""];
    if (fault !== undefined && !hadFault) return;
    const next = askedBeside(here, from, event.shiftKey ? -1 : 1);
    if (next !== null) move(event, next);
    else if (!event.shiftKey) wayOn?.next(code);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const here = root.current;
    if (here === null || !isCell(event.target) || event.nativeEvent.isComposing || event.altKey) return;
    const from = event.target;
    const isControl = event.ctrlKey || event.metaKey;
    const direction = arrows[event.key];
    if (event.key === "Enter" && !isControl) {
      onEnter(event, from, here);
    } else if (direction !== undefined && !isControl) {
      const isVertical = direction === "up" || direction === "down";
      if (!isVertical && !isWhole(from)) return;
      if (event.shiftKey) {
        if (block.extend(from, direction)) event.preventDefault();
        return;
      }
      move(event, neighbour(here, from, direction));
    } else if ((event.key === "Home" || event.key === "End") && !event.shiftKey && (isControl || isWhole(from))) {
      move(event, edge(here, from, event.key === "Home" ? "first" : "last", isControl));
    } else if (event.key === "F2") {
      event.preventDefault();
      from.setSelectionRange(from.value.length, from.value.length);
    } else if (event.key.toLowerCase() === "z" && isControl && !event.shiftKey) {
      if (undoPaste()) event.preventDefault();
    } else if (event.key === "Escape") {
      block.clear();
    }
  };
  const onPasteCapture = (event: ClipboardEvent<HTMLDivElement>) => {
    if (!isCell(event.target)) return;
    const rows = clipboardRows(event.clipboardData);
    if (rows === null) return;
    event.preventDefault();
    event.stopPropagation();
    setRefusal(rows === "too-large" ? "tooLarge" : null);
    if (rows === "too-large") return;
    store.commit(code);
    const place = event.target.dataset.cell ?? "";
    import("../paste/paste-preview.tsx").then(
      ({ PastePreview: Preview }) => setPasted({ rows, place, Preview }),
      () => setRefusal("unseen"),
    );
  };
  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    const text = block.text();
    if (text === null) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    announce(t.copied(block.size()));
  };
  return (
    <CellsContext value={cells}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the fields inside, which are reached without them too */}
      <div
        ref={root}
        className={styles.sheet}
        data-room={figureRoom([...cells.typed.values(), ...wholes.map(cells.before)])}
        data-sheet-of={code}
        onKeyDown={onKeyDown}
        onPasteCapture={onPasteCapture}
        onCopy={onCopy}
        onFocus={block.onFocus}
      >
        {children}
        <div aria-live="polite" className={styles.unseen}>
          {refusal === null ? null : <FieldError>{t[refusal]}</FieldError>}
        </div>
        <UndoLine indicator={indicator} acts={["pasted"]} />
      </div>
      {pasted === null ? null : (
        <pasted.Preview
          indicator={indicator}
          rows={pasted.rows}
          place={pasted.place}
          onTaken={(all) => {
            isAllTaken.current = all;
            afterPaste.current = store.entries().get(code)?.draft.fields ?? null;
          }}
          onClose={() => {
            backTo.current = pasted.place;
            setPasted(null);
          }}
        />
      )}
    </CellsContext>
  );
}

/** Does every field say what it said then? A field that holds nothing says the same as none. */
function isAsThen(then: Readonly<Record<string, string>> | null, now: Readonly<Record<string, string>>): boolean {
  if (then === null) return false;
  return [...Object.keys(then), ...Object.keys(now)].every((place) => (then[place] ?? "") === (now[place] ?? ""));
}

/** The selected block of cells: it is marked on the page, read out by its size, and copied as text. */
function useBlock(root: { readonly current: HTMLElement | null }) {
  const t = useTexts(sheetTexts);
  const held = useRef<{ readonly from: HTMLInputElement; readonly to: HTMLInputElement; readonly block: Block } | null>(
    null,
  );
  const mark = (isMarked: boolean) => {
    for (const row of held.current?.block.cells ?? []) {
      for (const cell of row) cell.toggleAttribute("data-selected", isMarked);
    }
  };
  const clear = () => {
    mark(false);
    held.current = null;
  };
  useEffect(() => clear, []);
  return {
    clear,
    extend: (cell: HTMLInputElement, direction: Direction): boolean => {
      const from = held.current?.from ?? cell;
      const to = root.current === null ? null : neighbour(root.current, held.current?.to ?? cell, direction);
      const block = to === null ? null : blockBetween(from, to);
      if (to === null || block === null) return false;
      clear();
      held.current = { from, to, block };
      mark(true);
      announce(t.selected(block.cells.length, block.cells[0]?.length ?? 0), "block");
      return true;
    },
    text: () => (held.current === null ? null : blockText(held.current.block)),
    size: () => held.current?.block.cells.flat().length ?? 0,
    onFocus: (event: { readonly target: EventTarget }) => {
      if (held.current !== null && event.target !== held.current.from) clear();
    },
  };
}
