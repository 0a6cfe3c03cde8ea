import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { FileReply } from "#http/handler.ts";
import { type GetReceipt, readReceipt } from "./get-receipt.ts";
import { receiptDocument } from "./receipt-file/receipt-words.ts";

interface GetReceiptFile extends GetReceipt {
  /** If absent, the working language of the country. */
  readonly language?: Language | undefined;
}

/** How the file is called in each language. */
const fileNames: Readonly<Record<Language, string>> = { en: "receipt", es: "constancia" };

/** The receipt of a submitted version as a PDF, the same bytes each time; `not-found` when there is no such version. */
export async function getReceiptFile(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference" | "config">,
  actor: Actor,
  { language: wanted, ...which }: GetReceiptFile,
): Promise<FileReply> {
  allow(actor, "receipt.download");
  const now = deps.clock.now();
  const receipt = await deps.db.asActor(actor, (tx) => readReceipt(tx, deps, actor, "receipt.download", which, now));
  const country = found(deps.reference.countries.find(({ alpha3 }) => alpha3 === receipt.country));
  const language = wanted ?? country.workingLanguage;
  const { submissionId, version, year } = receipt;
  const document = receiptDocument(
    {
      receipt,
      country,
      isDemonstration: deps.config.demonstration,
      address: `${deps.config.publicUrl}/${language}/reports/${submissionId}/receipt?version=${version}`,
    },
    language,
  );
  // Loaded when the first receipt is asked for: a start does not wait for a library that few requests need.
  const { drawReceipt } = await import("./receipt-file/draw-receipt.ts");
  const bytes = await drawReceipt(document, new Date(receipt.submittedAt));
  return new FileReply(bytes, `${receipt.country}-${year}-${version}-${fileNames[language]}.pdf`);
}
