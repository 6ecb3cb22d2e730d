#!/bin/sh
# Starts the prompt-router hook; all it needs is Node.js.
command -v node >/dev/null 2>&1 || {
  echo '{"systemMessage":"prompt-router: Node.js is not on the PATH, so no prompt was routed."}'
  exit 0
}
exec node "${0%/*}/agent-hooks.cjs" prompt-router
