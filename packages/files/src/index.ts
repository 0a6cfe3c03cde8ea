export { type Bucket, BucketFull, bucketStore } from "./bucket-store.ts";
export { type Draft, type FileStore, type OpenedFile, StoreAway, StoreFull, TooManyBytes } from "./file-store.ts";
export { folderStore } from "./folder-store.ts";
export { inspect } from "./inspect.ts";
export { clamdScanner, noScanner, type Scanner, ScannerAway, type Verdict } from "./scan.ts";
