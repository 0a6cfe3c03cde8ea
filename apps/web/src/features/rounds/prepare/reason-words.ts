import type { OpeningReason } from "@avances/domain/round";
import type { Language } from "#i18n/language.ts";
import type { useFormat } from "#lib/format.ts";
import { prepareTexts } from "./prepare.texts.ts";

interface Words {
  readonly f: Pick<ReturnType<typeof useFormat>, "list" | "compare">;
  readonly nameOf: (country: string) => string;
  readonly stepName: (step: string) => string;
}

/** Why the round cannot be opened, in a sentence that says what to do. */
export function reasonWords(lang: Language, reason: OpeningReason, { f, nameOf, stepName }: Words): string {
  const t = prepareTexts[lang].reason;
  // By their names: the codes of some begin otherwise.
  const names = (codes: readonly string[]) => f.list(codes.map(nameOf).sort(f.compare));
  switch (reason.why) {
    case "catalogue-untranslated":
      return t["catalogue-untranslated"](reason.count, prepareTexts[lang].language[reason.language]);
    case "no-contact":
      return t["no-contact"](names(reason.countries));
    case "no-signer":
      return t["no-signer"](names(reason.countries));
    case "no-holder":
      return t["no-holder"](
        prepareTexts[lang].audience[reason.audience],
        reason.countries.length === 0 ? null : names(reason.countries),
        f.list(reason.steps.map(stepName)),
      );
    case "year-wrong":
    case "year-taken":
    case "catalogue-unseen":
    case "opening-missing":
    case "opening-past":
    case "opening-announced":
    case "opening-other-year":
    case "due-missing":
    case "due-before-opening":
    case "due-past":
    case "due-too-far":
    case "group-unknown":
    case "group-empty":
    case "no-country":
    case "mails-unseen":
      return t[reason.why];
  }
}
