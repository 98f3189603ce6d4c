/** Custom property with the text scale; 1 at the root element, so that `rem` stays as it is, the reader's scale below. */
export const SCALE_PROPERTY = '--ro-chu-scale';

/** The scale at the root element too: for what is inherited from there, custom properties and line heights. */
const EVERYWHERE = `${SCALE_PROPERTY}-all`;

/** The scale at the root's children alone, where sizes relative to the root enter the page; 1 elsewhere. */
export const ENTRANCE_PROPERTY = `${SCALE_PROPERTY}-in`;

/** The scale at the root element alone, for relative line heights that are inherited as a length; 1 elsewhere. */
export const ROOT_PROPERTY = `${SCALE_PROPERTY}-root`;

/** Prefix of the scaled twins of the page's own custom properties. */
const TWIN_PREFIX = '--ro-chu-x';

/** Everything that the rewritten values refer to, as a style sheet for each document. */
export const scaleCss = (scale: number): string =>
  `:root{${SCALE_PROPERTY}:1;${EVERYWHERE}:${scale};${ENTRANCE_PROPERTY}:1;${ROOT_PROPERTY}:${scale}}` +
  `:root>*{${SCALE_PROPERTY}:${scale};${ENTRANCE_PROPERTY}:${scale};${ROOT_PROPERTY}:1}` +
  `:root>*>*{${ENTRANCE_PROPERTY}:1}`;

/** Name of the scaled twin of a custom property: `--fs` → `--ro-chu-x--fs`. */
export const twinOf = (name: string): string => TWIN_PREFIX + name;

/** The value times a scale property; it stands at 1 where our sheet is not in force. */
export const times = (value: string, property = SCALE_PROPERTY): string => `calc(${value}*var(${property},1))`;

const NUMBER = String.raw`(?<![\w#.%-])[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const STRING = `"[^"]*"|'[^']*'`;

/** Absolute, root-relative, viewport and container lengths, or a quoted string. */
const LENGTH = new RegExp(
  `${STRING}|${NUMBER}(?:px|pt|pc|in|cm|mm|q|r(?:em|lh|ch|ex|cap|ic)|[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max))(?![\\w-])`,
  'gi',
);

/** Lengths that follow the parent's text or the element's own, or a quoted string. */
const RELATIVE = new RegExp(`${STRING}|${NUMBER}(?:em|ex|ch|cap|ic|lh|%)(?![\\w-])`, 'gi');

