import { createReadingGuide } from '../../../src/features/reading-guide/reading-guide.ts';
import { DEFAULT_PREFERENCES, type ReadingGuide } from '../../../src/preferences/preferences.ts';
import { itKeepsTheLaws } from '../laws.ts';

const HTML = `<!DOCTYPE html><html><head><style>body > :last-child { color: #900 } p { transition: all .3s }</style></head><body>
  <p>Một dòng chữ</p><div>Hai dòng chữ</div><p><input value="Chữ"></p>
</body></html>`;

const step = (readingGuide: ReadingGuide): typeof DEFAULT_PREFERENCES => ({ ...DEFAULT_PREFERENCES, readingGuide });

itKeepsTheLaws('readingGuide', { create: createReadingGuide, steps: [step('line'), step('mask')], html: HTML });
