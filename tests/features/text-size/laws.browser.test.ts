import { createTextSize } from '../../../src/features/text-size/text-size.ts';
import { DEFAULT_PREFERENCES } from '../../../src/preferences/preferences.ts';
import { itKeepsTheLaws } from '../laws.ts';

const HTML = `<!DOCTYPE html><html><head><style>
  @layer base { button { font: 13px/1.2 Arial } }
  :root { --fs: 13px; --gap: 4px }
  html { font-size: 62.5% }
  body { font: var(--fs)/1.5 Arial, sans-serif; margin: 8px }
  .fixed { height: 40px; overflow: hidden; width: 200px; font: 12px/20px Tahoma }
  .fixed b { font-size: 1.2em !important }
  #nav { font-size: 1.4rem; transition: all .3s }
  #nav:hover { font-size: 2rem }
  @media (min-width: 100px) { .note { font-size: small; line-height: 18px } }
  td { font-size: 11px; white-space: nowrap }
</style></head><body>
  <p id="nav">Trang chủ</p>
  <div class="fixed">Ủy ban nhân dân tỉnh <b>công bố</b> thủ tục hành chính mới trong lĩnh vực đất đai</div>
  <div class="note" style="">Ghi chú</div>
  <p style="FONT-SIZE:13PX;color : navy">Văn bản <span style="font-size:15px !important">số 12</span></p>
  <p><font size="2">Chữ nhỏ</font> <code>mã</code></p>
  <table><tr><td>Một ô <td style="line-height:14px">Hai ô</table>
  <button>Gửi</button> <input value="a"> <svg width="60" height="20"><text y="12" font-size="12">Hình</text></svg>
</body></html>`;

const step = (textScale: number): typeof DEFAULT_PREFERENCES => ({ ...DEFAULT_PREFERENCES, textScale });

itKeepsTheLaws('text size', { create: createTextSize, steps: [step(2), step(0.8), step(3), step(1.1)], html: HTML });
