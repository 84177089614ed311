/** Words by which offices call a total: what each of them says where. */

/** What nothing but a total is called. */
const sure = "insgesamt|total";

/** "Zusammen" and "Gesamt" also head the sum of some of the parts, and stand as words of their own ("Gesamt" beside "davon"). */
const likely = `${sure}|gesamt|zusammen`;

const bare = new RegExp(`^(?:${sure})$`, "iu");
const whole = new RegExp(`^(?:${likely})$`, "iu");
const beginning = new RegExp(`^\\s*(?:${sure}|gesamt)(?![\\p{L}-])`, "iu");

/**
 * Whether a label can only be the total: it alone decides that a cell, or what a filter asks for, has the code "". Nobody is
 * asked, and so only of words that are sure.
 */
export function isBareTotal(label: string): boolean {
  return bare.test(label);
}

/**
 * Whether a category may be the sum of those beside it: what `--inspect` proposes, and adds up to see. A person decides, so
 * likely words do.
 */
export function mayBeTotal(label: string): boolean {
  return whole.test(label.trim());
}

/** Whether a label beside an empty code is the total's, also with an addition: "Insgesamt (einschl. …)", "Gesamt, ohne …". */
export function beginsAsTotal(label: string): boolean {
  return beginning.test(label);
}
