// Pictures and texts over them, added to a generated page: what a contrast program must leave alone, and must not.

const svg = (body) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90">${body}</svg>`)}`;

const PHOTO = svg(
  '<defs><linearGradient id="g" y2="1"><stop stop-color="#8ab4d8"/><stop offset="1" stop-color="#39602c"/></linearGradient></defs><rect width="160" height="90" fill="url(#g)"/><circle cx="120" cy="24" r="14" fill="#f4d35e"/>',
);
const FLAG = svg(
  '<rect width="160" height="90" fill="#da251d"/><path d="M80 20l8 24h25l-20 15 8 24-21-15-21 15 8-24-20-15h25z" fill="#ff0"/>',
);

const CHART = `
for (const canvas of document.querySelectorAll('canvas')) {
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 160, 90);
  ['#e41a1c', '#377eb8', '#4daf4a', '#984ea3'].forEach((color, i) => {
    context.fillStyle = color;
    context.fillRect(10 + 36 * i, 80 - 15 * (i + 1), 26, 15 * (i + 1));
  });
}`;

const ADDED = `
<p><img src="${PHOTO}" alt="Ảnh"> <img src="${FLAG}" alt="Quốc kỳ"> <img src="${PHOTO}" alt="Ảnh" style="border-radius: 8px">
<canvas width="160" height="90"></canvas> <canvas width="160" height="90"></canvas></p>
<div style="height: 90px; background: url('${PHOTO}'); color: #fff"><h3>Tiêu đề trên ảnh</h3><p style="color: #ddd">Chú thích trên ảnh</p></div>
<p style="background: linear-gradient(#fafafa, #c0c0c0); color: #888">Chữ trên dải màu</p>
<p style="opacity: 0.6">Chữ mờ</p><p style="background: rgba(0, 0, 0, 0.4); color: #eee">Trên lớp trong suốt</p>
<div style="position: relative; height: 30px"><div style="position: absolute; left: 0; top: 0; width: 300px; height: 30px; background: #456"></div><span style="position: absolute; left: 4px; top: 4px; color: #89a">Chữ chồng lên hộp khác</span></div>`;

/** Adds the pictures to a page of `writePage`. */
export const addPictures = (html) =>
  html
    .replace('<div id="page">', () => `<div id="page">${ADDED}`)
    .replace('</body>', () => `<script>${CHART}</script></body>`);
