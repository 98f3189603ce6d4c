import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

const sources = ['src', 'widget', 'tests', 'scripts'].flatMap(filesOf);
const code = sources.filter((file) => /\.(ts|mjs)$/.test(file));

describe('the files', () => {
  it('have kebab-case names', () => {
    const names = code.map((file) => file.split('/').at(-1) ?? '');
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|mjs)$/.test(name))).toEqual([]);
  });

  it('name no folder of the machine they were written on', () => {
    const machine = new RegExp(['/(home|root|Users|tmp', 'work/(main|shared))/'].join('|'));
    expect(code.filter((file) => machine.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('leave nothing to be done later', () => {
    const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`);
    expect(code.filter((file) => later.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('run every test they hold', () => {
    const only = new RegExp(`\\b(describe|it|test)\\.(only|skip|todo)\\b`);
    expect(code.filter((file) => only.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
