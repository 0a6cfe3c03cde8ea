import { acceptedEncodings, type Encoding } from "./encodings.ts";
import { compressAside, type Premade } from "./premade.ts";

/** One encoded form of a reply, with its headers: they are built once and not for each reader. */
export interface Form {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Those of them that "not modified" repeats. */
  readonly notModified: Readonly<Record<string, string>>;
}

type Forms = { identity: Form } & Partial<Record<Exclude<Encoding, "identity">, Form | Promise<Form>>>;

/** The forms are dropped together with their reply. */
const formsOf = new WeakMap<Premade, Forms>();

/** Of every reply whose form follows from what the reader accepts, a refusal too. */
export const varies = { vary: "accept-encoding" } as const;

/** Does it have compressed forms? Pictures and fonts are compressed already and have only one form. */
function hasForms({ contentType }: Pick<Premade, "contentType">): boolean {
  return /^(?:text|application)\/|svg/.test(contentType);
}

function formsFor(premade: Premade): Forms {
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
  const vary = hasForms(premade) ? varies : {};
  const headers = {
    etag: tag,
    "content-type": contentType,
    ...vary,
    ...(fileName !== undefined && { "content-disposition": `attachment; filename="${fileName}"` }),
    ...(encoding !== "identity" && { "content-encoding": encoding }),
  };
  return { bytes, etag: tag, headers, notModified: { etag: tag, ...vary } };
}

/** The form in this encoding. If it does not exist yet, it is compressed off the main thread, once for everybody who waits for it. */
function formIn(premade: Premade, encoding: Encoding): Form | Promise<Form> {
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

/**
 * The form that a reader prefers by their `Accept-Encoding`; null when they accept none. If compression does not make it smaller, the plain
 * form, for readers who accept that.
 */
export function chooseForm(premade: Premade, acceptEncoding: string | undefined): Form | null | Promise<Form> {
  const { identity } = formsFor(premade);
  if (!hasForms(premade)) return identity;
  const accepted = acceptedEncodings(acceptEncoding);
  const [best] = accepted;
  if (best === undefined) return null;
  const smaller = (form: Form) =>
    form.bytes.length < premade.body.length || !accepted.includes("identity") ? form : identity;
  const form = formIn(premade, best);
  return form instanceof Promise ? form.then(smaller) : smaller(form);
}
