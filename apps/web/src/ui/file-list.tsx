import type { HeldFile } from "@avances/contracts";
import { languageLabel } from "@avances/domain/catalogue";
import { fileTypeOf } from "@avances/domain/network";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import styles from "./file-list.module.css";

interface FileListProps {
  readonly files: readonly HeldFile[];
  /** Where their bytes are: `/public` for what everybody may fetch. */
  readonly from?: "/public";
}

/** Files that something holds, as links: each is kept by the browser, never shown by the portal. */
export function FileList({ files, from }: FileListProps) {
  const f = useFormat();
  const lang = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files}>
      {files.map(({ id, name, bytes, language }) => (
        <li key={id}>
          <a href={`/api/v1${from ?? ""}/files/${id}/content`} download={name}>
            {name}
          </a>{" "}
          <span className="quiet small">
            {[
              fileTypeOf(name)?.toUpperCase(),
              f.bytes(bytes),
              ...(language === null ? [] : [languageLabel(language, lang)]),
            ].join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
