import { answeredAs } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import type { Judge } from "../judge.ts";
import { useJudge, useReportGround } from "../report-context.ts";
import type { AnswerStore } from "../saving/answer-store.ts";
import { useStore } from "../saving/use-answer-store.ts";
import type { Section } from "../sections.ts";
import { barTexts } from "./bar.texts.ts";
import { goToAnswer, type Place } from "./go-to-answer.ts";
import { DetailsInside } from "./later-parts.ts";
import { lineTexts } from "./line.texts.ts";
import type { ListActs } from "./list-acts.ts";
import { neededAt } from "./needs.ts";
import { nextMissing } from "./way-through.ts";

interface List {
  readonly acts: ListActs;
  readonly open: ReadonlySet<IndicatorCode>;
  readonly toggle: (code: IndicatorCode) => void;
  /** Opens the answer that somebody went to beyond what was shown, once it is there. False when nobody did. */
  readonly arrived: () => boolean;
  /** Puts the cursor into an answer, or on the keys of its proposal. */
  readonly landOn: (code: IndicatorCode) => void;
}

interface ListInput {
  readonly sections: readonly Section[];
  /** The answers now shown, in their order. */
  readonly shown: readonly IndicatorCode[];
}

/** Which answers are open, and the way from one to the next. The acts read what is so when they are done, so they never change. */
export function useListActs({ sections, shown }: ListInput): List {
  const store = useStore();
  const judge = useJudge();
  const base = useReportGround();
  const navigate = useNavigate({ from: "/$lang/reports/$submissionId" });
  const [open, setOpen] = useState<ReadonlySet<IndicatorCode>>(new Set());
  const [target, setTarget] = useState<{ readonly code: IndicatorCode; readonly place: Place } | null>(null);
  const say = useActWords();
  const now = useRef({ sections, shown, base, store, judge, navigate, say });
  useEffect(() => {
    now.current = { sections, shown, base, store, judge, navigate, say };
  });
  // Where somebody goes beyond what is shown: opened once its section is there.
  const wanted = useRef<IndicatorCode | null>(null);
  useEffect(() => {
    if (target === null) return;
    const { code, place } = target;
    if (goToAnswer(code, place)) return;
    // What the details hold has not come yet: the cursor waits on the line of the answer, and goes on when it is there and nobody has gone elsewhere.
    const from = document.activeElement;
    let isLeft = false;
    void DetailsInside.prepare().then(() => {
      requestAnimationFrame(() => {
        if (!isLeft && document.activeElement === from) goToAnswer(code, place);
      });
    });
    return () => {
      isLeft = true;
    };
  }, [target]);

  const list = useMemo(() => {
    const openAt = (code: IndicatorCode, place: Place = "answer", isOpened = true) => {
      if (isOpened) setOpen((before) => (before.has(code) ? before : new Set([...before, code])));
      setTarget({ code, place });
    };
    /** A proposal is answered at rest; everything else is opened. */
    const landOn = (code: IndicatorCode) => openAt(code, "answer", !hasProposal(code));
    const goTo = (code: IndicatorCode) => {
      const { sections: all, shown: here, navigate: go } = now.current;
      if (here.includes(code)) return landOn(code);
      const section = all.find(({ indicators }) => indicators.some((one) => one.code === code));
      if (section === undefined) return;
      wanted.current = code;
      void go({ search: { section: section.key }, resetScroll: false });
    };
    const close = (code: IndicatorCode) =>
      setOpen((before) => (before.has(code) ? new Set([...before].filter((one) => one !== code)) : before));
    const isMissing = (code: IndicatorCode) =>
      now.current.base.mayEdit(code) && answeredAs(now.current.judge.now().answers.get(code)) === null;
    const order = () => orderOf(now.current);
    const onwards = (from: IndicatorCode) => {
      const next = nextMissing(order(), from, 1, isMissing);
      if (next !== null) return goTo(next);
      now.current.say.noneMissing();
      // Everything is answered: whoever may send the report goes on to the check with the same key.
      const check = document.getElementById("to-check");
      if (check === null) setTarget({ code: from, place: "line" });
      else check.focus();
    };
    const acts: ListActs = {
      open: (code) => openAt(code),
      close: (code) => {
        now.current.store.commit(code);
        close(code);
        setTarget({ code, place: "line" });
      },
      next: (from) => {
        const { store: answers, judge: rules, base: report } = now.current;
        answers.commit(from);
        const entry = answers.entries().get(from);
        // What cannot be read stays under the cursor, with the reason beside it.
        if (entry === undefined || Object.keys(entry.faults).length > 0) return;
        const needed = neededAt(report.catalogue, rules.now(), from);
        const here = document.activeElement?.closest<HTMLElement>("[data-place]")?.dataset.place;
        if (needed !== null && needed !== here) return openAt(from, needed);
        if (entry.queue.trouble === null || entry.queue.trouble.kind === "offline") close(from);
        onwards(from);
      },
      missing: (direction) => {
        const from = document.activeElement?.closest<HTMLElement>("article[data-code]")?.dataset.code ?? null;
        // What was typed before the pointer went to the button is an answer, and not missing.
        now.current.store.commitAll();
        const next = nextMissing(order(), from ?? placeBefore(now.current, direction), direction, isMissing);
        if (next === null) now.current.say.noneMissing();
        else goTo(next);
      },
      choose: (code, level) => {
        const { store: answers, base: report } = now.current;
        const indicator = report.catalogue.indicators.find((one) => one.code === code);
        if (indicator?.levels?.some((one) => one.level === level) !== true) return;
        const isProposal = (document.activeElement?.closest("[data-proposal]") ?? null) !== null;
        if (isProposal) {
          answers.replace(code, "last-round", (draft) => ({ ...draft, level }));
          return acts.next(code);
        }
        answers.edit(code, (draft) => ({ ...draft, level }));
        answers.commit(code);
        document.querySelector<HTMLElement>(`input[name="${CSS.escape(code)}-level"][value="${level}"]`)?.focus();
      },
      details: (code) => openAt(code, "details"),
      undo: () => {
        const undone = now.current.store.undoLast();
        if (undone !== null) now.current.say.undone(undone.restored, undone.kept);
      },
    };
    const toggle = (code: IndicatorCode) =>
      setOpen((before) => {
        const next = new Set(before);
        if (!next.delete(code)) next.add(code);
        return next;
      });
    const arrived = () => {
      const code = wanted.current;
      if (code === null || !now.current.shown.includes(code)) return false;
      wanted.current = null;
      landOn(code);
      return true;
    };
    return { acts, toggle, arrived, landOn };
  }, []);
  return { ...list, open };
}

