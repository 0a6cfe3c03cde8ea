import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import styles from "./review-desk.module.css";

/** Remarks between the country and the Secretariat on this answer. The country's internal remarks are never sent here. */
export function DeskThread({ code }: { readonly code: string | null }) {
  const t = useTexts(deskTexts).answer;
  const f = useFormat();
  const { view } = useDesk();
  const notes = view.comments.filter(({ indicatorCode, audience }) => indicatorCode === code && audience === "shared");
  if (notes.length === 0) return null;
  return (
    <Disclosure summary={t.thread(notes.length)} open>
      <ul className={styles.thread}>
        {notes.map(({ id, authorName, createdAt, version, body }) => (
          <li key={id}>
            <p className="small">
              <b>{authorName}</b>{" "}
              <span className="quiet">
                · {f.instant(createdAt)} · {t.version(String(version))}
              </span>
            </p>
            <p className={styles.said}>{body}</p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
