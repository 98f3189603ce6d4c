import { expect } from 'chai';
import { ScaledSizes } from '../../../src/features/text-size/scaled-sizes.ts';
import { openPage } from '../../../src/page/open-page.ts';
import { atOnce } from '../../../src/page/slices.ts';
import { notScaled, openHostPage, stateOf, textSizes, type HostPage } from '../../support/host-page.ts';

/** A page whose sizes follow, without the guard that gives them room. */
export interface Scaled {
  readonly sizes: ScaledSizes;
  setScale(scale: number): void;
  verify(): boolean;
  undo(): void;
}

/** Scales the sizes of a document, and goes on doing so until undone. */
export function scale(document: Document, to: number): Scaled {
  const page = openPage(document);
  const sizes = new ScaledSizes(page, page.edits('text-size'));
  const stop = page.onChange((change) => sizes.take(change));
  sizes.rewrite(to);
  return {
    sizes,
    setScale: (scale) => sizes.setScale(scale),
    verify: () => atOnce(sizes.verify()),
    undo() {
      stop();
      sizes.close();
      page.close();
    },
  };
}

/** What is expected of a page. */
export interface Expectation {
  /** Whether something is left to be patched after the rewrite; default false. */
  readonly isPatched?: boolean | 'maybe';
  /** Prepares the page before anything is measured. */
  readonly prepare?: (host: HostPage) => void | Promise<void>;
}

/**
 * Passes when every size of the page scales, by 2 and by 0.8, without patches unless expected, and when the undo puts
 * DOM, CSS and computed styles back exactly.
 */
export async function expectScales(html: string, { isPatched = false, prepare }: Expectation = {}): Promise<void> {
  const host = await openHostPage(html);
  try {
    await prepare?.(host);
    const { document } = host;
    const state = stateOf(document);
    const before = textSizes(document);
    const scaled = scale(document, 2);
    if (!isPatched) expect(notScaled(before, textSizes(document), 2), 'by the rewrite alone').to.deep.equal([]);
    const hasPatched = scaled.verify();
    if (isPatched !== 'maybe') expect(hasPatched, 'is patched').to.equal(isPatched);
    expect(notScaled(before, textSizes(document), 2), 'at 2').to.deep.equal([]);
    scaled.setScale(0.8);
    expect(notScaled(before, textSizes(document), 0.8), 'at 0.8').to.deep.equal([]);
    scaled.setScale(1);
    expect(notScaled(before, textSizes(document), 1), 'back at 1').to.deep.equal([]);
    scaled.undo();
    const after = stateOf(document);
    expect(after.dom, 'DOM text').to.equal(state.dom);
    expect(after.css, 'CSS text').to.equal(state.css);
    expect(after.styles === state.styles, 'computed styles').to.equal(true);
  } finally {
    host.remove();
  }
}
