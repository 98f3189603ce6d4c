import { expect } from 'chai';
import { createMotion } from '../../../src/features/motion/motion.ts';
import { drawn, stateOf } from '../../support/host-page.ts';
import { openAdjusted, type AdjustedHost } from './adjusted.ts';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const letters = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A second of silence as a WAV file. */
function silence(): string {
  const bytes = new Uint8Array(44 + 8000).fill(128, 44);
  const view = new DataView(bytes.buffer);
  bytes.set(letters('RIFF'), 0);
  bytes.set(letters('WAVEfmt '), 8);
  bytes.set(letters('data'), 36);
  view.setUint32(4, 36 + 8000, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  view.setUint32(40, 8000, true);
  return `data:audio/wav;base64,${btoa(String.fromCharCode(...bytes))}`;
}

/** A GIF of one pixel that is red and blue by turns. */
function movingGif(): string {
  const frame = (index: number): number[] => [
    ...[0x21, 0xf9, 4, 0, 20, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, index ? 0x4c : 0x44, 1, 0],
  ];
  const bytes = [
    ...[0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0],
    ...[255, 0, 0, 0, 0, 255],
    ...[0x21, 0xff, 11, ...letters('NETSCAPE2.0'), 3, 1, 0, 0, 0],
    ...frame(0),
    ...frame(1),
    0x3b,
  ];
  return `data:image/gif;base64,${btoa(String.fromCharCode(...bytes))}`;
}

describe('stillMotion', () => {
  let host: AdjustedHost;
  afterEach(() => host.remove());
  const open = async (body: string, css = ''): Promise<void> => {
    host = await openAdjusted(createMotion, body, css);
  };
  const on = (): Promise<void> => host.set({ stillMotion: true });
  const off = (): Promise<void> => host.set({ stillMotion: false });
  const press = (element: Element): void =>
    void element.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true }));

  describe('animations and transitions of CSS', () => {
    it('ends what fades in, so that it is there', async () => {
      await open(
        '<p id="a">Mở dần</p><p id="b">Chuyển</p>',
        '@keyframes in{from{opacity:0}to{opacity:1}}#a{opacity:0;animation:in 60s forwards}#b{opacity:0;transition:opacity 60s}#b.in{opacity:1}',
      );
      expect(parseFloat(host.css('#a', 'opacity'))).to.be.below(0.5);
      await on();
      expect(host.css('#a', 'opacity')).to.equal('1');
      host.css('#b', 'opacity');
      host.find('#b').className = 'in';
      await wait(60);
      expect(host.css('#b', 'opacity')).to.equal('1');
    });

    it('brings to rest what goes round for ever, without hiding it', async () => {
      await open(
        '<p id="a">Nhấp nháy</p><div><p class="s">Một</p><p class="s" id="t">Hai</p></div><div><p id="d">Ẩn</p></div>',
        '@keyframes blink{50%{opacity:0}}#a{animation:blink .2s infinite}' +
          '@keyframes turn{0%,49%{opacity:1}50%,100%{opacity:0}}.s{opacity:0;animation:turn 2s infinite}#t{animation-delay:-1s}' +
          '@keyframes faint{from{opacity:0}to{opacity:.1}}#d{opacity:0;animation:faint 2s infinite}',
      );
      await on();
      const shown = (): string[] => ['#a', '.s', '#t', '#d'].map((selector) => host.css(selector, 'opacity'));
      const first = shown();
      expect(first[0]).to.equal('1');
      expect([first[1], first[2]].sort()).to.deep.equal(['0', '1']);
      expect(first[3]).to.equal('1');
      await wait(300);
      expect(shown()).to.deep.equal(first);
    });

    it('brings a ticker back to where its words begin, all of them to be read, and leaves what only turns', async () => {
      await open(
        `<div id="r"><span id="t">${'Thông báo tuyển dụng viên chức '.repeat(4)}</span></div><p id="s">Quay</p>`,
        '@keyframes run{to{transform:translateX(-100%)}}@keyframes turn{to{transform:rotate(1turn)}}#s{animation:turn 1s infinite}' +
          '#r{width:200px;height:24px;overflow:hidden}#t{display:inline-block;padding-left:100%;white-space:nowrap;animation:run 9s linear infinite}',
      );
      await on();
      expect(host.find('#t').getBoundingClientRect().left).to.equal(8);
      expect(host.find('#t').getBoundingClientRect().width).to.be.at.most(200);
      expect(host.css('#t', 'padding-left')).to.equal('0px');
      expect(host.css('#r', 'overflow-y')).to.equal('auto');
      expect(host.find('#s').hasAttribute('data-ro-chu-motion')).to.equal(false);
    });

    it('lets scripts know that an animation has ended', async () => {
      await open('<p id="a">Chữ</p>', '@keyframes x{to{color:red}}#a.go{animation:x 60s}');
      await on();
      const ended = new Promise((resolve) => host.find('#a').addEventListener('animationend', resolve, { once: true }));
      host.find('#a').className = 'go';
      expect(await Promise.race([ended.then(() => true), wait(500).then(() => false)])).to.equal(true);
    });

    it('scrolls at once', async () => {
      await open('<p>Chữ</p>', 'html{scroll-behavior:smooth!important}');
      await on();
      expect(host.css('html', 'scroll-behavior')).to.equal('auto');
    });

    it('reaches content added later, shadow trees and frames', async () => {
      const css = '@keyframes in{from{opacity:0}to{opacity:1}}.in{opacity:0;animation:in 2s infinite alternate}';
      await open('<div id="d"></div><div id="h"></div><iframe id="f"></iframe>', css);
      host.find('#h').attachShadow({ mode: 'open' }).innerHTML = `<style>${css}</style><p class="in">Bóng</p>`;
      (host.find('#f') as HTMLIFrameElement).contentDocument!.body.innerHTML =
        `<style>${css}</style><p class="in">Khung</p>`;
      // Nothing tells of a shadow tree; the page is looked at once a second.
      await wait(1100);
      await on();
      host.find('#d').innerHTML = '<p class="in">Mới</p>';
      await host.settled();
      const seen = [
        host.find('#d p'),
        host.find('#h').shadowRoot!.querySelector('p')!,
        (host.find('#f') as HTMLIFrameElement).contentDocument!.querySelector('p')!,
      ];
      const shown = (): number[] => seen.map((element) => parseFloat(host.css(element, 'opacity')));
      const first = shown();
      expect(Math.min(...first)).to.be.above(0.2);
      await wait(100);
      expect(shown()).to.deep.equal(first);
    });
  });

  describe('animations of scripts and drawings', () => {
    it('ends those with an end, pauses those without, and lets them go on again', async () => {
      await open('<p id="a">Chữ</p><p id="b">Chữ</p>');
      const frames = [{ opacity: 0.3 }, { opacity: 0.7 }];
      const finite = host.find('#a').animate(frames, 60_000);
      const endless = host.find('#b').animate(frames, { duration: 1000, iterations: Infinity });
      await on();
      expect([finite.playState, endless.playState]).to.deep.equal(['finished', 'paused']);
      const late = host.find('#a').animate(frames, { duration: 1000, iterations: Infinity });
      await wait(700);
      expect(late.playState).to.equal('paused');
      await off();
      expect([endless.playState, late.playState]).to.deep.equal(['running', 'running']);
    });

    it('pauses endless SVG animations, and shows the end of the others', async () => {
      await open(
        '<svg id="a"><circle r="5"><animate attributeName="r" to="9" dur="1s" repeatCount="indefinite"/></circle></svg>' +
          '<svg id="b"><circle r="5" opacity="0"><animate attributeName="opacity" from="0" to="1" dur="60s" fill="freeze"/></circle></svg>',
      );
      const [a, b] = ['#a', '#b'].map((id) => host.document.querySelector<SVGSVGElement>(id)!);
      await on();
      expect(a!.animationsPaused()).to.equal(true);
      expect(host.css(b!.firstElementChild!, 'opacity')).to.equal('1');
      await off();
      expect([a!, b!].some((svg) => svg.animationsPaused())).to.equal(false);
      expect(b!.getCurrentTime()).to.be.below(60);
    });
  });

  describe('marquees', () => {
    const LONG = 'Chào mừng bạn đến với Cổng thông tin điện tử '.repeat(3);
    const box = (element: Element): DOMRect => {
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    };

    it('stop with their words where they begin, and go on when off', async () => {
      await open(`<div style="width:300px"><marquee id="m" scrollamount="5">${LONG}</marquee></div>`);
      await wait(300);
      const before = stateOf(host.document).dom;
      await on();
      const first = box(host.find('#m'));
      expect(first.left).to.be.closeTo(8, 2);
      await wait(300);
      expect(box(host.find('#m')).left).to.equal(first.left);
      await off();
      const again = box(host.find('#m')).left;
      await wait(500);
      expect(box(host.find('#m')).left).to.not.equal(again);
      expect(stateOf(host.document).dom).to.equal(before);
    });

    it('that run upwards show all their lines', async () => {
      await open(`<marquee id="m" direction="up" height="40"><p>${LONG}</p><p id="last">${LONG}</p></marquee>`);
      await wait(300);
      await on();
      const { top } = box(host.find('#m'));
      expect(top).to.be.within(0, 40);
      const last = host.find('#last').getBoundingClientRect();
      expect(host.document.elementFromPoint(20, last.bottom - 5)?.id).to.equal('last');
    });

    it('start at a press, and stop at the next', async () => {
      await open(`<div style="width:300px"><marquee id="m" scrollamount="5">${LONG}</marquee></div>`);
      await on();
      const still = box(host.find('#m')).left;
      press(host.find('#m'));
      await wait(400);
      expect(box(host.find('#m')).left).to.not.equal(still);
      press(host.find('#m'));
      const { left } = box(host.find('#m'));
      expect(left).to.be.closeTo(8, 2);
    });

    it('stay still when the pointer leaves, which pages start them by', async () => {
      await open('<div style="width:300px"><marquee id="m" onmouseout="this.start()">Chữ</marquee></div>');
      await on();
      host.find('#m').dispatchEvent(new MouseEvent('mouseout', { bubbles: true }));
      const { left } = box(host.find('#m'));
      await wait(300);
      expect(box(host.find('#m')).left).to.equal(left);
    });
  });

  describe('tickers of scripts', () => {
    it('are held at their beginning, with what is cut off to be scrolled to, and go on when off', async () => {
      await open(
        '<div id="r"><ul id="t"><li>Một tin rất dài về một việc</li><li>Một tin rất dài về một việc</li></ul></div>',
        '#r{position:relative;width:200px;height:24px;overflow:hidden}#t{position:absolute;margin:0;padding:0;white-space:nowrap}li{display:inline-block}',
      );
      await on();
      let x = 0;
      const timer = setInterval(() => (host.find('#t').style.left = `${--x}px`), 20);
      await wait(2000);
      expect(host.css('#t', 'left')).to.equal('0px');
      expect(host.css('#r', 'overflow-y')).to.equal('auto');
      expect(host.find('#r').scrollHeight).to.be.above(host.find('#r').clientHeight);
      await off();
      await wait(60);
      expect(parseFloat(host.css('#t', 'left'))).to.be.below(-50);
      expect(host.css('#r', 'overflow-y')).to.equal('hidden');
      clearInterval(timer);
    });

    it('are not what slides and rests, nor what the reader moves', async () => {
      await open('<p id="a" style="position:relative">Trượt</p><p id="b" style="position:relative">Kéo</p>');
      await on();
      let x = 0;
      const slide = setInterval(() => ++x % 50 < 20 && (host.find('#a').style.left = `${x}px`), 20);
      const drag = setInterval(() => {
        host.document.dispatchEvent(new Event('pointerdown'));
        host.find('#b').style.left = `${x}px`;
      }, 20);
      await wait(2000);
      clearInterval(slide);
      clearInterval(drag);
      expect(host.document.querySelectorAll('[data-ro-chu-motion]').length).to.equal(0);
    });
  });

  describe('moving pictures', () => {
    const pixel = (image: HTMLImageElement): string => host.css(image, 'background-image').slice(0, 20);

    it('are covered by a still, with their text and source kept, and play at a press', async () => {
      await open(`<img id="i" alt="Biển báo" src="${movingGif()}" width="20" height="20" style="object-fit:cover">`);
      const image = host.find('#i') as HTMLImageElement;
      await image.decode();
      const before = stateOf(host.document);
      await on();
      expect(pixel(image)).to.equal('url("data:image/png;');
      expect(host.css('#i', 'object-position')).to.equal('-99999px -99999px');
      expect(host.css('#i', 'background-size')).to.equal('cover');
      expect([image.alt, image.src]).to.deep.equal(['Biển báo', movingGif()]);
      press(image);
      expect(pixel(image)).to.equal('none');
      press(image);
      await host.settled();
      expect(pixel(image)).to.equal('url("data:image/png;');
      await off();
      const after = stateOf(host.document);
      expect(after.dom).to.equal(before.dom);
      expect(after.styles === before.styles).to.equal(true);
    });

    it('that come later, or in a link, are covered too, and a link stays a link', async () => {
      await open('<div id="d"></div>');
      await on();
      host.find('#d').innerHTML = `<a href="#x"><img id="i" alt="Tin" src="${movingGif()}"></a>`;
      const image = host.find('#i') as HTMLImageElement;
      await image.decode();
      await wait(50);
      await host.settled();
      expect(pixel(image)).to.equal('url("data:image/png;');
      press(image);
      expect(pixel(image)).to.equal('url("data:image/png;');
    });

    it('that cannot be read are left, and nothing else is touched', async () => {
      await open(
        '<img id="s" alt="" src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'/>"><img id="x" src="y.gif">',
      );
      await on();
      expect(host.find('#s').hasAttribute('style') || host.find('#x').hasAttribute('style')).to.equal(false);
    });
  });

  describe('video and sound', () => {
    const startsByItself = async (): Promise<HTMLVideoElement> => {
      await open(`<video id="v" muted loop src="${silence()}"></video>`);
      const video = host.find('#v') as HTMLVideoElement;
      video.muted = true;
      await video.play();
      return video;
    };

    it('that started by itself is paused, gets buttons, and plays again when off', async function () {
      const video = await startsByItself().catch(() => null);
      if (!video) return this.skip();
      await on();
      expect([video.paused, video.controls]).to.deep.equal([true, true]);
      await off();
      await wait(100);
      expect([video.paused, video.controls]).to.deep.equal([false, false]);
    });

    it('that the reader starts plays, and what the page starts later does not', async function () {
      const video = await startsByItself().catch(() => null);
      if (!video) return this.skip();
      await on();
      await video.play().catch(() => undefined);
      await wait(50);
      expect(video.paused).to.equal(true);
      host.document.dispatchEvent(new Event('pointerdown'));
      await video.play();
      await wait(50);
      expect(video.paused).to.equal(false);
    });
  });

  describe('carousels', () => {
    it('are stopped and started by what their libraries offer, and what these throw reaches nobody', async () => {
      await open(
        '<div class="slick-initialized" id="s"></div><div class="owl-loaded"></div><div class="swiper" id="w"></div>',
      );
      const calls: string[] = [];
      const autoplay = {
        running: true,
        stop: () => calls.push('stop'),
        start: () => calls.push('start'),
      };
      Object.assign(host.find('#w'), { swiper: { autoplay } });
      Object.assign(host.window, {
        jQuery: () => ({
          slick: (word: string) => calls.push(word),
          trigger: () => {
            throw new Error('thrown on purpose');
          },
        }),
      });
      const reported: unknown[] = [];
      const { error } = console;
      console.error = (...words: unknown[]) => void reported.push(words);
      await on();
      expect(calls).to.deep.equal(['slickPause', 'stop']);
      await off();
      console.error = error;
      expect(calls).to.deep.equal(['slickPause', 'stop', 'slickPlay', 'start']);
      expect(reported.length).to.be.above(0);
    });

    it('of Bootstrap turn by the reader alone', async () => {
      await open('<div class="carousel" id="c"></div>');
      await on();
      const turn = (): boolean =>
        host.find('#c').dispatchEvent(new Event('slide.bs.carousel', { bubbles: true, cancelable: true }));
      expect(turn()).to.equal(false);
      host.document.dispatchEvent(new Event('pointerdown'));
      expect(turn()).to.equal(true);
      await drawn();
    });
  });
});
