import { shortestActReason, textLimits } from "@avances/domain/text";
import { TextArea } from "#ui/field.tsx";

interface ReasonFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  /** Said once it was tried with too few words. */
  readonly tooShort: string;
  readonly isTried: boolean;
  readonly onChange: (reason: string) => void;
}

/** Why an act of the Secretariat is done: kept with it, and shown to whom it concerns. Whether it may go is `isActReason`. */
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
