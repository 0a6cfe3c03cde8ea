/**
 * Telephone numbers are kept as E.164: a plus sign, the country's calling code and the number, 8 to 15 digits in all, so that a press dials
 * them from anywhere. Whether a number exists only a call can tell.
 */
export const telephonePattern = /^\+[1-9]\d{7,14}$/;

/** Longest text that is looked at: the digits with the signs that people write between them. */
export const telephoneLength = 40;

/** What a person typed, as E.164; null = not a number with its country's code. `00` in front is the plus sign of many telephones. */
export function telephoneOf(text: string): string | null {
  if (text.length > telephoneLength) return null;
  const digits = text
    .trim()
    .replace(/^00/, "+")
    .replace(/[\s()./\u00a0\u2010-\u2013-]/g, "");
  return telephonePattern.test(digits) ? digits : null;
}

/** How its parts are read aloud: the lengths of the groups after the calling code. */
const groupsOf: Readonly<Record<string, readonly number[]>> = {
  "1": [3, 3, 4],
  "52": [2, 4, 4],
  "501": [3, 4],
  "502": [4, 4],
  "503": [4, 4],
  "504": [4, 4],
  "505": [4, 4],
  "506": [4, 4],
  "507": [4, 4],
};

/** `+50622223333` as people read it: `+506 2222 3333`; a number of another length or country as it is kept. */
export function telephoneInWords(number: string): string {
  const digits = number.slice(1);
  const code = Object.keys(groupsOf).find((one) => {
    const length = groupsOf[one]?.reduce((sum, group) => sum + group, one.length);
    return digits.startsWith(one) && digits.length === length;
  });
  if (code === undefined) return number;
  let at = code.length;
  const parts = (groupsOf[code] ?? []).map((length) => {
    at += length;
    return digits.slice(at - length, at);
  });
  return [`+${code}`, ...parts].join(" ");
}
