import { createMotion } from '../../../src/features/motion/motion.ts';
import { DEFAULT_PREFERENCES } from '../../../src/preferences/preferences.ts';
import { itKeepsTheLaws } from '../laws.ts';

// Movements of one long step, so that what is compared does not depend on the moment; marquees have tests of their own.
const HTML = `<!DOCTYPE html><html><head><style>
  @keyframes blink { from { color: red } to { color: blue } }
  @keyframes turns { from { opacity: 1 } to { opacity: 0 } }
  html { scroll-behavior: smooth }
  p { transition: all .3s }
  .new { animation: blink 1000s steps(1) 9999 }
  .slide { opacity: 0; animation: turns 1000s steps(1) 9999 }
</style></head><body>
  <p class="new">Mới</p><div class="slide" style="">Ảnh một</div><div class="slide">Ảnh hai</div>
  <svg width="20" height="20"><circle r="5"><animate attributeName="r" values="5;9" calcMode="discrete" dur="9999s" repeatCount="indefinite"/></circle></svg>
  <video muted></video>
</body></html>`;

const on = { ...DEFAULT_PREFERENCES, stillMotion: true };

itKeepsTheLaws('stillMotion', { create: createMotion, steps: [on, { ...on, textScale: 1.5 }], html: HTML });
