import type { BodyInputOf, HeldFile, replyToMatter } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { type ReplyKind, replyKinds } from "@avances/domain/network";
import { type PersonalDetail, textLimits } from "@avances/domain/text";
import { useRef, useState } from "react";
import { useLanguage } from "#i18n/language.ts";
import { isListOf, isNullOr, isNumber, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { type KeptForm, type KeptFormKind, useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { RadioGroup, TextArea } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";

interface Typed {
  readonly said: ReplyKind;
  readonly text: string;
  readonly files: readonly HeldFile[];
}

const isFile = isShape<HeldFile>({
  ...{ id: isText, name: isText, mediaType: isText, bytes: isNumber, language: isNullOr(isOneOf(languages)) },
});
const nothing: Typed = { said: "reply", text: "", files: [] };
const isTyped = isShape({ said: isOneOf(replyKinds), text: isText, files: isListOf(isFile) });

interface TypedReply {
  readonly form: KeptForm<Typed>;
  /** Sending was tried, and an answer in words has none. */
  readonly isMissing: boolean;
  readonly addFiles: (next: (files: readonly HeldFile[]) => readonly HeldFile[]) => void;
  /** How many files are on their way: until they are there nothing is sent. */
  readonly setUnderWay: (files: number) => void;
  readonly send: (overruled: readonly PersonalDetail[]) => void;
}

interface Replying {
  readonly kind: KeptFormKind;
  readonly matterId: string;
  readonly act: {
    readonly isPending: boolean;
    readonly mutateAsync: (act: {
      readonly body: BodyInputOf<typeof replyToMatter>;
      readonly idempotencyKey: string;
    }) => Promise<unknown>;
  };
  readonly onSent: () => void;
}

/** An answer to a matter as it is typed, in the language of the page, and kept until it is sent. */
export function useTypedReply({ kind, matterId, act, onSent }: Replying): TypedReply {
  const language = useLanguage();
  const form = useKeptForm({ form: kind, of: [matterId, "reply"], empty: nothing, guard: isTyped });
  const { isTried, attempt } = useSending(form, act);
  const [underWay, setUnderWay] = useState(0);
  // A file may arrive long after it was chosen: it is added to what the form is then.
  const files = useRef(form.value.files);
  files.current = form.value.files;
  const { said, text } = form.value;
  const isNothing = said === "no_comment";
  const isEmpty = !isNothing && text.trim() === "";
  return {
    form,
    isMissing: isTried && isEmpty,
    addFiles(next) {
      files.current = next(files.current);
      form.change({ files: files.current });
    },
    setUnderWay,
    send: (overruled) =>
      attempt(
        isEmpty || underWay > 0
          ? null
          : {
              body: {
                ...{ said, language, text: isNothing ? "" : text, overruled: [...overruled] },
                files: isNothing ? [] : form.value.files.map((one) => ({ fileId: one.id, language: one.language })),
              },
            },
        onSent,
      ),
  };
}

interface ReplyFieldsProps {
  readonly reply: TypedReply;
  readonly says: {
    readonly said: string;
    readonly kinds: Readonly<Record<ReplyKind, string>>;
    readonly text: string;
    readonly textHelp?: string;
    readonly missing: string;
  };
}

/** The fields of an answer: in words, with files, or that there is no comment. */
export function ReplyFields({ reply: { form, isMissing, addFiles, setUnderWay }, says }: ReplyFieldsProps) {
  const { said, text, files } = form.value;
  return (
    <>
      <RadioGroup
        name="said"
        layout="inline"
        label={says.said}
        choices={replyKinds.map((value) => ({ value, label: says.kinds[value] }))}
        value={said}
        onChange={(value) => form.change({ said: value })}
      />
      {said === "no_comment" ? null : (
        <>
          <TextArea
            label={says.text}
            help={says.textHelp}
            rows={6}
            limit={textLimits.matterReply}
            value={text}
            error={isMissing ? says.missing : undefined}
            onChange={({ target }) => form.change({ text: target.value })}
          />
          <FileField value={files} onChange={addFiles} onUnderWay={setUnderWay} />
        </>
      )}
    </>
  );
}
