import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BUILD_TARGETS } from '../launch/build-stamp.ts';

const root = path.join(import.meta.dirname, '../..');

describe('what a build leaves behind', () => {
  // A build that is found in the cache writes nothing but the outputs it declares.
  it.each(BUILD_TARGETS.map(({ name }) => name))(
    'is declared for %s as the folder that is served',
    (name) => {
      const project = JSON.parse(readFileSync(path.join(root, 'apps', name, 'project.json'), 'utf8')) as {
        targets: { build: { outputs: string[] } };
      };
      expect(project.targets.build.outputs).toEqual([`{workspaceRoot}/dist/${name}`]);
    },
  );
});
