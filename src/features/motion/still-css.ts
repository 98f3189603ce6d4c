/** Says how something that moves is held, in words. */
export const MARK = 'data-ro-chu-motion';

const RAISE = ':not(#ro-chu#ro-chu)';
const HELD = `[${MARK}~=held]${RAISE}`;
const ALL = ['', '::before', '::after'].map((part) => `*:not([${MARK}~=paused])${RAISE}${part}`).join();

/**
 * The sheet that every root gets. Animations take no time, rather than being taken away: they end as they would have, so
 * that what they fade in is there, and scripts that wait for their end go on. Transitions have none at all: one of a moment
 * would be one for every change of every element, as `transition-property` is `all` unless a page says otherwise. What
 * goes round for ever comes to rest; `paused` is what goes on showing and hiding something. `held` are tickers, whose words
 * are brought back to where they begin.
 */
export const STILL_CSS = `${ALL}{
animation-duration:.01ms!important;animation-iteration-count:1!important;animation-timeline:auto!important;
transition-duration:0s!important;scroll-behavior:auto!important}
[${MARK}~=paused]${RAISE}{animation-play-state:paused!important;transition-duration:0s!important}
[${MARK}~=shown]${RAISE}{opacity:1!important;visibility:visible!important}
${HELD}{left:0!important;top:0!important;margin-left:0!important;margin-top:0!important;text-indent:0!important;padding-left:0!important;
transform:none!important;translate:none!important;white-space:normal!important;max-width:100%!important}
marquee[${MARK}~=stopped]${RAISE}{display:inline!important;white-space:normal!important}
img[${MARK}~=drawn]${RAISE}{object-position:-99999px -99999px!important}`;
