/** Source text as the author wrote it, and places in it. Every node of every stage keeps its {@link Span}. */

/** One text file. `text` has LF line ends and no byte order mark; `path` is relative to the project, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** Where `text` is a piece of a file too large to be kept: the line of the file on which it begins, from 1. */
  readonly firstLine?: number;
}

/** A place in a source: UTF-16 offsets into `source.text`, `end` exclusive. Line and column are worked out when spoken. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A place as a person counts it: line and column from 1, column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Makes a source of a file's decoded content: drops the byte order mark, turns CRLF and CR into LF. */
export function toSource(path: string, content: string): Source {
  const text = content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
  return { path: path.replaceAll("\\", "/"), text: text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text };
}

export function spanOf(source: Source, start: number, end: number): Span {
  return { source, start, end };
}

/** Line and column of an offset. Linear in the offset: only called where a place is shown to a person. */
export function positionAt(source: Source, offset: number): Position {
  const before = source.text.slice(0, offset);
  const lastBreak = before.lastIndexOf("\n");
  let line = source.firstLine ?? 1;
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) line++;
  return { line, column: offset - lastBreak };
}
