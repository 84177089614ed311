/** A ZIP that holds one table, as the GENESIS services answer: the table is unpacked as it is read, within limits. */

import { error, type Diagnostic, type Outcome } from "../source/diagnostic.ts";
import { archiveDamaged, archiveOfSeveral, archiveTooLarge, archiveWithoutTable } from "../source/messages/update-file.ts";
import { spanOf, toSource } from "../source/source.ts";
import { openZip, ZipError, type ZipListing } from "../targets/pptx/zip/read.ts";

const megabyte = 1_000_000;

/** What an archive may hold. */
export interface ArchiveLimits {
  readonly files: number;
  /** Bytes of the table, unpacked. */
  readonly size: number;
  /** How many times its packed size a table may have beyond the first megabyte. */
  readonly ratio: number;
}

/** Real tables pack 3 to 33 times (measured on a dozen answers); thousands of equal rows may reach more, a bomb has 1,000 times. */
export const archiveLimits: ArchiveLimits = { files: 100, size: 512 * megabyte, ratio: 400 };

/** The one table of an archive. */
export interface Archived {
  /** Its name in the archive, without folders. */
  readonly name: string;
  /** Throws {@link ZipError} where the content contradicts the archive's directory: see {@link archiveFault}. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Whether a file is a ZIP by its first bytes. An empty archive begins with its end. */
export function isZip(beginning: Uint8Array): boolean {
  return beginning[0] === 0x50 && beginning[1] === 0x4b && (beginning[2] === 3 || beginning[2] === 5 || beginning[2] === 7);
}

/**
 * Looks into a ZIP.
 *
 * @param name of the file, for people
 * @returns the table in it, or `workbook` where the ZIP is itself a spreadsheet
 */
export async function openArchive(
  bytes: Uint8Array,
  name: string,
  limits: ArchiveLimits = archiveLimits,
): Promise<Outcome<Archived | "workbook">> {
  let listing: ZipListing;
  try {
    listing = await openZip(bytes, Math.max(limits.files, mostParts));
  } catch (reason) {
    if (reason instanceof ZipError) return refused(archiveFault(reason, name, limits));
    throw reason;
  }
  const files = [...listing.files.keys()];
  if (listing.files.has("[Content_Types].xml")) return { value: "workbook", diagnostics: [] };
  if (files.length > limits.files) return refused(fault(name, archiveDamaged(name, "too-many-files")));
  const tables = files.filter((path) => isTable(path));
  const [table] = tables;
  if (table === undefined) return refused(fault(name, archiveWithoutTable(name, files)));
  if (tables.length > 1) return refused(fault(name, archiveOfSeveral(name, tables)));
  const { size, packedSize } = listing.files.get(table) ?? { size: 0, packedSize: 0 };
  const bomb = size > limits.size || size > packedSize * limits.ratio + megabyte;
  if (bomb) return refused(fault(name, archiveTooLarge(name, Math.floor(limits.size / megabyte))));
  return { value: { name: table.slice(table.lastIndexOf("/") + 1), chunks: listing.stream(table) }, diagnostics: [] };
}

/** Spreadsheets have a part for each sheet, picture and comment. */
const mostParts = 5000;

/** By the ending, without what macOS and Windows put beside files. */
function isTable(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const besides = path.startsWith("__MACOSX/") || name.startsWith(".") || /^(?:liesmich|readme|lizenz|licen[cs]e)\b/iu.test(name);
  return !besides && /\.(?:csv|tsv|txt|xlsx|xlsm|json|ya?ml)$/iu.test(name);
}

/** What a damaged archive says, while it is opened or while its table is read. */
export function archiveFault(reason: ZipError, name: string, limits: ArchiveLimits = archiveLimits): Diagnostic {
  const { kind } = reason;
  if (kind === "too-large") return fault(name, archiveTooLarge(name, Math.floor(limits.size / megabyte)));
  return fault(name, archiveDamaged(name, kind === "no-zip" ? "damaged" : kind));
}

function fault(name: string, words: Parameters<typeof error>[1]): Diagnostic {
  return error(spanOf(toSource(name, ""), 0, 0), words);
}

function refused(diagnostic: Diagnostic): Outcome<never> {
  return { value: undefined, diagnostics: [diagnostic] };
}
