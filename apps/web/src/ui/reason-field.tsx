import { shortestActReason, textLimits } from "@avances/domain/text";
import { TextArea } from "./field.tsx";

interface ReasonFieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly value: string;
  /** Shown after an attempt with too few words. */
  readonly tooShort: string;
  readonly isTried: boolean;
  readonly onChange: (reason: string) => void;
}

/** Why the Secretariat does an act: recorded with it, and shown to the people concerned. `isActReason` decides whether it is enough. */
export function ReasonField({ label, help, value, tooShort, isTried, onChange }: ReasonFieldProps) {
  return (
    <TextArea
      label={label}
      help={help}
      rows={3}
      limit={textLimits.actReason}
      value={value}
      error={isTried && value.trim().length < shortestActReason ? tooShort : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
