import { access } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runClient } from '../client/run-client.js';
import { AGENT, MAIN_PROMPT, sessionOf, startAgent } from '../client/session.js';
import { cli } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';

test.skipIf(process.platform === 'win32')(
  'the real client runs a hook after --fix that it ignored before, in a folder with a space',
  async () => {
    const project = await makeRepository({
      [`.claude/agents/${AGENT}.md`]: `---\nname: ${AGENT}\ndescription: Reads.\ntools: Read, MultiEdit\nhooks:\n  Stop:\n    - command: $CLAUDE_PROJECT_DIR/.claude/hooks/mark.sh # leaves a mark\n---\nRead it.\n`,
      '.claude/hooks/mark.sh': '#!/bin/sh\r\ntouch "$CLAUDE_PROJECT_DIR/mark"\r\n',
    });
    const run = () =>
      runClient({ project, prompt: MAIN_PROMPT, script: sessionOf([startAgent(AGENT)], () => ({ text: 'Read.' })) });
    const isMarked = () =>
      access(path.join(project, 'mark')).then(
        () => true,
        () => false,
      );
    await run();
    expect(await isMarked()).toBe(false);
    expect(await cli(['validate', '--fix'], { cwd: project })).toMatchObject({ exitCode: 0 });
    await run();
    expect(await isMarked()).toBe(true);
  },
);
