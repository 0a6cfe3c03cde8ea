import type { VoiceView } from "@avances/contracts";
import type { Participant } from "@avances/domain/reference";
import { useTexts } from "#i18n/i18n.ts";
import { MatterActs, type OwnAct } from "../matter-acts.tsx";
import { AssessForm, LinkForm, ReplyForm, TakeForm } from "./answer-forms.tsx";
import { voiceActs } from "./voice-queries.ts";
import { voicesTexts } from "./voices.texts.ts";

export interface VoiceFormProps {
  readonly voice: VoiceView;
  readonly participants: readonly Participant[];
  readonly nameOf: (code: string) => string;
  readonly onDone: () => void;
}

/** What this person may do with it now: change it as its own side, or answer it as another. */
export function VoiceActs({ voice, participants, nameOf }: Omit<VoiceFormProps, "onDone">) {
  const t = useTexts(voicesTexts);
  const { may } = voice;
  const hasAnswered = voice.stances.some(({ participant }) => participant === voice.side);
  const take =
    voice.kind === "contribution"
      ? { first: t.take.note, anew: t.take.noteAnew }
      : { first: t.take.act, anew: t.take.anew };
  const given = { voice, participants, nameOf };
  const others: readonly (OwnAct & { readonly isOffered: boolean })[] = [
    {
      ...{ name: "take", label: take[hasAnswered ? "anew" : "first"] },
      ...{ isOffered: may.take.length > 0, form: (onDone) => <TakeForm {...given} onDone={onDone} /> },
    },
    {
      ...{ name: "assess", label: t.assess.act, isOffered: may.assess.length > 0 },
      form: (onDone) => <AssessForm {...given} onDone={onDone} />,
    },
    {
      ...{ name: "reply", label: t.reply.act, isOffered: may.reply, isWide: true },
      form: (onDone) => <ReplyForm {...given} onDone={onDone} />,
    },
    {
      ...{ name: "link", label: t.about.act, isOffered: may.link, isWide: true },
      form: (onDone) => <LinkForm {...given} onDone={onDone} />,
    },
  ];
  return (
    <MatterActs
      matter={voice}
      nameOf={nameOf}
      kind={voiceActs}
      says={{ withdraw: { text: t.withdraw[voice.kind], draftText: t.withdraw.draftText }, faults: t.faults }}
      room={voice.kind === "contribution" ? "contributions" : "recommendations"}
      mayWrite={may.write}
      others={others.filter(({ isOffered }) => isOffered)}
    />
  );
}
