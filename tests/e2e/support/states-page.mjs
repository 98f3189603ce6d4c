// A page whose texts fall short in every state: at rest, under the pointer, in focus, pressed, open, switched, added later.
// They are bold, so that strokes are wider than a pixel and show their full colour.
const STYLE = `
body { margin: 0; padding: 0 20px 60px; background: #fff; color: #222; font: bold 18px/24px Arial, sans-serif; --ink: #222 }
p, ul { margin: 0 0 8px; padding: 0; list-style: none }
::highlight(judge-hidden) { color: transparent; -webkit-text-fill-color: transparent }
a { color: #0645ad }
#link:hover { color: #f90 } #link:focus { color: #e8a33d } #link:active { color: #9c6 }
#visible:focus-visible { color: #d98 }
#ground:hover { background: #777 }
#faded:hover { opacity: 0.4 }
#gliding { color: #245; transition: color 0.4s, background-color 0.4s } #gliding:hover { color: #8bd }
#seen:visited { color: #c9a0dc }
#important:hover { color: #7bc !important }
button { border: 1px solid #777; background: #005a2b; color: #fff; font: inherit }
#button:hover { background: #6c9 } #button:active { background: #fc9; color: #fff } #button:focus-visible { background: #9ad }
#off:disabled { background: #eee; color: #aaa }
#menu { position: relative; height: 24px } #menu ul { position: absolute; display: none; margin: 0; background: #eef; z-index: 2 }
#menu > li:hover > ul, #menu > li:focus-within > ul { display: block } #menu ul a { color: #8ac } #menu ul a:hover { background: #fc0; color: #fff }
#list { display: none; background: #fff3e0; color: #e0a050 } #list.open { display: block }
#field:focus { background: #ffd; color: #cb6 } #field { width: 200px } #empty::placeholder { color: #999 } #empty:hover::placeholder { color: #bbb }
#tick:checked + label { color: #7c7 } #row:focus-within span { color: #fa6 }
#aimed:target { color: #fc6 } details[open] > summary { color: #cc6 }
.tab { border: 0; background: #fff; color: #333 } .tab[aria-selected=true] { background: #f60; color: #fff }
#panel { color: #333 } #panel.second { background: #def; color: #9bd }
.slide { display: none; background: #333; color: #fff } .slide.shown { display: block } .slide + .slide { background: #3c9 }
#trigger:hover ~ #hint { color: #ccc } .card:has(a:hover) p { color: #bbb } #marked:hover::after { content: " mới"; color: #dba }
.toast { position: fixed; right: 10px; bottom: 10px; padding: 8px; background: #fd6; color: #fff } .later { color: #ccc }
.tagged { color: #c8a } #variable { color: var(--ink) }
#blinking.on { animation: blink 0.6s linear infinite } @keyframes blink { from { color: #fcc } to { color: #333 } }
body.night { background: #222; color: #777 } [data-theme=warm] #themed { color: #e9b872 }
@media (max-width: 600px) { #narrow { background: #fb8; color: #fff } }
@media (prefers-color-scheme: dark) { #scheme { background: #333; color: #666 } }
@media print { #print { color: #bbb } }`;

const SCRIPT = `
const part = document.querySelector('#host').attachShadow({ mode: 'open' });
part.innerHTML = '<style>b { color: #333 } b:hover { color: #d5b }</style><b>Trong bóng</b>';
document.querySelector('#open').onclick = () => document.querySelector('#list').classList.toggle('open');
for (const tab of document.querySelectorAll('.tab')) tab.onclick = () => {
  for (const other of document.querySelectorAll('.tab')) other.setAttribute('aria-selected', String(other === tab));
  document.querySelector('#panel').className = tab.id;
};
document.querySelector('#next').onclick = () => {
  for (const slide of document.querySelectorAll('.slide')) slide.classList.toggle('shown');
};
document.querySelector('#notify').onclick = () => setTimeout(() => {
  document.body.insertAdjacentHTML('beforeend', '<div class="toast">Đã lưu hồ sơ</div>');
}, 50);`;

const FRAME = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Khung</title>
<style>body { margin: 0; background: #fff; font: 16px Arial } a { color: #0645ad } a:hover { color: #fa3 }</style></head><body><a href="#x">Trong khung</a></body></html>`;

const BODY = `
<p><a id="link" href="#x">Thủ tục hành chính</a> <a id="visible" href="#x">Bỏ qua</a> <a id="important" href="#x">Hỏi đáp</a> <a id="gliding" href="#x">Lịch tiếp dân</a> <a id="seen" href="/seen">Văn bản đã xem</a></p>
<p id="ground">Dòng đổi nền</p><p id="faded">Dòng mờ đi</p>
<p><button id="button">Tra cứu</button> <button id="off">Gửi</button> <button id="open">Mở</button> <button id="notify">Lưu</button> <button id="next">Sau</button></p>
<ul id="menu"><li><a id="top" href="#x">Giới thiệu</a><ul><li><a id="sub" href="#x">Cơ cấu tổ chức</a></li></ul></li></ul>
<p id="list">Danh sách đã mở</p>
<p><input id="field" value="đất đai"> <input id="empty" placeholder="Từ khóa"> <input id="tick" type="checkbox"><label for="tick">Đồng ý</label></p>
<p id="row"><span>Họ và tên</span> <input id="inner"></p>
<p id="aimed">Mục được trỏ tới</p><details><summary>Chi tiết</summary>Nội dung</details>
<p><button class="tab" id="first" aria-selected="true">Một</button><button class="tab" id="second" aria-selected="false">Hai</button></p><p id="panel">Nội dung thẻ</p>
<p class="slide shown">Tin một</p><p class="slide">Tin hai</p>
<div><a id="trigger" href="#x">Trợ giúp</a> <p id="hint">Gợi ý</p></div>
<div class="card"><a id="cardlink" href="#x">Xem</a> <p id="cardtext">Tóm tắt tin</p></div>
<p id="marked">Có dấu</p><p id="plain">Đoạn thường</p><p id="variable">Màu theo biến</p><p id="themed">Màu theo chủ đề</p><p id="blinking">Nhấp nháy</p>
<p id="narrow">Màn hình hẹp</p><p id="scheme">Theo hệ thống</p><p id="print">Khi in</p>
<p id="host"></p><iframe id="frame" src="/frame" width="300" height="40"></iframe>`;

/** The page's addresses and their HTML, for `serveSite`. */
export const STATES_SITE = {
  '/': `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Sở</title><style>${STYLE}</style><script src="/ro-chu.js" defer></script></head><body>${BODY}<script>${SCRIPT}</script></body></html>`,
  '/frame': FRAME,
  '/seen': '<!doctype html><html lang="vi"><title>Đã xem</title><body>Đã xem</body></html>',
};
