/* The switch: keeps the two frames on the same page, and scrolls them together. */

/** Layout width in px that a portal of this kind needs to be seen whole. */
const WHOLE_PAGE_PX = 1040;

const byId = (id) => document.getElementById(id);
const picker = byId('trang');
const sides = [
  { frame: byId('co'), link: byId('mo-co'), prefix: '/' },
  { frame: byId('khong'), link: byId('mo-khong'), prefix: '/khong/' },
];
const pages = new Map([...picker.options].map((option) => [option.value, option.text]));

/** The page a frame shows, without its prefix, or null when it can't be read. */
function shownIn({ frame }) {
  try {
    const { pathname, search, hash } = frame.contentWindow.location;
    return pathname.startsWith('/') ? (pathname.replace(/^\/(khong\/)?/, '') || 'index.html') + search + hash : null;
  } catch {
    return null;
  }
}

/** Shows `page` in a frame unless it is there already; leaves no step in the history. */
function show({ frame, link, prefix }, page) {
  link.href = prefix + page;
  const wanted = new URL(prefix + page, location.href).href;
  const shown = frame.contentWindow.location.href.replace(/\/$/, '/index.html');
  if (shown !== wanted) frame.contentWindow.location.replace(wanted);
}

let current = 'index.html';

function goTo(page) {
  current = page;
  for (const side of sides) show(side, page);
  const name = page.replace(/[?#].*$/s, '');
  if (pages.has(name)) {
    picker.value = name;
    history.replaceState(null, '', `?trang=${encodeURIComponent(name)}`);
  }
}

function onLoad(side) {
  const page = shownIn(side);
  if (page === null) return;
  side.frame.contentWindow.addEventListener('scroll', () => follow(side), { passive: true });
  if (page !== current) goTo(page);
  announce(side.frame.contentDocument.title);
}

let lastTitle = null;

/** Says once which page both frames have come to; nothing on arrival, where the reader has just been told. */
function announce(title) {
  if (lastTitle !== null && title !== lastTitle) byId('tinh-trang').textContent = `Cả hai khung đang mở: ${title}`;
  lastTitle = title;
}

/** Frames that we have just scrolled ourselves: their own event is not the reader's. */
const moved = new Set();

function follow(side) {
  if (moved.delete(side) || !byId('cuon').checked) return;
  const from = side.frame.contentWindow;
  const range = (view) => view.document.documentElement.scrollHeight - view.innerHeight;
  for (const other of sides) {
    if (other === side) continue;
    const to = other.frame.contentWindow;
    const top = Math.round((from.scrollY / Math.max(1, range(from))) * Math.max(0, range(to)));
    if (Math.abs(top - to.scrollY) < 2) continue;
    moved.add(other);
    to.scrollTo({ top, left: from.scrollX, behavior: 'instant' });
  }
}

/** Draws the frames smaller, as on a wide screen, or at their own size. */
function fit() {
  const isWhole = byId('vua-khung').checked;
  for (const { frame } of sides) {
    const { clientWidth, clientHeight } = frame.parentElement;
    const scale = isWhole ? Math.min(1, clientWidth / WHOLE_PAGE_PX) : 1;
    frame.style.width = scale < 1 ? `${WHOLE_PAGE_PX}px` : '';
    frame.style.height = scale < 1 ? `${clientHeight / scale}px` : '';
    frame.style.transform = scale < 1 ? `scale(${scale})` : '';
  }
}

for (const side of sides) side.frame.addEventListener('load', () => onLoad(side));
picker.addEventListener('change', () => goTo(picker.value));
picker.form.addEventListener('submit', (event) => event.preventDefault());
byId('vua-khung').addEventListener('change', fit);
new ResizeObserver(fit).observe(document.querySelector('main'));

const asked = new URLSearchParams(location.search).get('trang');
goTo(asked !== null && pages.has(asked) ? asked : 'index.html');
