import { createPointer } from '../../../src/features/pointer/pointer.ts';
import { DEFAULT_PREFERENCES } from '../../../src/preferences/preferences.ts';
import { itKeepsTheLaws } from '../laws.ts';

const HTML = `<!DOCTYPE html><html><head><style>
  .button { cursor: pointer } .column { cursor: col-resize }
</style></head><body>
  <p>Đọc <a href="#">thông báo</a></p><div class="button" style="">Gửi</div><div class="column">Cột</div>
  <p><input value="Chữ"></p>
</body></html>`;

const on = { ...DEFAULT_PREFERENCES, bigPointer: true };

itKeepsTheLaws('bigPointer', { create: createPointer, steps: [on, { ...on, textScale: 2 }], html: HTML });
