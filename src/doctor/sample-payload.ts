import path from 'node:path';
import type { AgentDefinition } from '../definition/model.js';

/** What the client (2.1.330) would send to a hook on stdin, as JSON: one run of the agent that has gone well. */
export function samplePayload(event: string, definition: AgentDefinition, project: string): string {
  const { name } = definition.frontmatter.values;
  // What a frontmatter calls Stop, the client reports as the stop of a subagent.
  const sent = event === 'Stop' ? 'SubagentStop' : event;
  return JSON.stringify({
    session_id: 'doctor',
    transcript_path: path.join(project, 'transcript.jsonl'),
    cwd: project,
    prompt_id: 'doctor',
    permission_mode: 'default',
    agent_id: 'doctor',
    agent_type: typeof name === 'string' ? name.trim() : 'backend-system-architect',
    hook_event_name: sent,
    ...fieldsOf(sent, definition, project),
  });
}

function fieldsOf(event: string, { outputFormat }: AgentDefinition, project: string): Record<string, unknown> {
  switch (event) {
    case 'PreToolUse':
    case 'PostToolUse':
      return {
        tool_name: 'Write',
        tool_input: { file_path: path.join(project, 'backend', 'app', 'api', 'sample.py'), content: 'import json\n' },
        tool_use_id: 'doctor',
        ...(event === 'PostToolUse' ? { tool_response: {} } : {}),
      };
    case 'SubagentStop': {
      const report = outputFormat.kind === 'contract' ? `\`\`\`json\n${outputFormat.contract.example}\n\`\`\`` : '';
      return {
        stop_hook_active: false,
        agent_transcript_path: path.join(project, 'agent-transcript.jsonl'),
        last_assistant_message: `Done.\n\n${report}\n`,
        background_tasks: [],
        session_crons: [],
      };
    }
    case 'UserPromptSubmit':
      return { prompt: 'Add an endpoint.' };
    case 'SessionStart':
      return { source: 'startup' };
    default:
      return {};
  }
}
