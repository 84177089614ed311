/** Elements of an answer. */

export function make(tag: string, name: string, text: string = ""): HTMLElement {
  const element = document.createElement(tag);
  if (name !== "") element.className = name;
  element.textContent = text;
  return element;
}

export function lines(name: string, texts: readonly string[]): HTMLElement {
  const list = make("ul", name);
  list.append(...texts.map((text) => make("li", "", text)));
  return list;
}

/** Seen when somebody opens it. */
export function foldedUnder(title: string, ...content: readonly HTMLElement[]): HTMLElement {
  const folded = make("details", "answer-folded");
  folded.append(make("summary", "", title), ...content);
  return folded;
}

/** Text only, where the address is none of the web. */
export function linked(text: string, address: string | undefined): HTMLElement | string {
  if (address === undefined || !/^https?:\/\//i.test(address)) return text;
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.textContent = text;
  // Else it breaks within "dl-de/by-2-0".
  if (text.length < 20) link.className = "answer-short";
  return link;
}
