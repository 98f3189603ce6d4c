import type { Color } from '../../color/color.ts';
import type { Cover } from './pictures.ts';

/** Where a text of an element stands: its own, or one of its pseudo-elements'. */
export type Part = '' | '::before' | '::after' | '::placeholder';

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
  /** Opacity of the pseudo-element alone, 1 where it is 0. */
  readonly opacity: number;
  /** Background colour of the pseudo-element alone. */
  readonly layer: Color;
  /** The computed colour we mean it to have. */
  final: string;
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
  /** Where it stands, read where it paints something, cuts off, or has words. */
  readonly area: Area | null;
  /** Whether its words cast shadows. */
  readonly hasShadow: boolean;
  /** What `transition-property` must be so that colours change at once; '' where they do. */
  readonly still: string;

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
  /** What opacity of itself and its ancestors leaves of it, 0 to 1. */
  fade: number;
  /** What lies under the outermost group with an opacity. */
  under: Color;
  /** Itself or the nearest ancestor whose `color` we set. */
  inked: Box | null;
  /** Declarations we want on the element. */
  wants: Map<string, string>;
  /** Declarations we want of its pseudo-elements, as CSS. */
  partWants: Map<Part, string>;
}
