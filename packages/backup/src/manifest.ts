import { z } from "zod";

const name = z.string().min(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Nothing else becomes part of a path when a backup is restored. */
const fileKey = z.string().regex(/^[0-9a-f]{32}$/);
const table = z.object({ schema: name, name, columns: z.array(name) });

/** `about.json`, the first entry: what the backup contains, known before a single row is read. */
export const AboutSchema = z.object({
  product: z.literal("avances"),
  /** 1: without files. */
  format: z.literal([1, 2]),
  createdAt: z.iso.datetime(),
  postgres: name,
  /** Hashes of the migrations the database had, in order: they identify its schema. */
  migrations: z.array(name).min(1),
  /** In an order in which they can be loaded: a table comes after the tables it refers to. */
  tables: z.array(table),
});
export type About = z.output<typeof AboutSchema>;
export type BackupTable = About["tables"][number];

/** `secrets.json`: secrets of the instance by name, without those that belong to its server. */
export const SecretsSchema = z.record(name, z.string().min(1));
export type KeptSecrets = z.output<typeof SecretsSchema>;

/** `manifest.json`, the last entry: what must have come before it. */
export const ManifestSchema = z.object({
  about: sha256,
  secrets: sha256,
  tables: z.array(table.omit({ columns: true }).extend({ rows: z.int().min(0), bytes: z.int().min(0), sha256 })),
  /** Files that people added, in the order of the archive. Absent in format 1. */
  files: z.array(z.object({ key: fileKey, bytes: z.int().min(0), sha256 })).default([]),
  /** The last value each sequence gave; null = none yet. */
  sequences: z.array(z.object({ schema: name, name, value: z.string().regex(/^\d+$/).nullable() })),
});
export type Manifest = z.output<typeof ManifestSchema>;
export type BackupFile = Manifest["files"][number];

/** The entry of a file in the archive. */
export const nameOfFile = (key: string) => `files/${key}`;

/** The key of the file that this entry is; null = it is something else. */
export function keyOfEntry(name: string): string | null {
  const key = name.startsWith("files/") ? name.slice("files/".length) : "";
  return fileKey.safeParse(key).success ? key : null;
}

/** The folder of a table in the archive; its rows are in `000001.copy`, `000002.copy` … */
export function folderOf({ schema, name }: Pick<BackupTable, "schema" | "name">): string {
  return `tables/${schema}.${name}/`;
}
