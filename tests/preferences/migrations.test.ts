import { describe, it, expect, vi } from 'vitest';
import { migrate, MIGRATIONS, PREFERENCES_VERSION, type Migration } from '../../src/preferences/migrations.ts';

/** A history as it might have been: the scale was in percent, then under another name. */
const history: Record<number, Migration> = {
  1: ({ percent, ...rest }) => ({ ...rest, scale: Number(percent) / 100 }),
  2: ({ scale, ...rest }) => ({ ...rest, textScale: scale }),
};

describe('migrations', () => {
  it('are there for every version before the present one', () => {
    const before = Array.from({ length: PREFERENCES_VERSION - 1 }, (_, index) => String(index + 1));
    expect(Object.keys(MIGRATIONS)).toEqual(before);
  });

  it('run one after another, from the version stored', () => {
    const report = vi.fn();
    expect(migrate({ percent: 150, contrast: 1 }, 1, report, history, 3)).toEqual({ textScale: 1.5, contrast: 1 });
    expect(migrate({ scale: 2 }, 2, report, history, 3)).toEqual({ textScale: 2 });
    expect(report).not.toHaveBeenCalled();
  });

  it('leave alone what is of the present version or a newer one', () => {
    const stored = { scale: 2 };
    for (const from of [3, 4, 1e300]) expect(migrate(stored, from, vi.fn(), history, 3)).toBe(stored);
  });

  it('that fail are reported and skipped', () => {
    const report = vi.fn();
    const error = new Error('no scale');
    const failing: Record<number, Migration> = {
      ...history,
      1: () => {
        throw error;
      },
    };
    expect(migrate({ scale: 2 }, 1, report, failing, 3)).toEqual({ textScale: 2 });
    expect(report.mock.calls).toEqual([[1, error]]);
  });
});
