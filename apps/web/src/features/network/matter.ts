import type {
  addTranslation,
  BodyInputOf,
  Contract,
  HeldFile,
  MatterActView,
  MatterHead,
  MatterWordsView,
  replyToMatter,
  SeenView,
  tellSeen,
  withdrawReply,
} from "@avances/contracts";
import type { Visibility } from "@avances/domain/network";
import type { PersonalDetail } from "@avances/domain/text";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call, type Operation, operation } from "#lib/api-client.ts";
import type { KeptFormKind } from "#lib/use-kept-form.ts";

/** Of some kinds the names of people are told only to their own side and to the Secretariat. */
type Named<T extends { readonly byName: string }> = Omit<T, "byName"> & { readonly byName: string | null };

interface Version extends Pick<MatterWordsView, "language" | "subject" | "body"> {
  readonly version: number;
  readonly at: string;
  readonly byName: string | null;
  readonly files: readonly HeldFile[];
}

/** What the shared parts of a page read of a matter, of whatever kind. */
export interface Matter extends Omit<MatterHead, "withdrawn"> {
  readonly withdrawn: { readonly at: string; readonly byName: string | null; readonly reason: string } | null;
  /** To whom it is put; they read it at every level. */
  readonly addressees?: readonly string[];
  readonly words: MatterWordsView;
  readonly files: readonly HeldFile[];
  readonly versions: readonly Version[];
  readonly seen: readonly Named<SeenView>[] | null;
  /** Was it sent with something else, so that it can be shown to nobody less? */
  readonly sentAlong?: boolean | null;
  /** Of a kind to which others may answer: how often they have. */
  readonly heard?: number;
  readonly record: readonly Named<MatterActView>[];
}

/** The acts that every kind has, and what each sends; what is written when it is saved differs by kind. */
interface Sent<Save, Revise> {
  readonly save: Save;
  readonly file: undefined;
  readonly revise: Revise;
  readonly show: { readonly visibility: Visibility; readonly overruled: readonly PersonalDetail[] };
  readonly withdraw: { readonly reason: string; readonly heard: number; readonly overruled: readonly PersonalDetail[] };
}
type ActName = keyof Sent<unknown, unknown>;

export interface Decided<Body> {
  readonly body: Body;
  /** Revision of the matter that the page showed; 0 = there is none yet. */
  readonly revision: number;
  readonly idempotencyKey: string;
}

/** What the shared parts must know of a kind: where its texts are kept while they are typed, and how it is acted on. */
export interface MatterKindActs<Save = never, Revise = never> {
  readonly form: KeptFormKind;
  /** First part of the key of its queries. */
  readonly key: string;
  readonly useAct: <Name extends ActName>(
    matterId: string,
    name: Name,
  ) => UseMutationResult<unknown, Error, Decided<Sent<Save, Revise>[Name]>>;
}

/** What only this kind says in the shared parts. Each is named where it is given: the texts of a page may have others of the same name. */
export interface MatterSays {
  /** What becomes of a draft that is filed, where more than its level decides who reads it. */
  readonly file?: string;
  /** What whoever changes the level must know besides. */
  readonly show?: string;
  readonly withdraw: {
    /** What becomes of what was filed, and of a draft. */
    readonly text: string;
    readonly draftText: string;
  };
  /** Where everybody reads it once everybody may; what is said otherwise is of kinds that stand beside figures. */
  readonly everybody?: string;
  /** Faults that only this kind can have. */
  readonly faults?: Readonly<Record<string, string>>;
}

/**
 * The acts on matters of one kind, from its operations. `key`: of its queries, which are read again after every act, also a refused one: the page
 * then shows what caused it.
 */
export function actsOfKind<Save extends Contract, Revise extends Contract>(
  form: KeptFormKind,
  key: string,
  operations: Readonly<Record<"file" | "show" | "withdraw", Omit<Operation<Contract>, "contract">>> & {
    readonly save: Operation<Save>;
    /** Of a kind of which nothing that was filed is revised there is none. */
    readonly revise?: Operation<Revise>;
  },
): MatterKindActs<BodyInputOf<Save>, BodyInputOf<Revise>> {
  return {
    ...{ form, key },
    useAct: (matterId, name) => {
      const onSettled = useMattersChanged(key);
      return useMutation({
        mutationFn: (act): Promise<unknown> =>
          call(operations[name] as Operation<Contract>, { params: { matterId }, ...act } as never),
        onSettled,
      });
    },
  };
}

/** Reads matters of this kind again. */
export function useMattersChanged(key: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [key] });
}

/** That on which somebody decides: as the page showed it, until something later was looked at. */
export function useDecidedOn(
  { revision, heard = 0 }: Pick<Matter, "revision" | "heard">,
  act: { readonly reset: () => void },
) {
  const [decided, setDecided] = useState({ revision, heard });
  return {
    decidedOn: decided.revision,
    heard: decided.heard,
    onSeen: (seen: number, heardNow = 0) => {
      act.reset();
      setDecided({ revision: seen, heard: heardNow });
    },
  };
}

const seen = operation<typeof tellSeen>("POST", "/matters/:matterId/seen");
const translation = operation<typeof addTranslation>("POST", "/matters/:matterId/translations", { idempotent: true });

/** Words in the other language, of a matter of any kind. `key`: of the queries of its kind. */
export function useTranslate(matterId: string, key: string) {
  const onSettled = useMattersChanged(key);
  return useMutation({
    mutationFn: (act: { readonly body: BodyInputOf<typeof addTranslation>; readonly idempotencyKey: string }) =>
      call(translation, { params: { matterId }, ...act }),
    onSettled,
  });
}

const reply = operation<typeof replyToMatter>("POST", "/matters/:matterId/replies", { idempotent: true });
const takeBack = operation<typeof withdrawReply>("POST", "/matters/:matterId/replies/:replyId/withdraw", {
  idempotent: true,
});

/** Answers a matter of any kind for the own side. `key`: of the queries of its kind. */
export function useReply(matterId: string, key: string) {
  const onSettled = useMattersChanged(key);
  return useMutation({
    mutationFn: (act: { readonly body: BodyInputOf<typeof replyToMatter>; readonly idempotencyKey: string }) =>
      call(reply, { params: { matterId }, ...act }),
    onSettled,
  });
}

/** Takes an answer of the own side back. `key`: of the queries of its kind. */
export function useTakeBack(matterId: string, key: string) {
  const onSettled = useMattersChanged(key);
  return useMutation({
    mutationFn: ({ replyId, idempotencyKey }: { readonly replyId: string; readonly idempotencyKey: string }) =>
      call(takeBack, { params: { matterId, replyId }, idempotencyKey }),
    onSettled,
  });
}

/** Tells the author that the version on screen was seen. Nobody waits for it, and nothing is said when it does not arrive: the next visit tells it. */
export function useNoteSeen(matter: Pick<Matter, "id" | "version"> | undefined): void {
  const { id, version = 0 } = matter ?? {};
  useEffect(() => {
    if (id !== undefined && version > 0)
      call(seen, { params: { matterId: id }, body: { version } }).catch(() => undefined);
  }, [id, version]);
}
