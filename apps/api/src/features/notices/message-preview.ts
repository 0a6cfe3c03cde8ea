import type { Language } from "@avances/domain/catalogue";
import { withoutLink } from "@avances/notices";

/** A message as the secretariat reads it: without the link that belongs to its addressee. */
export function withoutItsLink<M extends { readonly bodyText: string; readonly language: Language }>(message: M): M {
  return { ...message, bodyText: withoutLink(message.bodyText, message.language) };
}
