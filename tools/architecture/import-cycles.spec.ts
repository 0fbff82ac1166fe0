import { describe, expect, it } from '@jest/globals';
import { cyclesIn, importGraph } from './import-graph.ts';
import { filesLike } from './source-files.ts';

describe('import cycles', () => {
  it('are found where there are some', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', ['a']],
    ]);
    expect(cyclesIn(graph)).toEqual(['a > b > c > a']);
  });

  it('are not found where a file is reached by two ways', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', []],
    ]);
    expect(cyclesIn(graph)).toEqual([]);
  });

  it('follow aliases and relative endings of the real sources', () => {
    const graph = importGraph(filesLike(/^libs\/(domain|contracts)\/src\/.*\.ts$/));
    expect(graph.get('libs/contracts/src/index.ts')).toContain('libs/contracts/src/couple/couple.view.ts');
  });

  it('do not exist in the apps, the libs and the tools', () => {
    const files = filesLike(/^(apps\/(api|portal|homework)\/src|libs\/\w+\/src|migrations|tools)\/.*\.ts$/);
    expect(cyclesIn(importGraph(files))).toEqual([]);
  });
});
