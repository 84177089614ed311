/** Why a text is no XML that we take. */

export type XmlFault =
  /** Neither UTF-8 nor UTF-16, or bytes that are not what the encoding promises. */
  | "encoding"
  /** A document type: it could define entities, and no Open XML part may have one. */
  | "doctype"
  /** Not well-formed, or a prefix without a namespace. */
  | "malformed"
  /** Elements deeper in each other than any Open XML part has them. */
  | "depth";

export class XmlError extends Error {
  readonly kind: XmlFault;

  constructor(kind: XmlFault, message: string) {
    super(message);
    this.name = "XmlError";
    this.kind = kind;
  }
}
