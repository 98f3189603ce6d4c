import { isFirefox } from './portal.mjs';

/**
 * @typedef {object} State
 * @property {string} name
 * @property {string[]} watch texts that fall short in it: a selector; after `>>>` within a shadow root or a frame; `::part` of it
 * @property {string} is what matches once the page is in it
 * @property {(page: import('puppeteer-core').Page) => Promise<unknown>} enter
 * @property {boolean} [isPhotographed] whether pixels are looked at too
 * @property {boolean} [isLasting] whether it stays when the pointer and the focus are elsewhere
 * @property {boolean} [isUntold] whether no event tells of it, so that it is found by looking, once a second
 * @property {string} [without] why this run cannot have it
 */

const click = (selector) => (page) => page.click(selector);
const hover = (selector) => (page) => page.hover(selector);
const focus = (selector) => (page) => page.focus(selector);

/** Runs a function in the page. */
const run = (change) => (page) => page.evaluate(change);

async function press(page, selector) {
  await page.hover(selector);
  await page.mouse.down();
}

/** Focus as by the keyboard: from the control before, by Tab. */
async function tabFrom(page, selector) {
  await page.focus(selector);
  await page.keyboard.press('Tab');
}

async function hoverSub(page) {
  await page.hover('#top');
  await page.hover('#sub');
}

async function hoverInFrame(page) {
  const frame = await page.$('#frame');
  await (await frame.contentFrame()).hover('a');
}

const DEVTOOLS_ONLY = isFirefox ? 'only the DevTools protocol emulates it' : '';

