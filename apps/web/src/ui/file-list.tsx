import type { HeldFile } from "@avances/contracts";
import { languageFacts } from "@avances/domain/catalogue";
import { fileTypeOf } from "@avances/domain/network";
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
              ...(language === null ? [] : [languageFacts[language].name]),
            ].join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
