import { bucketStore, clamdScanner, folderStore, noScanner } from "@avances/files";
import type { ApiConfig } from "./config.ts";
import type { Files } from "./deps.ts";

/** The store and the scanner that the settings name. Nothing is opened or made before it is used. */
export function openFiles({
  filesDir,
  filesBucket,
  fileScanner,
}: Pick<ApiConfig, "filesDir" | "filesBucket" | "fileScanner">): Files {
  const folder = folderStore(filesDir);
  const store = filesBucket === undefined ? folder : bucketStore(filesBucket, folder);
  return { store, scanner: fileScanner ? clamdScanner(fileScanner) : noScanner };
}
