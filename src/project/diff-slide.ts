export function slideOf(_: unknown): string {
  return "";
}
