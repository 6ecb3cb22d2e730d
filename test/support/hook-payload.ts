import path from 'node:path';

/** A payload that every hook takes for its own: of the agent, in a repository where it is installed. */
export function hookPayload(repository: string): string {
  return JSON.stringify({
    session_id: 'count',
    agent_id: 'count',
    agent_type: 'backend-system-architect',
    cwd: repository,
    stop_hook_active: false,
    prompt: 'Add an endpoint POST /api/v1/orders.',
    last_assistant_message: 'Done.',
    tool_name: 'Write',
    tool_input: { file_path: path.join(repository, 'backend/app/orders.py'), content: 'import fastapi\n' },
  });
}
