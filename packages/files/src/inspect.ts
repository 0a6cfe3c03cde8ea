import type { ContentFault, FileType } from "@avances/domain/network";
import { inspectCsv } from "./inspect-csv.ts";
import { inspectOffice } from "./inspect-office.ts";
import { inspectPdf } from "./inspect-pdf.ts";

/** Is the content of the kind that its name says, and nothing that acts by itself? Null = yes. What it cannot see: docs/files.md. */
export async function inspect(content: Buffer, type: FileType): Promise<ContentFault | null> {
  switch (type) {
    case "pdf":
      return inspectPdf(content);
    case "docx":
    case "xlsx":
      return content.subarray(0, 4).toString("latin1") === "PK\u0003\u0004"
        ? inspectOffice(content, type)
        : "not_what_it_says";
    case "csv":
      return inspectCsv(content);
    default:
      return type satisfies never;
  }
}