/** Is a proposal shown at this answer, whose keys stand on its line? */
function hasProposal(code: IndicatorCode): boolean {
  return document.getElementById(code)?.querySelector("[data-proposal]") != null;
}

interface Way {
  readonly sections: readonly Section[];
  readonly shown: readonly IndicatorCode[];
  readonly judge: Judge;
  readonly store: AnswerStore;
}

/** All answers in the order of the catalogue's sections. */
function orderOf({ sections }: Way): readonly IndicatorCode[] {
  return sections.flatMap(({ indicators }) => indicators.map(({ code }) => code));
}

/** With the focus in no answer the way begins at what is shown. */
function placeBefore(way: Way, direction: 1 | -1): IndicatorCode | null {
  const order = orderOf(way);
  const first = way.shown[0];
  if (first === undefined) return null;
  return order[order.indexOf(first) - direction] ?? null;
}

function useActWords() {
  const t = useTexts(lineTexts).undo;
  const bar = useTexts(barTexts);
  const f = useFormat();
  return {
    noneMissing: () => announce(bar.noneMissing),
    undone: (restored: readonly string[], kept: readonly string[]) =>
      announce(
        [restored.length > 0 ? t.done(restored.length) : "", kept.length > 0 ? t.kept(f.list(kept)) : ""]
          .filter(Boolean)
          .join(". "),
      ),
  };
}
