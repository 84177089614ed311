/** Words by which offices call a total. */

/** "Insgesamt", also with an addition ("Insgesamt (einschl. …)"). */
export function isTotal(label: string): boolean {
  return /^\s*(?:insgesamt|gesamt|total)(?![\p{L}-])/iu.test(label);
}

/** Whether a label that has no code beside it can only be the total. */
export function isBareTotal(label: string): boolean {
  return /^(?:insgesamt|total)$/i.test(label);
}
