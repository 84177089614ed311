/** The cross that closes what lies over a page. */

/** @param name a class for where it stands */
export function closeButton(name: string, onPress: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `close-button ${name}`;
  button.setAttribute("aria-label", "Schließen");
  button.addEventListener("click", onPress);
  return button;
}