/** Every state, driven by real pointer and keys or by what pages' own scripts do. @type {State[]} */
export const STATES = [
  { name: 'link: hover', watch: ['#link'], is: '#link:hover', enter: hover('#link'), isPhotographed: true },
  { name: 'link: focus', watch: ['#link'], is: '#link:focus', enter: focus('#link') },
  {
    name: 'link: focus-visible by Tab',
    watch: ['#visible'],
    is: '#visible:focus-visible',
    enter: (page) => tabFrom(page, '#link'),
  },
  {
    name: 'link: active, held down',
    watch: ['#link'],
    is: '#link:active',
    enter: (page) => press(page, '#link'),
    isPhotographed: true,
  },
  { name: 'link: hover with !important', watch: ['#important'], is: '#important:hover', enter: hover('#important') },
  {
    name: 'link: hover through a transition',
    watch: ['#gliding'],
    is: '#gliding:hover',
    enter: hover('#gliding'),
    isPhotographed: true,
  },
  { name: 'hover changes the ground', watch: ['#ground'], is: '#ground:hover', enter: hover('#ground') },
  { name: 'hover lowers the opacity', watch: ['#faded'], is: '#faded:hover', enter: hover('#faded') },
  { name: 'button: hover', watch: ['#button'], is: '#button:hover', enter: hover('#button') },
  {
    name: 'button: active, held down',
    watch: ['#button'],
    is: '#button:active',
    enter: (page) => press(page, '#button'),
    isPhotographed: true,
  },
  {
    name: 'button: focus-visible by Tab',
    watch: ['#button'],
    is: '#button:focus-visible',
    enter: (page) => tabFrom(page, '#seen'),
  },
  {
    name: 'button: becomes disabled',
    isLasting: true,
    watch: ['#off'],
    is: '#off:disabled',
    enter: run(() => void (document.querySelector('#off').disabled = true)),
  },
  {
    name: 'menu: opens under the pointer',
    watch: ['#sub'],
    is: '#menu > li:hover',
    enter: hover('#top'),
    isPhotographed: true,
  },
  { name: 'menu: pointer on an entry of it', watch: ['#sub'], is: '#sub:hover', enter: hoverSub },
  { name: 'menu: opens with focus', watch: ['#sub'], is: '#menu > li:focus-within', enter: focus('#top') },
  { name: 'list opened by a click', isLasting: true, watch: ['#list'], is: '#list.open', enter: click('#open') },
  { name: 'field: focus', watch: ['#field'], is: '#field:focus', enter: focus('#field') },
  { name: 'field: placeholder, hover', watch: ['#empty::placeholder'], is: '#empty:hover', enter: hover('#empty') },
  {
    name: 'checkbox: checked, its label',
    isLasting: true,
    watch: ['#tick + label'],
    is: '#tick:checked',
    enter: click('#tick'),
  },
  { name: 'focus within, a sibling', watch: ['#row span'], is: '#row:focus-within', enter: focus('#inner') },
  {
    name: 'target of the address',
    isLasting: true,
    watch: ['#aimed'],
    is: '#aimed:target',
    enter: run(() => void (location.hash = '#aimed')),
  },
  { name: 'details opened', isLasting: true, watch: ['summary'], is: 'details[open]', enter: click('summary') },
  { name: 'tab chosen', isLasting: true, watch: ['#second', '#panel'], is: '#panel.second', enter: click('#second') },
  {
    name: 'next slide',
    isLasting: true,
    watch: ['.slide + .slide'],
    is: '.slide + .slide.shown',
    enter: click('#next'),
  },
  { name: 'hover changes a sibling', watch: ['#hint'], is: '#trigger:hover', enter: hover('#trigger') },
  {
    name: 'hover changes an ancestor’s text (:has)',
    watch: ['#cardtext'],
    is: '#cardlink:hover',
    enter: hover('#cardlink'),
  },
  { name: 'hover adds ::after', watch: ['#marked::after'], is: '#marked:hover', enter: hover('#marked') },
  {
    name: 'hover in a shadow root',
    watch: ['#host >>> b'],
    is: '#host >>> b:hover',
    enter: hover('#host >>> b'),
    // Firefox hides no highlighted text in there, so that pixels tell nothing.
    isPhotographed: !isFirefox,
  },
  { name: 'hover in a frame', watch: ['#frame >>> a'], is: '#frame >>> a:hover', enter: hoverInFrame },
  {
    name: 'toast a moment after a click',
    isLasting: true,
    watch: ['.toast'],
    is: '.toast',
    enter: click('#notify'),
    isPhotographed: true,
  },
  {
    name: 'content added',
    isLasting: true,
    watch: ['.later'],
    is: '.later',
    enter: run(() => document.body.insertAdjacentHTML('beforeend', '<p class="later">Tin vừa đăng</p>')),
  },
  {
    name: 'content added with inline colours',
    isLasting: true,
    watch: ['#inline'],
    is: '#inline',
    enter: run(() =>
      document.body.insertAdjacentHTML(
        'beforeend',
        '<div style="background:#036"><p id="inline" style="color:#369">Khẩn</p></div>',
      ),
    ),
  },
  {
    name: 'class switched',
    isLasting: true,
    watch: ['#plain'],
    is: '#plain.tagged',
    enter: run(() => document.querySelector('#plain').classList.add('tagged')),
  },
  {
    name: 'class of the body switched',
    isLasting: true,
    watch: ['#plain', '#hint'],
    is: 'body.night',
    enter: run(() => document.body.classList.add('night')),
  },
  {
    name: 'attribute of the root switched',
    isLasting: true,
    watch: ['#themed'],
    is: '[data-theme=warm]',
    enter: run(() => void (document.documentElement.dataset.theme = 'warm')),
  },
  {
    name: 'CSS variable set',
    isLasting: true,
    watch: ['#variable'],
    is: 'body[style]',
    enter: run(() => document.body.style.setProperty('--ink', '#bbb')),
  },
  {
    name: 'inline colour set by a script',
    isLasting: true,
    watch: ['#plain'],
    is: '#plain[style]',
    enter: run(() => void (document.querySelector('#plain').style.color = '#bbb')),
  },
  {
    name: 'style element added',
    isLasting: true,
    watch: ['#plain'],
    is: '#sheet',
    enter: run(() => {
      document.head.append(
        Object.assign(document.createElement('style'), { id: 'sheet', textContent: '#plain { color: #c9b }' }),
      );
    }),
  },
  {
    name: 'rule inserted into a sheet',
    isUntold: true,
    isLasting: true,
    watch: ['#plain'],
    is: 'html',
    enter: run(
      () => void document.styleSheets[0].insertRule('#plain { color: #9cb }', document.styleSheets[0].cssRules.length),
    ),
  },
  {
    name: 'sheet adopted by the document',
    isUntold: true,
    isLasting: true,
    watch: ['#plain'],
    is: 'html',
    enter: run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('#plain { color: #bc9 }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }),
  },
  {
    name: 'text of a style element changed',
    isLasting: true,
    watch: ['#plain'],
    is: 'style',
    enter: run(() => document.querySelector('style').append('#plain { color: #b9c }')),
  },
  {
    name: 'keyframes change the colour',
    isLasting: true,
    watch: ['#blinking'],
    is: '.on',
    enter: run(() => document.querySelector('#blinking').classList.add('on')),
  },
  {
    name: 'window narrowed past a media query',
    isLasting: true,
    watch: ['#narrow'],
    is: 'html',
    enter: (page) => page.setViewport({ width: 560, height: 900, deviceScaleFactor: 1 }),
  },
  {
    name: 'prefers-color-scheme turns dark',
    isLasting: true,
    watch: ['#scheme'],
    is: 'html',
    enter: (page) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]),
    without: DEVTOOLS_ONLY,
  },
  {
    name: 'print',
    isLasting: true,
    watch: ['#print'],
    is: 'html',
    enter: (page) => page.emulateMediaType('print'),
    without: DEVTOOLS_ONLY,
    isPhotographed: true,
  },
];
