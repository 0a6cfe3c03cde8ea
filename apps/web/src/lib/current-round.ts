/** The round under way: the newest that has opened; before any has, the newest. `rounds` newest first, `today` as `yyyy-mm-dd`. */
export function currentRound<T extends { readonly opensOn: string }>(
  rounds: readonly T[],
  today: string,
): T | undefined {
  return rounds.find(({ opensOn }) => opensOn <= today) ?? rounds[0];
}
