#!/bin/sh
# Starts the agent-start hook; all it needs is Node.js.
command -v node >/dev/null 2>&1 || {
  echo '{"systemMessage":"agent-start: Node.js is not on the PATH, so the agent got no shared context."}'
  exit 0
}
exec node "${0%/*}/agent-hooks.cjs" agent-start
