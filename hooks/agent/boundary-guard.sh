#!/bin/sh
# Starts the boundary-guard hook; all it needs is Node.js.
command -v node >/dev/null 2>&1 || {
  echo '{"systemMessage":"boundary-guard: Node.js is not on the PATH, so the write was not checked."}'
  exit 0
}
exec node "${0%/*}/agent-hooks.cjs" boundary-guard
