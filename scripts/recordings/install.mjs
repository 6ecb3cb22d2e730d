/** An installation as somebody at a terminal does it: a command, four questions, what came of it. */
export const install = {
  title: 'npx backend-system-architect install',
  description:
    'A terminal: install asks where the backend is, which skills, the router and the MCP servers that are wanted, writes 82 files and says so; route then says that a prompt about rate limiting would be routed to the agent, and why.',
  prepare: ({ repository, home }) => ({
    command: ['bash', '--norc', '--noprofile'],
    cwd: repository,
    env: {
      HOME: home,
      PATH: process.env.PATH,
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      PS1: '$ ',
      npm_config_offline: 'true',
      npm_config_loglevel: 'error',
      npm_config_update_notifier: 'false',
    },
    columns: 96,
    rows: 26,
    steps: [
      { wait: '$ ', pause: 0.8, type: 'npx backend-system-architect install', slowly: true },
      { pause: 0.4, type: '\r' },
      { wait: 'Backend folder', pause: 1.5, type: '\r' },
      { wait: 'Skills', pause: 1.5, type: '\r' },
      { wait: 'Route prompts', pause: 1.5, type: '\r' },
      { wait: 'MCP servers', pause: 1.2, type: 'none', slowly: true },
      { pause: 0.3, type: '\r' },
      { wait: 'Write', pause: 1.4, type: 'y\r' },
      {
        wait: 'Next: open',
        pause: 1.5,
        type: 'npx backend-system-architect route --explain "limit logins to ten a minute"',
        slowly: true,
      },
      { pause: 0.4, type: '\r' },
      { wait: 'threshold', pause: 1 },
    ],
    last: 1,
  }),
};
