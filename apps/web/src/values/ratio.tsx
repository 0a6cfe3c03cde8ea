import { shownCount } from "./shown-count.tsx";
import type { ValueWords } from "./value-words.ts";

export const ratioWords: ValueWords<"ratio"> = {
  isFigure: true,
  words({ numerator, denominator }, { f, texts }) {
    if (numerator === null && denominator === null) return texts.blank;
    const number = (part: number | null) => (part === null ? texts.blank : f.number(part));
    const share = numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
    return texts.of(number(numerator), number(denominator), share === null ? "" : f.percent(share));
  },
  cell({ numerator, denominator, percent }, { f, compact }) {
    const share = typeof percent === "number" ? f.percent(percent / 100) : shownCount("s", f);
    if (compact) return share;
    return (
      <>
        {share}{" "}
        <span className="small quiet">
          ({shownCount(numerator, f)} / {shownCount(denominator, f)})
        </span>
      </>
    );
  },
};
