/** What counts as a link; `<area>` is left out, as a piece of a picture has no box of its own. */
export const LINKS = ':any-link:not(area),[role=link]';

/** What a link without words may show instead. */
export const PICTURES = 'img,svg,canvas,picture,video,object,input[type=image]';

/**
 * Says how the frame of a link is drawn, in words: `in` inside its edges, where it would be cut off outside; `picture`
 * where the link has no words; `around` where the frame goes around the picture in it, which the link's own box is not.
 */
export const MARK = 'data-ro-chu-link';

/** Puts our rules before those of any page. */
const RAISE = ':not(#ro-chu#ro-chu#ro-chu#ro-chu)';
const LINK = `:is(${LINKS})${RAISE}`;
const AROUND = `${LINK}[${MARK}~=around]`;

/** What the frame of a link without words goes around: the link itself, or the picture in it. */
const around = (state: string): string =>
  `${LINK}[${MARK}~=picture]${state}:not([${MARK}~=around]),${AROUND}${state} :is(${PICTURES})`;
const PICTURE = around('');
const PICTURE_IN = around(`[${MARK}~=in]`);
const FOCUSED = around(':focus-visible');
const FOCUSED_IN = around(`[${MARK}~=in]:focus-visible`);

/**
 * The sheet that every root gets. Colours are the words' own, and so have the words' contrast; around a picture, whose colours
 * are not known, one of dark blue and white shows against any. The line lies below the dots of ạ, ị, ộ and gives way to
 * longer strokes. In forced colours only the line is drawn: frames there mark controls.
 */
export const LINK_CSS = `${LINK}{
text-decoration-line:underline!important;
text-decoration-style:solid!important;
text-decoration-color:currentColor!important;
text-decoration-thickness:max(.09em,1.5px)!important;
text-decoration-skip-ink:auto!important;
text-underline-position:auto!important;
text-underline-offset:.27em!important}
${LINK}:focus-visible{text-decoration-thickness:max(.18em,3px)!important}
@media not (forced-colors:active){
${LINK}{outline:1px solid currentColor!important;outline-offset:1px!important}
${LINK}[${MARK}~=in]{outline-offset:-1px!important}
${LINK}:focus-visible{outline-width:3px!important;outline-offset:2px!important}
${LINK}[${MARK}~=in]:focus-visible{outline-offset:-3px!important}
${AROUND}{outline:none!important}
${PICTURE}{outline:2px solid #0b3d91!important;outline-offset:0px!important;box-shadow:0 0 0 4px #fff!important}
${PICTURE_IN}{outline-offset:-2px!important;box-shadow:inset 0 0 0 4px #fff!important}
${FOCUSED}{outline-width:4px!important;box-shadow:0 0 0 7px #fff!important}
${FOCUSED_IN}{outline-offset:-4px!important;box-shadow:inset 0 0 0 7px #fff!important}
}`;
