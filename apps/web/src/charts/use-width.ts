import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** A4 upright within the margins of `styles/print.css`; Letter is a little wider. */
const paperWidth = 688;

/**
 * Width of an element in whole pixels, updated as it changes. Charts get a fixed width from it (never a responsive container,
 * which prints empty). Before the first measurement: `initial`. A sheet of paper is laid out without telling any observer, so before
 * printing the width is that of the sheet: a drawing for a wide screen would be shrunk with its texts, or cut off.
 */
export function useWidth<E extends HTMLElement>(initial: number): [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const now = Math.floor(element.getBoundingClientRect().width);
      if (now > 0) setWidth(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const forPaper = () => flushSync(() => setWidth(paperWidth));
    window.addEventListener("beforeprint", forPaper);
    window.addEventListener("afterprint", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", forPaper);
      window.removeEventListener("afterprint", measure);
    };
  }, []);
  return [ref, width];
}
