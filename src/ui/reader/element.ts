type Attributes = Readonly<Record<string, string | boolean | null>>;

/** Makes an element with attributes (true: present without a value; false and null: left out) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) made.setAttribute(attribute, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}
