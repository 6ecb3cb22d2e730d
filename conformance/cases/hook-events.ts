import type { Conduct, Details } from '../case.js';
import { entry, hooked } from './hook-case.js';

const T = 'hook-events';

/** A hook of an event whose occasion comes in the run: it is to leave its mark. */
const occurring = (event: string, conduct: Conduct, details: Details = {}) =>
  hooked(T, event.toLowerCase(), entry(event, 'type: command', 'command: %'), {
    conduct,
    subject: `hooks: ${event}`,
    ...details,
  });

/** A hook of an event that need not come: it counts as taken when it runs, as ignored when the client says so. */
const known = (event: string) => occurring(event, 'reads', { observe: { kind: 'event known' } });

/** The same with the agent as the session. */
const session = (event: string, conduct: Conduct = 'reads', details: Details = {}) =>
  hooked(T, `session-${event.toLowerCase()}`, entry(event, 'type: command', 'command: %'), {
    conduct,
    asSession: true,
    subject: `hooks: ${event}, the agent being the session`,
    ...details,
  });

/** Events that the client knows; a run does not bring about most of them. */
const KNOWN = (
  'SessionStart SessionEnd UserPromptSubmit UserPromptExpansion Notification StopFailure PreCompact PostCompact ' +
  'PreModelSwitch PostModelSwitch PermissionDenied Setup TeammateIdle TaskCreated TaskCompleted Elicitation ' +
  'ElicitationResult ConfigChange WorktreeCreate WorktreeRemove InstructionsLoaded CwdChanged FileChanged ' +
  'DirectoryAdded MessageDisplay'
).split(' ');

/** Names that are close to those of events. */
const UNKNOWN = {
  'before-tool-use': 'BeforeToolUse',
  'camel-case': 'preToolUse',
  'lower-case': 'pretooluse',
  'lower-case-stop': 'stop',
  'kebab-case': 'pre-tool-use',
  misspelt: 'PreToolUze',
  'other-capital': 'SubAgentStop',
  prefixed: 'OnStop',
};

export const hookEventCases = [
  ...['PreToolUse', 'PostToolUse', 'PostToolBatch', 'Stop', 'SubagentStop'].map(known),
  occurring('PostToolUseFailure', 'reads nothing'),
  occurring('PermissionRequest', 'writes'),
  occurring('SubagentStart', 'reads'),
  ...KNOWN.map(known),
  ...Object.entries(UNKNOWN).map(([name, event]) =>
    hooked(T, `unknown-${name}`, entry(event, 'type: command', 'command: %'), {
      conduct: 'reads',
      subject: `hooks: ${event}`,
      observe: { kind: 'event known' },
    }),
  ),
  session('Stop'),
  session('SubagentStop', 'reads', { judgement: 'It runs where the agent is started by a session.' }),
  session('PreToolUse'),
  session('SessionStart'),
  session('UserPromptSubmit'),
  session('SessionEnd'),
  session('InstructionsLoaded'),
];
