import type { Release } from "./dataset.ts";

/** What an office says of the values of a release, German. */
export const statusWords: Readonly<Record<Release["status"], string>> = {
  final: "endgültig",
  preliminary: "vorläufig",
  corrected: "berichtigt",
  estimated: "geschätzt",
};

/** Nothing of final values: they are what everybody expects. */
export function statusToTell(status: Release["status"]): string | undefined {
  return status === "final" ? undefined : statusWords[status];
}
