import { telephoneInWords } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { phoneTexts } from "./phone.texts.ts";

/** A number (E.164) that a press dials, as it is read aloud. */
export function PhoneLink({ name, phone }: { readonly name: string; readonly phone: string }) {
  const t = useTexts(phoneTexts);
  const words = telephoneInWords(phone);
  return (
    <a href={`tel:${phone}`} aria-label={t.call(name, words)}>
      {words}
    </a>
  );
}
