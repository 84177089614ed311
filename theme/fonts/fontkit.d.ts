/** The part of fontkit that tests use; it brings no types. */
declare module "fontkit" {
  export interface Face {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly characterSet: readonly number[];
    glyphForCodePoint(code: number): { readonly advanceWidth: number; readonly path: { readonly bbox: { readonly width: number } } };
  }

  export function create(file: Uint8Array): Face;
}
