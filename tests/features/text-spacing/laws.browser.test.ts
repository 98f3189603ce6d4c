import { createTextSpacing } from '../../../src/features/text-spacing/text-spacing.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/preferences/preferences.ts';
import { itKeepsTheLaws } from '../laws.ts';

const HTML = `<!DOCTYPE html><html><head><style>
  @layer base { button { letter-spacing: 1px !important } }
  body { font: 14px/1.2 Arial, sans-serif; margin: 8px }
  .fixed { height: 40px; overflow: hidden; width: 200px; line-height: 16px }
  #nav { line-height: 3; transition: all .3s }
  p { margin: 0 !important }
  .wide { letter-spacing: 4px; word-spacing: 1em }
  i.icon::before { content: "\\f015" }
</style></head><body>
  <p id="nav">Trang chủ</p>
  <div class="fixed">Ủy ban nhân dân tỉnh <b>công bố</b> thủ tục hành chính mới trong lĩnh vực đất đai</div>
  <p class="wide" style="">Ghi chú</p>
  <p style="color : navy;LINE-HEIGHT:1.1!important">Văn bản <span style="letter-spacing:0 !important">số 12</span></p>
  <p><i class="icon"></i> <font size="2">Chữ nhỏ</font> <code>mã</code></p><pre>a  b</pre>
  <table><tr><td>Một ô <td style="line-height:14px">Hai ô</table>
  <button>×</button> <input value="a"> <svg width="60" height="20"><text y="12" font-size="12">Hình</text></svg>
</body></html>`;

// The inline `!important` stands last: Chromium moves a declaration behind the others once it is set a second time.
const step = (textSpacing: Preferences['textSpacing']): Preferences => ({ ...DEFAULT_PREFERENCES, textSpacing });

itKeepsTheLaws('text spacing', {
  create: createTextSpacing,
  steps: [
    step(true),
    step({ lineHeight: 2, paragraph: 3, letter: 0.2, word: 0.5 }),
    step({ lineHeight: 1, paragraph: 0, letter: 0, word: 0.3 }),
  ],
  html: HTML,
});
