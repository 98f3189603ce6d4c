import type { Color } from '../../color/color.ts';
import type { Cover } from './pictures.ts';
import type { Stand } from './stand.ts';

/** Where a text of an element stands: its own, or one of its pseudo-elements'; or its own once it was visited. */
export type Part = '' | '::before' | '::after' | '::placeholder' | ':visited';

/** The colour of one text, as the page has it, and as we mean it to be. */
export interface Ink {
  readonly part: Part;
  /** The property that colours the text: `color`, `fill` or `-webkit-text-fill-color`. */
  readonly property: string;
  /** The computed colour without us. */
  readonly text: string;
  /** The same read; null where it cannot be. */
  readonly color: Color | null;
  /** Whether WCAG counts the text as large. */
  readonly isLarge: boolean;
  /** Whether it is no text but a drawn sign, as an icon is. @see https://www.w3.org/TR/WCAG22/#non-text-contrast */
  readonly isSign: boolean;
  /** Whether the ground gives way where no colour of the text passes. */
  readonly isBinding: boolean;
  /** Opacity of the pseudo-element alone, 1 where it is 0. */
  readonly opacity: number;
  /** Background colour of the pseudo-element alone. */
  readonly layer: Color;
  /** The computed colour we mean it to have. */
  final: string;
}

/** Words that reach beyond their block, whose lines are lower than its letters; all in px. */
export interface Spill {
  readonly top: number;
  readonly bottom: number;
  readonly paddings: readonly [top: number, bottom: number];
  readonly margins: readonly [top: number, bottom: number];
}

/** A pseudo-element that covers this share of its element is its ground. */
export const VEILED = 0.9;

/** A pseudo-element that paints over or under all of its element. */
export interface Veil {
  readonly part: '::before' | '::after';
  readonly layer: Color;
  readonly image: string;
  /** How much of the element it covers, 0 to 1. */
  readonly share: number;
}

/** A drawn border that tells where a control or a cell ends. */
export interface Edge {
  readonly color: Color;
  /** The longhands of the sides that are drawn; empty where none is. */
  readonly properties: readonly string[];
  /** Whether it belongs to a control that must be seen; else it parts cells or sections. */
  readonly isControl: boolean;
}

/** A rectangle on the page, in px from the document's own corner. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One element as it is painted without us, and what we want of it. */
export interface Box {
  readonly element: Element;
  /** The box around it in the flat tree. */
  readonly parent: Box | null;
  /** Its background colour; not opaque black where it has none. */
  readonly layer: Color;
  /** Its background images as computed, or '' where it has none. */
  readonly image: string;
  /** `background-repeat` and `background-size`, read where there is an image. */
  readonly tiling: string;
  /** `background-position`, read where there is an image. */
  readonly position: string;
  /** Its own opacity; 1 where it is 0, as what is hidden so is shown at full some time. */
  readonly opacity: number;
  /** Whether it is a picture of its own: an image, a video, a drawing. */
  readonly isReplaced: boolean;
  /** Whether it cuts off what reaches beyond it, or lets it be scrolled to. */
  readonly isClipping: boolean;
  /** Whether it cuts off for good what reaches beyond it. */
  readonly isHiding: boolean;
  /** Whether its background is painted behind its words alone. */
  readonly isInline: boolean;
  /** Its texts. */
  readonly inks: readonly Ink[];
  /** Where its own words stand. */
  readonly words: readonly Area[];
  /** What its words reach beyond it above and below, with its padding and margin there, in px; null where they do not. */
  readonly spill: Spill | null;
  /** Where it stands, read where it paints something, cuts off, or has words. */
  readonly area: Area | null;
  readonly stand: Stand;
  /** Whether something in it, a pseudo-element of its own among that, is placed from its edges, or would be if it were positioned. */
  holdsPlaced: boolean;
  /** Whether it is a link with text. */
  readonly isLink: boolean;
  /** Whether only colour tells it, a link in running text, from the words around it. */
  readonly isPlainLink: boolean;
  /** Its colour once visited, where that is known to be another. */
  readonly visited: Color | null;
  /** Its border, read of controls and cells. */
  readonly edge: Edge | null;
  /** Its pseudo-elements that paint a ground. */
  readonly veils: readonly Veil[];
  /** Whether it is mixed with what lies under it otherwise than by opacity. */
  readonly isBlended: boolean;
  /** Whether its words cast shadows. */
  readonly hasShadow: boolean;
  /** What `transition-property` must be so that colours change at once; '' where they do. */
  still: string;

  /** What its background images come to. */
  cover: Cover | null;
  /** Another box than the nearest around it that its words lie on. */
  lies: Box | null;
  /** Whether what lies under its words is not one colour. */
  isOnPieces: boolean;
  /** The nearest box, itself included, that paints the ground. */
  owner: Box | null;
  /** Whether a picture lies open on that ground. */
  isOnPicture: boolean;
  /** Whether a small picture (a bullet, an icon) lies on that ground, beside the words. */
  isMarked: boolean;
  /** Whether it gets a ground of its own. */
  isPlate: boolean;
  /** Whether that is only because of a small picture beside the words, so that its colour is known. */
  isBesideMark: boolean;
  /** The colour under its words, before the opacity of groups. */
  ground: Color;
  /** The same as the page has it. */
  pageGround: Color;
  /** What `z-index` brings its words above see-through boxes that lie over them; null where none do. */
  raise: number | null;
  /** Whether it is a picture that words lie under: a ground of its own would hide them. */
  isOverWords: boolean;
  /** Whether something in it has a `z-index` that reaches beyond it. */
  holdsRaised: boolean;
  /** What lifts a positioned float, which axe-core takes for hidden by the positioned box around it; null where nothing need. */
  lift: readonly [property: 'position' | 'z-index', value: string] | null;
  /** What opacity of itself and its ancestors leaves of it, 0 to 1. */
  fade: number;
  /** What lies under the outermost group with an opacity. */
  under: Color;
  /** Itself or the nearest ancestor whose `color` we set. */
  inked: Box | null;
  /** Declarations we want on the element. */
  wants: ReadonlyMap<string, string>;
  /** Declarations we want of its pseudo-elements, as CSS. */
  partWants: ReadonlyMap<Part, string>;
}

/** Of a box that wants nothing; most do, so one map serves them all. */
export const NOTHING: ReadonlyMap<never, never> = new Map<never, never>();

/** Adds a declaration to what is wanted on an element. */
export function want(box: Box, property: string, value: string): void {
  if (box.wants === NOTHING) box.wants = new Map();
  (box.wants as Map<string, string>).set(property, value);
}

/** Adds what is wanted of a pseudo-element, as CSS. */
export function wantPart(box: Box, part: Part, css: string): void {
  if (box.partWants === NOTHING) box.partWants = new Map();
  (box.partWants as Map<Part, string>).set(part, css);
}
