import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import { useTexts } from "#i18n/i18n.ts";
import styles from "./dialog.module.css";
import { uiTexts } from "./ui.texts.ts";

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** The buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean | undefined;
  readonly children: ReactNode;
}

/**
 * The browser's own dialog: keeps focus inside, returns it, closes with Escape. Its content exists only while it is open.
 *
 * Browsers report a closing one frame late (`close`), and a background tab may have no frame for a long time. By then the dialog may have
 * been opened again for something else, and the event would be about the past. So Escape is handled here, before that event.
 */
export function Dialog({ open, onClose, title, actions, wide = false, children }: DialogProps) {
  const t = useTexts(uiTexts);
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) {
      dialog.showModal();
      // The main button may have the focus, and is in sight in any case: what is read first is the beginning.
      if (document.activeElement?.closest("[data-actions]") != null) dialog.scrollTo(0, 0);
    }
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  // Taken out of the page while it is open, it would leave the focus nowhere. Closed first, it gives the focus back to where it came from.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        if (event.target === event.currentTarget && open && !event.currentTarget.open) onClose();
      }}
    >
      {open ? (
        <>
          <div className={styles.head}>
            <h2 id={id}>{title}</h2>
            <button type="button" className={styles.close} onClick={onClose} aria-label={t.close}>
              <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
                <path d="m2 2 10 10M12 2 2 12" stroke="currentColor" strokeWidth="1.8" />
              </svg>
            </button>
          </div>
          <div className={styles.body}>{children}</div>
          {actions ? (
            <div className={styles.actions} data-actions>
              {actions}
            </div>
          ) : null}
        </>
      ) : null}
    </dialog>
  );
}

/** `ref={firstFocus}` on the first field of a dialog; without it the focus is on the closing cross. */
export function firstFocus(element: HTMLElement | null): void {
  element?.setAttribute("autofocus", "");
  element?.focus();
}
