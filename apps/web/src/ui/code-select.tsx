import { Select } from "./field.tsx";

interface CodeSelectProps<Code extends string> {
  readonly label: string;
  /** The words for "all". */
  readonly all: string;
  readonly value: Code | undefined;
  readonly options: readonly { readonly code: Code; readonly text: string }[];
  /** Undefined = all. */
  readonly onChoose: (code: Code | undefined) => void;
  readonly disabled?: boolean;
  /** As in the address. */
  readonly name: string;
}

/** Chooses one of a list of coded things, or all of them. */
export function CodeSelect<Code extends string>({
  label,
  all,
  value,
  options,
  onChoose,
  disabled = false,
  name,
}: CodeSelectProps<Code>) {
  return (
    <Select
      label={label}
      name={name}
      value={value ?? ""}
      disabled={disabled}
      onChange={({ target }) => onChoose(options.find(({ code }) => code === target.value)?.code)}
    >
      <option value="">{all}</option>
      {options.map(({ code, text }) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </Select>
  );
}
