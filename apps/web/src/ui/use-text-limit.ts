import { textLength } from "@avances/domain/text";
import { type ReactNode, useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { uiTexts } from "./ui.texts.ts";

interface TextLimit {
  /** How much of the limit is used, once the text comes near it; null before. */
  readonly counter: ReactNode;
  /** In words, when the text is longer than the limit. */
  readonly tooLong: string | undefined;
}

/** From this share of the limit on, the counter is shown. */
const nearShare = 0.9;

/**
 * Nothing typed is cut: a text may be longer than its limit in the field, is counted, and is refused in words. The form refuses it too,
 * because the field is then invalid for the browser; a form that checks by itself (`noValidate`) asks `isTooLong`.
 */
export function useTextLimit(field: string, value: unknown, limit: number | undefined): TextLimit {
  const t = useTexts(uiTexts);
  const f = useFormat();
  const length = limit === undefined ? 0 : textLength(String(value ?? ""));
  const most = limit ?? 0;
  const used = t.used(f.number(length), f.number(most));
  const tooLong = length > most ? t.tooLong(f.number(length - most), used) : undefined;
  useEffect(() => {
    const control = document.getElementById(field);
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
      control.setCustomValidity(tooLong ?? "");
    }
  }, [field, tooLong]);
  const isNear = limit !== undefined && length > limit * nearShare;
  return { counter: isNear && tooLong === undefined ? used : null, tooLong };
}
