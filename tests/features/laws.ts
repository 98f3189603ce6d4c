import { expect } from 'chai';
import type { Feature } from '../../src/features/feature.ts';
import { runFeatures } from '../../src/features/run-features.ts';
import { openPage } from '../../src/page/open-page.ts';
import { DEFAULT_PREFERENCES } from '../../src/preferences/preferences.ts';
import type { Preferences } from '../../src/preferences/preferences.ts';
import { drawn, openHostPage, stateOf, type HostPage } from '../support/host-page.ts';

/** A feature to hold against the laws. */
export interface LawCase {
  readonly create: () => Feature;
  /** Preferences under which the feature is active, in the order a reader may choose them; at least two. */
  readonly steps: readonly Preferences[];
  /** A page on which the feature has something to do. */
  readonly html: string;
}

/** A feature of no effect but one property, which no transition of a page is for, to try orders with. */
const neighbour = (property: string, value: string): Feature => ({
  id: 'neighbour',
  isActive: () => true,
  apply(page) {
    const edits = page.edits('neighbour');
    for (const element of page.elements(page.document.body)) {
      edits.setProperty(element as HTMLElement, property, value, 'important');
    }
    return () => edits.undo();
  },
});

/** What the page itself changes may move; the state is compared at the end of that. */
const endTransitions = (document: Document): void =>
  document.getAnimations().forEach((animation) => animation.finish());

/** Registers the tests that every feature has to pass. */
export function itKeepsTheLaws(name: string, { create, steps, html }: LawCase): void {
  describe(`${name} keeps the laws of features`, () => {
    let host: HostPage;
    beforeEach(async () => {
      host = await openHostPage(html);
    });
    afterEach(() => host.remove());

    const expectSame = (is: ReturnType<typeof stateOf>, was: ReturnType<typeof stateOf>): void => {
      expect(is.dom, 'DOM text').to.equal(was.dom);
      expect(is.css, 'CSS text').to.equal(was.css);
      expect(is.styles === was.styles, 'computed styles').to.equal(true);
    };

    it('changes the page, or the other laws say nothing', async () => {
      const page = openPage(host.document);
      const before = stateOf(host.document);
      create().apply(page, steps[0]!);
      await page.settled();
      expect(stateOf(host.document).styles === before.styles).to.equal(false);
      page.close();
    });

    it('applied twice is applied once', async () => {
      const page = openPage(host.document);
      const feature = create();
      feature.apply(page, steps[0]!);
      await page.settled();
      const once = stateOf(host.document);
      feature.apply(page, steps[0]!);
      await page.settled();
      await drawn();
      expectSame(stateOf(host.document), once);
      page.close();
    });

    it('is undone exactly, from every step, and undone twice is harmless', async () => {
      const page = openPage(host.document);
      const before = stateOf(host.document);
      const feature = create();
      for (const step of steps) {
        const dispose = feature.apply(page, step);
        await page.settled();
        dispose();
        await drawn();
        expectSame(stateOf(host.document), before);
        dispose();
        expectSame(stateOf(host.document), before);
      }
      page.close();
    });

    it('ends where it started, whatever the way there', async () => {
      const page = openPage(host.document);
      const before = stateOf(host.document);
      const feature = create();
      let dispose = feature.apply(page, steps[0]!);
      await page.settled();
      const first = stateOf(host.document);
      for (const step of [...steps, ...[...steps].reverse()]) {
        dispose = feature.apply(page, step);
        await page.settled();
      }
      await drawn();
      expectSame(stateOf(host.document), first);
      dispose();
      expectSame(stateOf(host.document), before);
      page.close();
    });

    it('is undone while its work goes on', async () => {
      const page = openPage(host.document);
      const before = stateOf(host.document);
      const dispose = create().apply(page, steps[0]!);
      dispose();
      await page.settled();
      await drawn();
      expectSame(stateOf(host.document), before);
      page.close();
    });

    it('comes before or after another feature, to the same page', async () => {
      const preferences = steps[0]!;
      const states: ReturnType<typeof stateOf>[] = [];
      const before = stateOf(host.document);
      for (const isFirst of [true, false]) {
        const page = openPage(host.document);
        const other = neighbour('isolation', 'isolate');
        const running = runFeatures(page, isFirst ? [create(), other] : [other, create()]);
        await running.update(preferences);
        states.push(stateOf(host.document));
        running.dispose();
        expectSame(stateOf(host.document), before);
        page.close();
      }
      expect(states[0]!.styles === states[1]!.styles, 'computed styles').to.equal(true);
    });

    it('works beside a feature that throws, which is reported', async () => {
      const opened = openPage(host.document);
      const reports: string[] = [];
      const page = { ...opened, report: (_: unknown, owner: string): void => void reports.push(owner) };
      const broken: Feature = {
        id: 'broken',
        isActive: () => true,
        apply: () => {
          throw new Error('broken on purpose');
        },
      };
      const before = stateOf(host.document);
      const running = runFeatures(page, [broken, create(), broken]);
      await running.update(steps[0]!);
      expect(reports).to.deep.equal(['broken', 'broken']);
      expect(stateOf(host.document).styles === before.styles).to.equal(false);
      await running.update(DEFAULT_PREFERENCES);
      running.dispose();
      expectSame(stateOf(host.document), before);
      opened.close();
    });

    it('keeps what the page itself changed in between', async () => {
      const page = openPage(host.document);
      const dispose = create().apply(page, steps[0]!);
      await page.settled();
      const change = (document: Document): void => {
        const [first, second, third] = document.body.querySelectorAll<HTMLElement>('p, div');
        first?.style.setProperty('font-size', '21px');
        second?.style.setProperty('color', 'rgb(1, 2, 3)');
        second?.classList.add('changed-by-the-page');
        third?.remove();
        document.body.insertAdjacentHTML('beforeend', '<p style="font-size:9px;color:red">new</p>');
      };
      change(host.document);
      await drawn();
      await page.settled();
      dispose();
      endTransitions(host.document);
      const undone = stateOf(host.document);
      const other = await openHostPage(html);
      change(other.document);
      endTransitions(other.document);
      const changed = stateOf(other.document);
      // A style attribute that the page wrote into is written out by the browser, in this page and in the other.
      expectSame(undone, changed);
      other.remove();
      page.close();
    });
  });
}
