import type { Encoding } from "./encodings.ts";
import { compressAside, type Premade } from "./premade.ts";

/** One encoded form of a reply, with its headers: they are built once and not for each reader. */
export interface Form {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Forms = { identity: Form } & Partial<Record<Exclude<Encoding, "identity">, Form | Promise<Form>>>;

/** The forms are dropped together with their reply. */
const formsOf = new WeakMap<Premade, Forms>();

/** Does it have compressed forms? Pictures and fonts are compressed already and have only one form. */
export function hasForms({ contentType }: Pick<Premade, "contentType">): boolean {
  return /^(?:text|application)\/|svg/.test(contentType);
}

export function formsFor(premade: Premade): Forms {
  let forms = formsOf.get(premade);
  if (forms === undefined) {
    forms = { identity: formOf(premade, "identity", premade.body) };
    if (premade.brotli !== undefined) forms.br = formOf(premade, "br", premade.brotli);
    formsOf.set(premade, forms);
  }
  return forms;
}

function formOf(premade: Premade, encoding: Encoding, bytes: Buffer): Form {
  const { etag, contentType, fileName } = premade;
  const tag = encoding === "identity" ? etag : etag.replace(/"$/, `-${encoding}"`);
  const headers = {
    etag: tag,
    "content-type": contentType,
    ...(hasForms(premade) && { vary: "accept-encoding" }),
    ...(fileName !== undefined && { "content-disposition": `attachment; filename="${fileName}"` }),
    ...(encoding !== "identity" && { "content-encoding": encoding }),
  };
  return { bytes, etag: tag, headers };
}

/** The form in this encoding. If it does not exist yet, it is compressed off the main thread, once for everybody who waits for it. */
export function formIn(premade: Premade, encoding: Encoding): Form | Promise<Form> {
  const forms = formsFor(premade);
  const known = forms[encoding];
  if (known !== undefined || encoding === "identity") return known ?? forms.identity;
  const making = compressAside(premade.body, encoding).then(
    (bytes) => {
      const form = formOf(premade, encoding, bytes);
      forms[encoding] = form;
      return form;
    },
    (error: unknown) => {
      delete forms[encoding];
      throw error;
    },
  );
  forms[encoding] = making;
  return making;
}
