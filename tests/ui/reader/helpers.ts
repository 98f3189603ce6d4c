import { createStore } from '../../../src/preferences/create-store.ts';
import type { PreferencesStore } from '../../../src/preferences/store.ts';
import type { RoChuReader } from '../../../src/ui/reader/reader.ts';
import type { ReaderContent } from '../../../src/ui/reader/reader-content.ts';

/** Some content with all that the reader has looks for. */
export function someContent(changes: Partial<ReaderContent> = {}): ReaderContent {
  const template = document.createElement('template');
  template.innerHTML = `<p data-ro-chu="lead">Lớp tập huấn có 120 hộ dân của bốn xã vùng cao tham gia.</p>
    <p>Các học viên được hướng dẫn chọn đất, chọn giống. Xem <a href="https://example.gov.vn/van-ban" rel="noopener">Nghị quyết số 07/2023/NQ-HĐND</a>.</p>
    <figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" alt="" width="600" height="400"><figcaption>Quang cảnh lớp tập huấn</figcaption></figure>
    <h2>Hỗ trợ chi phí</h2><h3>Mức hỗ trợ</h3><ul><li>Giống: 50%</li><li>Chứng nhận: toàn bộ</li></ul>
    <table><thead><tr>${'Xã,Số hộ,Diện tích (ha),Kinh phí (triệu đồng),Thời gian thực hiện,Đơn vị chủ trì,Ghi chú'
      .split(',')
      .map((name) => `<th scope="col">${name}</th>`)
      .join('')}</tr></thead>
    <tbody><tr>${'Nậm Hoa,42,160,560,Quý III năm 2024,Phòng Nông nghiệp huyện,Đã hoàn thành'
      .split(',')
      .map((text) => `<td>${text}</td>`)
      .join('')}</tr></tbody></table>
    ${'<p>Theo kế hoạch, đến hết năm 2025 toàn tỉnh có 1.200 ha chè đạt tiêu chuẩn hữu cơ, trong đó huyện Sông Mây có 450 ha. Các hộ tham gia được hỗ trợ 50% chi phí giống trong ba năm đầu.</p>'.repeat(12)}`;
  return {
    kind: 'article',
    title: 'Huyện Sông Mây tập huấn trồng chè hữu cơ cho 120 hộ dân vùng cao',
    byline: 'Minh Thư',
    date: '2024-08-05T08:30',
    content: template.content,
    language: 'vi',
    url: 'https://www.sonongnghiep.example.gov.vn/tin/1',
    ...changes,
  };
}

/** Opens a reader in this document. */
export function openIn(
  changes: Partial<ReaderContent> = {},
  store: PreferencesStore = createStore(),
): { reader: RoChuReader; dialog: HTMLDialogElement; store: PreferencesStore } {
  const reader = document.createElement('ro-chu-reader');
  Object.assign(reader, { store, language: 'vi', reading: someContent(changes) });
  document.documentElement.append(reader);
  reader.show();
  return { reader, dialog: reader.shadowRoot!.querySelector('dialog')!, store };
}

/** A page of this HTML in a frame of this size, whose scripts run; without a doctype it is in quirks mode. */
export async function openFrame(
  html: string,
  width = 800,
  height = 600,
): Promise<{ frame: HTMLIFrameElement; page: Document }> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: ${height}px; border: 0`;
  // Not `srcdoc`, which is never in quirks mode.
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html; charset=utf-8' }));
  frame.src = address;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  URL.revokeObjectURL(address);
  return { frame, page: frame.contentDocument! };
}
