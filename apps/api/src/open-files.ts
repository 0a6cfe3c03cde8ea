import { clamdScanner, folderStore, noScanner } from "@avances/files";
import type { ApiConfig } from "./config.ts";
import type { Files } from "./deps.ts";

/** The store and the scanner that the settings name. Nothing is opened or made before it is used. */
export function openFiles({ filesDir, fileScanner }: Pick<ApiConfig, "filesDir" | "fileScanner">): Files {
  return { store: folderStore(filesDir), scanner: fileScanner ? clamdScanner(fileScanner) : noScanner };
}
