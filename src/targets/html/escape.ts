/** Text as HTML: what comes from data or Markdown is characters, never markup. */

const special = /[&<>"']/;
const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Safe as content and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(/[&<>"']/g, (sign) => named[sign] ?? sign) : text;
}

/** JSON for a `<script>` that is not run: `</script` and `<!--` cannot occur, and the parsed value is the same. */
export function escapeJson(json: string): string {
  return json.replaceAll("<", "\\u003c");
}

const schemes = new Set(["http", "https", "mailto", "tel"]);

/**
 * Whether a link may lead there: http(s), mailto, tel, relative, `#slide-id`. Browsers drop blanks and control
 * characters before they look for a scheme, so they are dropped here, too.
 */
export function isSafeAddress(address: string): boolean {
  const scheme = /^([^/?#:]*):/.exec(address.replace(/[\p{Cc}\p{Cf}\s]/gu, ""))?.[1];
  return scheme === undefined || schemes.has(scheme.toLowerCase());
}