const NOT_SCALED = /^["']|^[+-]?0*\.?0*[a-z%]/i;

/**
 * What a custom property holds: one `length` that has to grow, `plain` values that follow by themselves (numbers, `em`,
 * keywords that are no sizes), or `mixed`: now this, now that, or more than one value.
 */
export type VariableKind = 'length' | 'plain' | 'mixed';

/** How a value is scaled. */
export interface ScaleOptions {
  /** What a custom property holds; default `mixed`. */
  readonly kindOf?: (name: string) => VariableKind;
  /** The scale property that lengths are multiplied by; default `SCALE_PROPERTY`. */
  readonly factor?: string;
  /** The scale property that relative lengths are multiplied by; by default they are left alone. */
  readonly relativeFactor?: string | undefined;
  /** The size in px of an absolute-size keyword; by default keywords are left alone. */
  readonly keywordPx?: ((keyword: string) => number | undefined) | undefined;
  /** Collects the custom properties that need a twin. */
  readonly twins?: Set<string>;
}

/** Options for values that are inherited from the root, where `SCALE_PROPERTY` is 1. */
export const INHERITED = { factor: EVERYWHERE } as const;

/**
 * Multiplies every length of a CSS value that does not follow its parent by the scale, inside functions too:
 * `clamp(1rem, 2vw, var(--most))` → `clamp(calc(1rem*var(--ro-chu-scale,1)), …, calc(var(--most)*var(…)))`.
 * Custom properties that hold one length are multiplied in place; the others are pointed at their scaled twins.
 * Returns the value itself where nothing in it needs scaling.
 */
export function scaleValue(value: string, options: ScaleOptions = {}): string {
  const { kindOf = () => 'mixed', factor = SCALE_PROPERTY, relativeFactor, keywordPx, twins } = options;
  const px = keywordPx && isSizeKeyword(value.trim()) ? keywordPx(value.trim().toLowerCase()) : undefined;
  if (px !== undefined) return times(`${px}px`, factor);
  const multiply = (text: string, pattern: RegExp, by: string): string =>
    text.replace(pattern, (length) => (NOT_SCALED.test(length) ? length : times(length, by)));
  return mapVariables(
    value,
    (text) => {
      const scaled = multiply(text, LENGTH, factor);
      return relativeFactor ? multiply(scaled, RELATIVE, relativeFactor) : scaled;
    },
    (name, fallback) => {
      const kind = kindOf(name);
      const original = `var(${name}${fallback === null ? '' : ',' + fallback})`;
      if (kind === 'length' && (fallback === null || kindOfValue(fallback, kindOf) === 'length')) {
        return times(original, factor);
      }
      const rest = fallback === null ? '' : ',' + scaleValue(fallback, options);
      if (kind === 'plain') return rest === '' ? original : `var(${name}${rest})`;
      twins?.add(name);
      return `var(${twinOf(name)},var(${name}${rest}))`;
    },
  );
}

/** What a value holds, given what the custom properties in it hold. */
export function kindOfValue(value: string, kindOf: (name: string) => VariableKind): VariableKind {
  const kinds = new Set<VariableKind>();
  let bare = '';
  mapVariables(
    value,
    (text) => (bare += text),
    (name, fallback) => {
      kinds.add(kindOf(name));
      if (fallback !== null) kinds.add(kindOfValue(fallback, kindOf));
      bare += 'x';
      return '';
    },
  );
  if (isSizeKeyword(value.trim())) return 'mixed';
  const has = (pattern: RegExp): boolean => [...bare.matchAll(pattern)].some(([length]) => !NOT_SCALED.test(length));
  const isLength = kinds.has('length') || has(LENGTH);
  if (kinds.has('mixed') || (isLength && has(RELATIVE))) return 'mixed';
  if (!isLength) return 'plain';
  return isSingle(bare) ? 'length' : 'mixed';
}

/** Whether a value is one of the absolute-size keywords, or `initial`. */
export const isSizeKeyword = (value: string): boolean =>
  /^(?:x{1,2}-(?:small|large)|xxx-large|small|medium|large|initial)$/i.test(value);

/** Whether a value is a CSS-wide keyword, which for a custom property is no value of its own. */
export const isWideKeyword = (value: string): boolean => /^(?:initial|inherit|unset|revert|revert-layer)$/i.test(value);

/** The custom properties a value refers to, those in fallbacks too. */
export function referencedProperties(value: string): string[] {
  const names: string[] = [];
  for (const match of value.matchAll(/\bvar\(\s*(--[^\s,)]+)/gi)) names.push(match[1]!);
  return names;
}

/** Whether a value holds something of ours: the page has copied a style that we had edited. */
export const isScaled = (value: string): boolean => value.includes(TWIN_PREFIX) || value.includes(SCALE_PROPERTY);

/** A value as it was before `scaleValue`. */
export function unscaleValue(value: string): string {
  let text = value;
  for (let previous = ''; previous !== text;) {
    previous = text;
    // The innermost product first: nothing of ours is left inside of it.
    text = text.replace(
      new RegExp(
        String.raw`calc\(((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*?)\s*\*\s*var\(${SCALE_PROPERTY}[\w-]*\s*,\s*1\)\)`,
      ),
      '$1',
    );
  }
  return mapVariables(
    text,
    (plain) => plain,
    (name, fallback) =>
      name.startsWith(TWIN_PREFIX) && fallback !== null
        ? unscaleValue(fallback)
        : `var(${name}${fallback === null ? '' : ',' + unscaleValue(fallback)})`,
  );
}

/** Rebuilds a value from its text outside of `var()` and its outermost `var()`s. */
function mapVariables(
  value: string,
  mapText: (text: string) => string,
  mapVariable: (name: string, fallback: string | null) => string,
): string {
  const start = /(?<![\w-])var\(/gi;
  let out = '';
  let at = 0;
  for (let match = start.exec(value); match; match = start.exec(value)) {
    const end = closingParenthesis(value, start.lastIndex);
    const inner = value.slice(start.lastIndex, end);
    const comma = inner.indexOf(',');
    out += mapText(value.slice(at, match.index));
    out += mapVariable((comma < 0 ? inner : inner.slice(0, comma)).trim(), comma < 0 ? null : inner.slice(comma + 1));
    at = start.lastIndex = end + 1;
  }
  return out + mapText(value.slice(at));
}

function closingParenthesis(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length;
}

/** Whether a value is one component: no space, comma or slash outside of parentheses. */
function isSingle(value: string): boolean {
  let depth = 0;
  for (const char of value.trim()) {
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (depth === 0 && /[\s,/]/.test(char)) return false;
  }
  return true;
}
