import { createLinks } from '../../../src/features/links/links.ts';
import { DEFAULT_PREFERENCES } from '../../../src/preferences/preferences.ts';
import { itKeepsTheLaws } from '../laws.ts';

const HTML = `<!DOCTYPE html><html><head><style>
  a { color: #06c; text-decoration: none; transition: all .4s }
  #nav a { text-decoration: none !important; outline: 0 none }
  .cut { overflow: hidden; height: 20px; line-height: 20px }
</style></head><body>
  <p id="nav"><a href="#">Trang chủ</a> <a href="#">Giới thiệu</a></p>
  <div class="cut"><a href="#" style="display:block">Tin mới</a></div>
  <p style="">Đọc <a href="#" style="COLOR:red">thông báo</a>, <span role="link" tabindex="0">xem tiếp</span></p>
  <a href="#"><img alt="Quốc huy" width="40" height="40" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></a>
</body></html>`;

const on = { ...DEFAULT_PREFERENCES, highlightLinks: true };

itKeepsTheLaws('highlightLinks', { create: createLinks, steps: [on, { ...on, textScale: 1.5 }], html: HTML });
