import { createFont } from '../../../src/features/font/font.ts';
import { DEFAULT_PREFERENCES, type PageFont } from '../../../src/preferences/preferences.ts';
import { itKeepsTheLaws } from '../laws.ts';
import { FILES } from './font-files.ts';

const HTML = `<!DOCTYPE html><html><head><style>
  body { font: 14px/1.2 Arial, sans-serif; margin: 8px; transition: all .3s }
  h2 { font-family: "Times New Roman", serif !important }
  .fixed { height: 18px; overflow: hidden; width: 200px }
  i.icon { font-family: FontAwesome }
  i.icon::before { content: "\\f015" }
</style></head><body>
  <h2>Trang chủ</h2>
  <div class="fixed" style="">Ủy ban nhân dân tỉnh <b>công bố</b> thủ tục hành chính mới trong lĩnh vực đất đai</div>
  <p style="color : navy;FONT-FAMILY:Tahoma!important">Văn bản <span style="font-family:Georgia !important">số 12</span></p>
  <p><i class="icon"></i> <font face="Verdana">Chữ nhỏ</font> <code>mã</code></p><pre>a  b</pre>
  <button>×</button> <input value="a"> <svg width="60" height="20"><text y="12" font-size="12">Hình</text></svg>
</body></html>`;

const step = (font: PageFont): typeof DEFAULT_PREFERENCES => ({ ...DEFAULT_PREFERENCES, font });

itKeepsTheLaws('font', { create: () => createFont(FILES), steps: [step('legible'), step('dyslexic')], html: HTML });
