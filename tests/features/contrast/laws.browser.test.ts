import { createContrast } from '../../../src/features/contrast/contrast.ts';
import { DEFAULT_PREFERENCES, type ContrastLevel } from '../../../src/preferences/preferences.ts';
import { itKeepsTheLaws } from '../laws.ts';

const HTML = `<!DOCTYPE html><html><head><style>
  body { background: #eee; color: #888; font: 14px Arial }
  #nav { background: #c60; color: #fff; transition: all .3s }
  #nav a { color: inherit }
  #nav a:hover { color: #fc0 }
  .gradient { background: linear-gradient(#9cf, #36c); color: #fff; text-shadow: 1px 1px 2px #000 }
  .note::before { content: "Ghi chú: "; color: #aaa }
  .faded { opacity: .5 }
  input::placeholder { color: #ccc }
  .grey { background: #777; color: #999 }
</style></head><body bgcolor="#eeeeee">
  <p id="nav">Trang chủ <a href="#">Giới thiệu</a></p>
  <p class="gradient">Thông báo <b>mới</b></p>
  <p class="note" style="">Ghi chú</p>
  <p class="grey">Xám trên xám <span style="color:#888 !important">số 12</span></p>
  <p class="faded"><font color="#ff9999">Chữ mờ</font> <code>mã</code></p>
  <table bgcolor="#ffcc00"><tr><td style="COLOR:red">Một ô <td>Hai ô</table>
  <button>Gửi</button> <input placeholder="Tìm kiếm"> <svg width="60" height="20"><text y="12" fill="#ccc">Hình</text></svg>
</body></html>`;

const step = (contrast: ContrastLevel): typeof DEFAULT_PREFERENCES => ({ ...DEFAULT_PREFERENCES, contrast });

itKeepsTheLaws('contrast', { create: createContrast, steps: [step(1), step(-1), step(3), step(2)], html: HTML });
