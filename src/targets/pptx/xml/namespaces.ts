/** The namespaces of Open XML, each with the prefix that trees use for it. */

export const namespaces = {
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  p: "http://schemas.openxmlformats.org/presentationml/2006/main",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  c: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  pic: "http://schemas.openxmlformats.org/drawingml/2006/picture",
  mc: "http://schemas.openxmlformats.org/markup-compatibility/2006",
  thm15: "http://schemas.microsoft.com/office/thememl/2012/main",
  p14: "http://schemas.microsoft.com/office/powerpoint/2010/main",
  p15: "http://schemas.microsoft.com/office/powerpoint/2012/main",
  a14: "http://schemas.microsoft.com/office/drawing/2010/main",
  a16: "http://schemas.microsoft.com/office/drawing/2014/main",
  adec: "http://schemas.microsoft.com/office/drawing/2017/decorative",
  asvg: "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
  c14: "http://schemas.microsoft.com/office/drawing/2007/8/2/chart",
  c15: "http://schemas.microsoft.com/office/drawing/2012/chart",
  c16: "http://schemas.microsoft.com/office/drawing/2014/chart",
  c16r2: "http://schemas.microsoft.com/office/drawing/2015/06/chart",
  cp: "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  dcmitype: "http://purl.org/dc/dcmitype/",
  xsi: "http://www.w3.org/2001/XMLSchema-instance",
  vt: "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
  xml: "http://www.w3.org/XML/1998/namespace",
} as const;

/** Namespaces of parts whose elements have no prefix in a tree: relationships, content types, workbooks. */
export const unprefixed = {
  relationships: "http://schemas.openxmlformats.org/package/2006/relationships",
  contentTypes: "http://schemas.openxmlformats.org/package/2006/content-types",
  spreadsheet: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  properties: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
} as const;

/** The prefix that trees use for a namespace, "" for none; `undefined` where any prefix may stay. */
export const usualPrefixes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(namespaces).map(([prefix, address]): [string, string] => [address, prefix]),
  ...Object.values(unprefixed).map((address): [string, string] => [address, ""]),
]);
