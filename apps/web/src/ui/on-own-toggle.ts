import type { ToggleEvent } from "react";

/**
 * For `onToggle` of a `<details>`: whether it is open now. The browser's event does not bubble, but React tells it to every `<details>` around
 * as well, which would take what another one did for its own.
 */
export function onOwnToggle(act: (isOpen: boolean) => void) {
  return ({ target, currentTarget }: ToggleEvent<HTMLDetailsElement>): void => {
    if (target === currentTarget) act(currentTarget.open);
  };
}
