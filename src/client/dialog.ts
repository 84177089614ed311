/**
 * What lies over the deck until somebody closes it: a heading, and below it what is scrolled where it is too long. It goes by
 * Escape, by its cross, or by a click beside it; as long as it is there keys mean nothing to the deck.
 */

import { closeButton } from "./close-button.ts";

/** No slide's id has a colon. */
const headingId = "stichtag:dialog";

let dialog: HTMLDialogElement | undefined;

/**
 * Opens it, in place of another one.
 *
 * @param name a class for what is in it
 * @param slide on the screen: letters are as large as its own
 */
export function openDialog(name: string, title: string, content: readonly Node[], slide: HTMLElement | null): void {
  dialog ??= makeDialog();
  const heading = document.createElement("h2");
  heading.id = headingId;
  heading.textContent = title;
  const body = document.createElement("div");
  body.className = `dialog-body ${name}`;
  // With more than is seen it is scrolled by keyboard, too.
  body.tabIndex = 0;
  body.setAttribute("role", "region");
  body.setAttribute("aria-labelledby", headingId);
  body.append(...content);
  dialog.replaceChildren(closeButton("dialog-close", closeDialog), heading, body);
  const scale = slide === null ? 1 : slide.getBoundingClientRect().width / slide.offsetWidth || 1;
  dialog.style.setProperty("--dialog-size", `${Math.max(15, Math.min(18 * scale, 40))}px`);
  if (!dialog.isConnected) document.body.append(dialog);
  if (!dialog.open) dialog.showModal();
  body.classList.add("is-opened");
  body.addEventListener("blur", () => body.classList.remove("is-opened"), { once: true });
  body.focus({ preventScroll: true });
}

/** Whether one lies over the deck: keys, focus and presses are its own then. */
export function isDialogOpen(): boolean {
  return dialog?.open === true;
}

/** When another slide is shown. */
export function closeDialog(): void {
  dialog?.close();
}

function makeDialog(): HTMLDialogElement {
  const element = document.createElement("dialog");
  element.className = "dialog";
  element.setAttribute("aria-labelledby", headingId);
  element.addEventListener("keydown", (event) => event.stopPropagation());
  element.addEventListener("click", ({ target }) => {
    if (target === element) element.close();
  });
  element.addEventListener("close", () => element.remove());
  return element;
}
